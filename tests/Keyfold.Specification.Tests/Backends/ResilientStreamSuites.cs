using Keyfold.Specification.Streams;

namespace Keyfold.Specification.Tests.Backends;

public sealed class ResilientStreamRecords(ResilientFixture fixture) : StreamRecordsSpecification(fixture);

public sealed class ResilientStreamReading(ResilientFixture fixture) : StreamReadingSpecification(fixture);
