using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Server.Tests;

/// <summary>Which clients see the same tables.</summary>
public sealed class DatabaseTests
{
    [Fact]
    public async Task Each_access_key_and_region_has_its_own_database()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(new ServerOptions { Port = 0 });
        Assert.Equal(["Table"], await TablesAfterCreationAsync(server, ServerUnderTest.Alice, "eu-central-1"));
        Assert.Empty(await TablesAsync(server, ServerUnderTest.Alice, "us-east-1"));
        Assert.Empty(await TablesAsync(server, ServerUnderTest.Bob, "eu-central-1"));
    }

    [Fact]
    public async Task A_shared_database_is_seen_by_all()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(new ServerOptions { Port = 0, SharedDatabase = true });
        await TablesAfterCreationAsync(server, ServerUnderTest.Alice, "eu-central-1");
        Assert.Equal(["Table"], await TablesAsync(server, ServerUnderTest.Bob, "us-east-1"));
        using HttpResponseMessage unsigned = await server.PostAsync("ListTables", "{}");
        Assert.Equal("""{"TableNames":["Table"]}""", await unsigned.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_number_of_databases_is_bounded()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(new ServerOptions { Port = 0, DatabasesMax = 2 });
        await TablesAsync(server, ServerUnderTest.Alice, "a");
        await TablesAsync(server, ServerUnderTest.Alice, "b");
        AmazonDynamoDBException error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => TablesAsync(server, ServerUnderTest.Alice, "c"));
        Assert.Equal(
            ("LimitExceededException", "The server holds 2 databases already, one for each access key and region. Share one database instead."),
            (error.ErrorCode, error.Message));
        await TablesAsync(server, ServerUnderTest.Alice, "a");
    }

    private static async Task<List<string>> TablesAfterCreationAsync(ServerUnderTest server, AccessKey accessKey, string region)
    {
        using AmazonDynamoDBClient client = server.Connect(accessKey, region);
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "Table",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("PK", ScalarAttributeType.S)],
            KeySchema = [new("PK", KeyType.HASH)],
        });
        return await TablesAsync(server, accessKey, region);
    }

    private static async Task<List<string>> TablesAsync(ServerUnderTest server, AccessKey accessKey, string region)
    {
        using AmazonDynamoDBClient client = server.Connect(accessKey, region);
        return (await client.ListTablesAsync()).TableNames ?? [];
    }
}
