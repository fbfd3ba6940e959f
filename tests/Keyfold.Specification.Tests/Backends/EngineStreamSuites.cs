using Keyfold.Specification.Streams;

namespace Keyfold.Specification.Tests.Backends;

public sealed class EngineStreamRecords(EngineFixture fixture) : StreamRecordsSpecification(fixture);

public sealed class EngineStreamReading(EngineFixture fixture) : StreamReadingSpecification(fixture);
