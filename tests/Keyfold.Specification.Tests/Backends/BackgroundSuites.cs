using Keyfold.Engine;
using Keyfold.Specification.Tests.Backends;
using Keyfold.Storage;

[assembly: AssemblyFixture(typeof(BackgroundFixture))]

namespace Keyfold.Specification.Tests.Backends;

/// <summary>An engine that fills new indexes in the background.</summary>
public sealed class BackgroundFixture : BackendFixture
{
    private readonly EmbeddedEngine _engine = new(new EngineOptions { IndexCreationDelay = TimeSpan.Zero, PartitionItemsMax = 4 });

    public override IStorageBackend Backend => _engine;

    public override ITableAdministration Administration => _engine;
}

public sealed class BackgroundUpdateTable(BackgroundFixture fixture) : UpdateTableSpecification(fixture);
