using Keyfold.Specification.Tests.Backends;

[assembly: AssemblyFixture(typeof(BackgroundFixture))]

namespace Keyfold.Specification.Tests.Backends;

/// <summary>An engine that fills new indexes in the background.</summary>
public sealed class BackgroundFixture() : EngineFixture(indexCreationDelay: TimeSpan.Zero);

public sealed class BackgroundUpdateTable(BackgroundFixture fixture) : UpdateTableSpecification(fixture);
