using Keyfold.Specification.Streams;

namespace Keyfold.Specification.Tests.Backends;

public sealed class OracleStreamRecords(OracleFixture fixture) : StreamRecordsSpecification(fixture);

public sealed class OracleStreamReading(OracleFixture fixture) : StreamReadingSpecification(fixture);
