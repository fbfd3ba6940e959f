using Keyfold.Specification.Streams;

namespace Keyfold.Specification.Tests.Aws;

public sealed class AwsStreamRecords(AwsFixture fixture) : StreamRecordsSpecification(fixture);

public sealed class AwsStreamReading(AwsFixture fixture) : StreamReadingSpecification(fixture);
