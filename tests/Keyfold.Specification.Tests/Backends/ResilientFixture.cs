using Keyfold.Engine;
using Keyfold.Resilience;
using Keyfold.Specification.Tests.Backends;
using Keyfold.Storage;
using Keyfold.Streams;

[assembly: AssemblyFixture(typeof(ResilientFixture))]

namespace Keyfold.Specification.Tests.Backends;

/// <summary>An engine that refuses each fifth request or so, behind resilience: nobody must notice.</summary>
public sealed class ResilientFixture : BackendFixture
{
    private readonly ManualClock _clock = new();

    public ResilientFixture()
    {
        EmbeddedEngine engine = new(new EngineOptions { TimeProvider = _clock, PartitionItemsMax = 4 });
        FaultInjectingBackend faulty = new(engine, FaultScript.AtRandom(seed: 4, probability: 0.2, Fault.Throttle(), Fault.Conflict()));
        ResilientBackend resilient = new(faulty, new ResilienceOptions
        {
            Retry = new RetryOptions
            {
                AttemptsMax = 100,
                Budget = 1_000_000,
                Delay = TimeSpan.Zero,
                DelayMax = TimeSpan.Zero,
                ThrottledDelay = TimeSpan.Zero,
                ThrottledDelayMax = TimeSpan.Zero,
            },
        });
        Backend = resilient;
        Administration = resilient;
        Changes = engine;
    }

    public override IStorageBackend Backend { get; }

    public override ITableAdministration Administration { get; }

    public override IChangeFeed Changes { get; }

    public override void Advance(TimeSpan time) => _clock.Advance(time);
}
