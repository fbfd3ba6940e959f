using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Server.Tests;

/// <summary>Amazon's low-level client over HTTP: what is asked of tables, of the account, in PartiQL, and of streams.</summary>
public sealed class ControlOperationTests
{
    private const string Table = "Orders";

    // no index takes as many looks to be built
    private const int LooksMax = 100_000;

    [Fact]
    public Task A_table_is_updated() => WithTableAsync(async (_, client, _) =>
    {
        await client.PutItemAsync(Table, new() { ["Id"] = new("a"), ["State"] = new("open") });
        await client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = Table,
            AttributeDefinitions = [new("Id", ScalarAttributeType.S), new("State", ScalarAttributeType.S)],
            GlobalSecondaryIndexUpdates =
            [
                new() { Create = new() { IndexName = "ByState", KeySchema = [new("State", KeyType.HASH)], Projection = new() { ProjectionType = ProjectionType.ALL } } },
            ],
        });
        await WaitAsync(client, table => table.GlobalSecondaryIndexes?.Single().IndexStatus == IndexStatus.ACTIVE);
        QueryResponse found = await client.QueryAsync(new QueryRequest
        {
            TableName = Table,
            IndexName = "ByState",
            KeyConditionExpression = "#s = :s",
            ExpressionAttributeNames = new() { ["#s"] = "State" },
            ExpressionAttributeValues = new() { [":s"] = new("open") },
        });
        Assert.Equal("a", Assert.Single(found.Items)["Id"].S);

        await client.UpdateTableAsync(new UpdateTableRequest { TableName = Table, DeletionProtectionEnabled = true });
        await WaitAsync(client, table => table.TableStatus == TableStatus.ACTIVE);
        await Assert.ThrowsAsync<AmazonDynamoDBException>(() => client.DeleteTableAsync(Table));
    });

    [Fact]
    public Task A_table_has_a_time_to_live_and_tags() => WithTableAsync(async (_, client, arn) =>
    {
        await client.UpdateTimeToLiveAsync(
            new UpdateTimeToLiveRequest { TableName = Table, TimeToLiveSpecification = new() { AttributeName = "Until", Enabled = true } });
        Assert.Equal("Until", (await client.DescribeTimeToLiveAsync(Table)).TimeToLiveDescription.AttributeName);

        await client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new() { Key = "team", Value = "shop" }] });
        Tag tag = Assert.Single((await client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn })).Tags);
        Assert.Equal(("team", "shop"), (tag.Key, tag.Value));
        await client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["team"] });
        Assert.Empty((await client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn })).Tags ?? []);
    });

    [Fact]
    public Task The_account_is_described() => WithTableAsync(async (_, client, _) =>
    {
        Assert.True((await client.DescribeLimitsAsync(new DescribeLimitsRequest())).TableMaxReadCapacityUnits > 0);
        Assert.NotEmpty((await client.DescribeEndpointsAsync(new DescribeEndpointsRequest())).Endpoints);
        Assert.Empty((await client.ListBackupsAsync(new ListBackupsRequest())).BackupSummaries ?? []);
        Assert.Equal(
            ContinuousBackupsStatus.ENABLED,
            (await client.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = Table })).ContinuousBackupsDescription.ContinuousBackupsStatus);
        Assert.Equal(
            ContributorInsightsStatus.DISABLED,
            (await client.DescribeContributorInsightsAsync(new DescribeContributorInsightsRequest { TableName = Table })).ContributorInsightsStatus);
    });

    [Fact]
    public Task Statements_are_executed() => WithTableAsync(async (_, client, _) =>
    {
        await client.ExecuteStatementAsync(
            new ExecuteStatementRequest { Statement = $"INSERT INTO {Table} VALUE {{'Id': ?, 'Amount': 5}}", Parameters = [new("a")] });
        await client.ExecuteTransactionAsync(new ExecuteTransactionRequest
        {
            TransactStatements =
            [
                new() { Statement = $"UPDATE {Table} SET Amount = Amount + 1 WHERE Id = 'a'" },
                new() { Statement = $"INSERT INTO {Table} VALUE {{'Id': 'b'}}" },
            ],
        });
        ExecuteStatementResponse selected = await client.ExecuteStatementAsync(
            new ExecuteStatementRequest { Statement = $"SELECT Amount FROM {Table} WHERE Id = ?", Parameters = [new("a")] });
        Assert.Equal("6", Assert.Single(selected.Items)["Amount"].N);

        BatchExecuteStatementResponse batch = await client.BatchExecuteStatementAsync(new BatchExecuteStatementRequest
        {
            Statements = [new() { Statement = $"SELECT * FROM {Table} WHERE Id = 'b'" }, new() { Statement = "SELECT * FROM Nowhere WHERE Id = 'b'" }],
        });
        Assert.Equal("b", batch.Responses[0].Item["Id"].S);
        Assert.Equal(BatchStatementErrorCodeEnum.ResourceNotFound, batch.Responses[1].Error.Code);
    });

    [Fact]
    public Task Streams_are_read_on_the_same_port() => WithTableAsync(async (server, client, _) =>
    {
        await client.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = Table,
            StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.NEW_AND_OLD_IMAGES },
        });
        await client.PutItemAsync(Table, new() { ["Id"] = new("a"), ["State"] = new("open") });
        string stream = (await client.DescribeTableAsync(Table)).Table.LatestStreamArn;

        using JsonDocument described = await AskStreamsAsync(server, "DescribeStream", $$"""{"StreamArn":"{{stream}}"}""");
        List<string> changes = [];
        foreach (JsonElement shard in described.RootElement.GetProperty("StreamDescription").GetProperty("Shards").EnumerateArray())
        {
            using JsonDocument iterator = await AskStreamsAsync(
                server, "GetShardIterator", $$"""{"StreamArn":"{{stream}}","ShardId":"{{shard.GetProperty("ShardId").GetString()}}","ShardIteratorType":"TRIM_HORIZON"}""");
            using JsonDocument records = await AskStreamsAsync(
                server, "GetRecords", $$"""{"ShardIterator":"{{iterator.RootElement.GetProperty("ShardIterator").GetString()}}"}""");
            changes.AddRange(records.RootElement.GetProperty("Records").EnumerateArray()
                .Select(record => $"{record.GetProperty("eventName").GetString()} {record.GetProperty("dynamodb").GetProperty("NewImage").GetRawText()}"));
        }

        Assert.Equal(["""INSERT {"Id":{"S":"a"},"State":{"S":"open"}}"""], changes);
    });

    private static async Task WithTableAsync(Func<ServerUnderTest, AmazonDynamoDBClient, string, Task> test)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using AmazonDynamoDBClient client = server.Connect();
        CreateTableResponse created = await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("Id", ScalarAttributeType.S)],
            KeySchema = [new("Id", KeyType.HASH)],
        });
        await WaitAsync(client, table => table.TableStatus == TableStatus.ACTIVE);
        await test(server, client, created.TableDescription.TableArn);
    }

    private static async Task WaitAsync(AmazonDynamoDBClient client, Func<TableDescription, bool> isReady)
    {
        for (int look = 0; !isReady((await client.DescribeTableAsync(Table)).Table); look++)
        {
            Assert.True(look < LooksMax, "The table never got ready.");
        }
    }

    private static async Task<JsonDocument> AskStreamsAsync(ServerUnderTest server, string operation, string body)
    {
        using HttpResponseMessage response = await server.PostAsync(operation, System.Text.Encoding.UTF8.GetBytes(body), request =>
        {
            request.Headers.Remove("X-Amz-Target");
            request.Headers.Add("X-Amz-Target", "DynamoDBStreams_20120810." + operation);
        });
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text);
    }
}
