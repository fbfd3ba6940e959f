using Keyfold.Oracle;
using Keyfold.Specification.Tests.Backends;
using Keyfold.Storage;

[assembly: AssemblyFixture(typeof(OracleFixture))]

namespace Keyfold.Specification.Tests.Backends;

public sealed class OracleFixture : BackendFixture
{
    private readonly ManualClock _clock = new();

    public OracleFixture()
    {
        OracleBackend oracle = new(_clock);
        Backend = oracle;
        Administration = oracle;
    }

    public override IStorageBackend Backend { get; }

    public override ITableAdministration Administration { get; }

    public override void Advance(TimeSpan time) => _clock.Advance(time);
}
