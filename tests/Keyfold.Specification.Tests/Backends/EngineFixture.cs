using Keyfold.Engine;
using Keyfold.Specification.Tests.Backends;
using Keyfold.Storage;
using Keyfold.Streams;

[assembly: AssemblyFixture(typeof(EngineFixture))]

namespace Keyfold.Specification.Tests.Backends;

public class EngineFixture : BackendFixture
{
    private readonly ManualClock _clock = new();

    public EngineFixture()
        : this(indexCreationDelay: null)
    {
    }

    private protected EngineFixture(TimeSpan? indexCreationDelay)
    {
        // partitions split after four items, so that the suites go over many
        EmbeddedEngine engine = new(new EngineOptions { TimeProvider = _clock, PartitionItemsMax = 4, IndexCreationDelay = indexCreationDelay });
        Backend = engine;
        Administration = engine;
        Changes = engine;
    }

    public override IStorageBackend Backend { get; }

    public override ITableAdministration Administration { get; }

    public override IChangeFeed Changes { get; }

    public override void Advance(TimeSpan time) => _clock.Advance(time);
}
