using Keyfold.Specification.Streams;

namespace Keyfold.Specification.Tests.DynamoDb;

public sealed class DynamoDbStreamRecords(DynamoDbFixture fixture) : StreamRecordsSpecification(fixture);

public sealed class DynamoDbStreamReading(DynamoDbFixture fixture) : StreamReadingSpecification(fixture)
{
    public override Task A_page_ends_at_a_megabyte() => DynamoDbFixture.Differs("DynamoDB Local bounds a page by the number of records only.");
}
