using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold.Specification.Tests.Backends;

public sealed class ResilientBatches(ResilientFixture fixture) : BatchesSpecification(fixture)
{
    // resilience asks again for what did not fit
    public override async Task A_batch_reads_16_MB_at_most()
    {
        List<ItemKey> keys = [.. Enumerable.Range(0, 42).Select(n => Key.Of(Unique(), n))];
        for (int n = 0; n < keys.Count; n++)
        {
            await Put(SharedTables.NumberSort, [("PK", Unique()), ("SK", n), ("T", new string('x', 400_000))]);
        }

        BatchGetItemResponse response = await Backend.BatchGetItemAsync(new BatchGetItemRequest
        {
            Tables = [new BatchGetTable(SharedTables.NumberSort.Name, keys) { Projection = new ProjectionExpression(["SK"]) }],
        });
        Assert.Empty(response.UnprocessedKeys);
        Assert.Equal(
            Enumerable.Range(0, 42).Select(n => (AttributeValue)n),
            Decode(response.Tables[0].Items).Select(item => item["SK"]).OrderBy(value => value.AsNumber()));
    }
}

public sealed class ResilientCapacity(ResilientFixture fixture) : CapacitySpecification(fixture);

public sealed class ResilientConcurrency(ResilientFixture fixture) : ConcurrencySpecification(fixture);

public sealed class ResilientConditions(ResilientFixture fixture) : ConditionsSpecification(fixture);

public sealed class ResilientDeleteItem(ResilientFixture fixture) : DeleteItemSpecification(fixture);

public sealed class ResilientFilters(ResilientFixture fixture) : FiltersSpecification(fixture);

public sealed class ResilientGetItem(ResilientFixture fixture) : GetItemSpecification(fixture);

public sealed class ResilientGlobalSecondaryIndexes(ResilientFixture fixture) : GlobalSecondaryIndexesSpecification(fixture);

public sealed class ResilientIdempotency(ResilientFixture fixture) : IdempotencySpecification(fixture);

public sealed class ResilientLimits(ResilientFixture fixture) : LimitsSpecification(fixture);

public sealed class ResilientLocalSecondaryIndexes(ResilientFixture fixture) : LocalSecondaryIndexesSpecification(fixture);

public sealed class ResilientMultiAttributeIndexes(ResilientFixture fixture) : MultiAttributeIndexesSpecification(fixture);

public sealed class ResilientProjections(ResilientFixture fixture) : ProjectionsSpecification(fixture);

public sealed class ResilientPutItem(ResilientFixture fixture) : PutItemSpecification(fixture);

public sealed class ResilientQueryPaging(ResilientFixture fixture) : QueryPagingSpecification(fixture);

public sealed class ResilientQuery(ResilientFixture fixture) : QuerySpecification(fixture);

public sealed class ResilientReturnValues(ResilientFixture fixture) : ReturnValuesSpecification(fixture);

public sealed class ResilientScan(ResilientFixture fixture) : ScanSpecification(fixture);

public sealed class ResilientTables(ResilientFixture fixture) : TablesSpecification(fixture);

public sealed class ResilientTransactGet(ResilientFixture fixture) : TransactGetSpecification(fixture);

public sealed class ResilientTransactWrite(ResilientFixture fixture) : TransactWriteSpecification(fixture);

public sealed class ResilientUpdateItem(ResilientFixture fixture) : UpdateItemSpecification(fixture);

public sealed class ResilientUpdateSetsAndNumbers(ResilientFixture fixture) : UpdateSetsAndNumbersSpecification(fixture);

public sealed class ResilientUpdateTable(ResilientFixture fixture) : UpdateTableSpecification(fixture);

public sealed class ResilientTimeToLive(ResilientFixture fixture) : TimeToLiveSpecification(fixture);
