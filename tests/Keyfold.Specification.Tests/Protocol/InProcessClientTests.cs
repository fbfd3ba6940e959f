using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Keyfold.Aws.InProcess;
using Keyfold.Engine;

namespace Keyfold.Specification.Tests.Protocol;

/// <summary>What an application written for Amazon's SDK does, on Keyfold by one line.</summary>
public sealed class InProcessClientTests
{
    private const string Table = "Albums";

    [Fact]
    public async Task The_object_persistence_model_runs_on_the_engine()
    {
        using AmazonDynamoDBClient client = KeyfoldDynamoDBClient.Create(new EmbeddedEngine());
        await CreateTableAsync(client);
        using DynamoDBContext context = new DynamoDBContextBuilder().WithDynamoDBClient(() => client).Build();

        await context.SaveAsync(new Album { Artist = "Nina Simone", Title = "Pastel Blues", Year = 1965 });
        await context.SaveAsync(new Album { Artist = "Nina Simone", Title = "Wild Is the Wind", Year = 1966 });

        Album loaded = await context.LoadAsync<Album>("Nina Simone", "Pastel Blues");
        Assert.Equal((1965, 0), (loaded.Year, loaded.Revision));
        List<Album> albums = await context.QueryAsync<Album>("Nina Simone").GetRemainingAsync();
        Assert.Equal(["Pastel Blues", "Wild Is the Wind"], albums.Select(album => album.Title));

        loaded.Year = 1964;
        await context.SaveAsync(loaded);
        albums[0].Year = 1963;
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(albums[0]));
    }

    [Fact]
    public async Task Each_response_has_an_id_of_52_letters_and_digits()
    {
        using AmazonDynamoDBClient client = KeyfoldDynamoDBClient.Create(new EmbeddedEngine());
        ListTablesResponse first = await client.ListTablesAsync(), second = await client.ListTablesAsync();
        Assert.Matches("^[0-9A-Z]{52}$", first.ResponseMetadata.RequestId);
        Assert.NotEqual(first.ResponseMetadata.RequestId, second.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task Two_clients_of_two_engines_share_nothing()
    {
        using AmazonDynamoDBClient one = KeyfoldDynamoDBClient.Create(new EmbeddedEngine());
        using AmazonDynamoDBClient other = KeyfoldDynamoDBClient.Create(new EmbeddedEngine());
        await CreateTableAsync(one);
        Assert.Equal([Table], (await one.ListTablesAsync()).TableNames);
        Assert.Empty((await other.ListTablesAsync()).TableNames ?? []);
    }

    private static async Task CreateTableAsync(AmazonDynamoDBClient client) => await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [new("Artist", ScalarAttributeType.S), new("Title", ScalarAttributeType.S)],
        KeySchema = [new("Artist", KeyType.HASH), new("Title", KeyType.RANGE)],
    });

    [DynamoDBTable(Table)]
    public sealed class Album
    {
        [DynamoDBHashKey]
        public string Artist { get; set; } = "";

        [DynamoDBRangeKey]
        public string Title { get; set; } = "";

        public int Year { get; set; }

        [DynamoDBVersion]
        public int? Revision { get; set; }
    }
}
