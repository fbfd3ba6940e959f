using Keyfold.Specification.Streams;

namespace Keyfold.Specification.Tests.Protocol;

public sealed class ProtocolStreamRecords(ProtocolFixture fixture) : StreamRecordsSpecification(fixture);

public sealed class ProtocolStreamReading(ProtocolFixture fixture) : StreamReadingSpecification(fixture);
