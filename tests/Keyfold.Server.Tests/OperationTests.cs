using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Server.Tests;

/// <summary>Amazon's low-level client over HTTP, operation by operation, with signatures verified and not.</summary>
public sealed class OperationTests
{
    private const string Table = "Orders";
    private const string Index = "ByState";

    public static TheoryData<bool> Authentication => [false, true];

    [Theory]
    [MemberData(nameof(Authentication))]
    public Task Tables(bool authenticated) => WithTableAsync(authenticated, async client =>
    {
        Assert.Equal([Table], (await client.ListTablesAsync()).TableNames);
        TableDescription table = (await client.DescribeTableAsync(Table)).Table;
        Assert.Equal((TableStatus.ACTIVE, Index), (table.TableStatus, Assert.Single(table.GlobalSecondaryIndexes).IndexName));
        await Assert.ThrowsAsync<ResourceInUseException>(() => CreateTableAsync(client));
        Assert.Equal(TableStatus.DELETING, (await client.DeleteTableAsync(Table)).TableDescription.TableStatus);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.DescribeTableAsync(Table));
    });

    [Theory]
    [MemberData(nameof(Authentication))]
    public Task Items(bool authenticated) => WithTableAsync(authenticated, async client =>
    {
        await client.PutItemAsync(Table, Order("c1", "o1", "open", 5));
        ConditionalCheckFailedException refused = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => client.PutItemAsync(new PutItemRequest
        {
            TableName = Table,
            Item = Order("c1", "o1", "lost", 0),
            ConditionExpression = "attribute_not_exists(Customer)",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        }));
        Assert.Equal("5", refused.Item["Amount"].N);

        UpdateItemResponse updated = await client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = Table,
            Key = Key("c1", "o1"),
            UpdateExpression = "SET #s = :s ADD Amount :n",
            ExpressionAttributeNames = new() { ["#s"] = "State" },
            ExpressionAttributeValues = new() { [":s"] = new("paid"), [":n"] = new() { N = "2.5" } },
            ReturnValues = ReturnValue.ALL_NEW,
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        });
        Assert.Equal(("paid", "7.5", 3), (updated.Attributes["State"].S, updated.Attributes["Amount"].N, updated.ConsumedCapacity.CapacityUnits));

        GetItemResponse got = await client.GetItemAsync(Table, Key("c1", "o1"), consistentRead: true);
        Assert.Equal(["Amount", "Customer", "Number", "State"], got.Item.Keys.Order(StringComparer.Ordinal));
        DeleteItemResponse deleted = await client.DeleteItemAsync(Table, Key("c1", "o1"), ReturnValue.ALL_OLD);
        Assert.Equal("7.5", deleted.Attributes["Amount"].N);
        Assert.False((await client.GetItemAsync(Table, Key("c1", "o1"))).IsItemSet);
    });

    [Theory]
    [MemberData(nameof(Authentication))]
    public Task Queries_and_scans(bool authenticated) => WithTableAsync(authenticated, async client =>
    {
        await client.BatchWriteItemAsync(new BatchWriteItemRequest(new Dictionary<string, List<WriteRequest>>
        {
            [Table] = [.. Enumerable.Range(0, 20).Select(i => new WriteRequest(new PutRequest(Order("c" + i / 10, $"o{i:00}", i % 2 == 0 ? "open" : "paid", i))))],
        }));

        QueryResponse page = await client.QueryAsync(new QueryRequest
        {
            TableName = Table,
            KeyConditionExpression = "Customer = :c AND #n >= :n",
            FilterExpression = "Amount < :t",
            ExpressionAttributeNames = new() { ["#n"] = "Number" },
            ExpressionAttributeValues = new() { [":c"] = new("c1"), [":n"] = new("o12"), [":t"] = new() { N = "18" } },
            ScanIndexForward = false,
            Limit = 4,
        });
        Assert.Equal(["o17", "o16"], page.Items.Select(item => item["Number"].S));
        Assert.Equal("o16", page.LastEvaluatedKey["Number"].S);

        QueryResponse open = await client.QueryAsync(new QueryRequest
        {
            TableName = Table,
            IndexName = Index,
            KeyConditionExpression = "#s = :s",
            ExpressionAttributeNames = new() { ["#s"] = "State" },
            ExpressionAttributeValues = new() { [":s"] = new("open") },
            Select = Select.COUNT,
        });
        Assert.Equal(10, open.Count);

        List<string> scanned = [];
        await foreach (ScanResponse part in client.Paginators.Scan(new ScanRequest(Table) { Limit = 7 }).Responses)
        {
            scanned.AddRange(part.Items.Select(item => item["Number"].S));
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"o{i:00}"), scanned.Order(StringComparer.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Authentication))]
    public Task Batches_and_transactions(bool authenticated) => WithTableAsync(authenticated, async client =>
    {
        await client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            ClientRequestToken = "once",
            TransactItems =
            [
                new() { Put = new() { TableName = Table, Item = Order("c1", "o1", "open", 1) } },
                new() { Put = new() { TableName = Table, Item = Order("c2", "o2", "open", 2) } },
            ],
        });
        TransactionCanceledException cancelled = await Assert.ThrowsAsync<TransactionCanceledException>(() => client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems =
            [
                new() { Delete = new() { TableName = Table, Key = Key("c1", "o1") } },
                new() { ConditionCheck = new() { TableName = Table, Key = Key("c2", "o2"), ConditionExpression = "attribute_not_exists(Amount)" } },
            ],
        }));
        Assert.Equal(["None", "ConditionalCheckFailed"], cancelled.CancellationReasons.Select(reason => reason.Code));

        BatchGetItemResponse batch = await client.BatchGetItemAsync(new BatchGetItemRequest(new Dictionary<string, KeysAndAttributes>
        {
            [Table] = new() { Keys = [Key("c1", "o1"), Key("c2", "o2"), Key("c3", "o3")] },
        }));
        Assert.Equal(["1", "2"], batch.Responses[Table].Select(item => item["Amount"].N).Order(StringComparer.Ordinal));

        TransactGetItemsResponse both = await client.TransactGetItemsAsync(new TransactGetItemsRequest
        {
            TransactItems = [new() { Get = new() { TableName = Table, Key = Key("c2", "o2") } }, new() { Get = new() { TableName = Table, Key = Key("c3", "o3") } }],
        });
        Assert.Equal(["2", null], both.Responses.Select(response => response.Item?.GetValueOrDefault("Amount")?.N));
    });

    private static async Task WithTableAsync(bool authenticated, Func<AmazonDynamoDBClient, Task> test)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(
            new ServerOptions { Port = 0, AccessKeys = authenticated ? [ServerUnderTest.Alice] : [] });
        using AmazonDynamoDBClient client = server.Connect();
        await CreateTableAsync(client);
        await test(client);
    }

    private static Task<CreateTableResponse> CreateTableAsync(AmazonDynamoDBClient client) => client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [new("Customer", ScalarAttributeType.S), new("Number", ScalarAttributeType.S), new("State", ScalarAttributeType.S)],
        KeySchema = [new("Customer", KeyType.HASH), new("Number", KeyType.RANGE)],
        GlobalSecondaryIndexes = [new() { IndexName = Index, KeySchema = [new("State", KeyType.HASH)], Projection = new() { ProjectionType = ProjectionType.ALL } }],
    });

    private static Dictionary<string, AttributeValue> Key(string customer, string number) => new() { ["Customer"] = new(customer), ["Number"] = new(number) };

    private static Dictionary<string, AttributeValue> Order(string customer, string number, string state, int total) =>
        new(Key(customer, number)) { ["State"] = new(state), ["Amount"] = new() { N = $"{total}" } };
}
