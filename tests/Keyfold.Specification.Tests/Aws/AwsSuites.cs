using Keyfold.Schema;

namespace Keyfold.Specification.Tests.Aws;

public sealed class AwsBatches(AwsFixture fixture) : BatchesSpecification(fixture);

public sealed class AwsCapacity(AwsFixture fixture) : CapacitySpecification(fixture);

public sealed class AwsConcurrency(AwsFixture fixture) : ConcurrencySpecification(fixture);

public sealed class AwsConditions(AwsFixture fixture) : ConditionsSpecification(fixture);

public sealed class AwsDeleteItem(AwsFixture fixture) : DeleteItemSpecification(fixture);

public sealed class AwsFilters(AwsFixture fixture) : FiltersSpecification(fixture);

public sealed class AwsGetItem(AwsFixture fixture) : GetItemSpecification(fixture);

public sealed class AwsGlobalSecondaryIndexes(AwsFixture fixture) : GlobalSecondaryIndexesSpecification(fixture);

public sealed class AwsIdempotency(AwsFixture fixture) : IdempotencySpecification(fixture);

public sealed class AwsLimits(AwsFixture fixture) : LimitsSpecification(fixture)
{
    public override Task An_update_has_300_operators_at_most()
    {
        Assert.Skip("As text, these updates are longer than the 4,096 bytes of an expression.");
        return Task.CompletedTask;
    }
}

public sealed class AwsLocalSecondaryIndexes(AwsFixture fixture) : LocalSecondaryIndexesSpecification(fixture);

public sealed class AwsMultiAttributeIndexes(AwsFixture fixture) : MultiAttributeIndexesSpecification(fixture);

public sealed class AwsProjections(AwsFixture fixture) : ProjectionsSpecification(fixture);

public sealed class AwsPutItem(AwsFixture fixture) : PutItemSpecification(fixture);

public sealed class AwsQueryPaging(AwsFixture fixture) : QueryPagingSpecification(fixture);

public sealed class AwsQuery(AwsFixture fixture) : QuerySpecification(fixture);

public sealed class AwsReturnValues(AwsFixture fixture) : ReturnValuesSpecification(fixture);

public sealed class AwsScan(AwsFixture fixture) : ScanSpecification(fixture);

public sealed class AwsTables(AwsFixture fixture) : TablesSpecification(fixture)
{
    // attribute definitions name an attribute once, so that DynamoDB misses one for the second key element before it compares the names
    public override Task A_schema_is_refused(string words, TableSchema schema) => base.A_schema_is_refused(
        words.StartsWith("Both the Hash Key and the Range Key", StringComparison.Ordinal)
            ? "Invalid KeySchema: Some index key attribute have no definition"
            : words,
        schema);
}

public sealed class AwsTransactGet(AwsFixture fixture) : TransactGetSpecification(fixture);

public sealed class AwsTransactWrite(AwsFixture fixture) : TransactWriteSpecification(fixture);

public sealed class AwsUpdateItem(AwsFixture fixture) : UpdateItemSpecification(fixture);

public sealed class AwsUpdateSetsAndNumbers(AwsFixture fixture) : UpdateSetsAndNumbersSpecification(fixture);

public sealed class AwsUpdateTable(AwsFixture fixture) : UpdateTableSpecification(fixture);

public sealed class AwsTimeToLive(AwsFixture fixture) : TimeToLiveSpecification(fixture);
