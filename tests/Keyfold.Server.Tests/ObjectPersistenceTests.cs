using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Server.Tests;

/// <summary>Amazon's DynamoDBContext over HTTP: what it makes of requests is not what anybody would write by hand.</summary>
public sealed class ObjectPersistenceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Objects_are_saved_queried_batched_and_transacted(bool authenticated)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(
            new ServerOptions { Port = 0, AccessKeys = authenticated ? [ServerUnderTest.Alice] : [] });
        using AmazonDynamoDBClient client = server.Connect();
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "Songs",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("Artist", ScalarAttributeType.S), new("Title", ScalarAttributeType.S), new("Year", ScalarAttributeType.N)],
            KeySchema = [new("Artist", KeyType.HASH), new("Title", KeyType.RANGE)],
            LocalSecondaryIndexes =
            [
                new() { IndexName = "ByYear", KeySchema = [new("Artist", KeyType.HASH), new("Year", KeyType.RANGE)], Projection = new() { ProjectionType = ProjectionType.ALL } },
            ],
        });
        using DynamoDBContext context = new DynamoDBContextBuilder().WithDynamoDBClient(() => client).Build();

        IBatchWrite<Song> writes = context.CreateBatchWrite<Song>();
        writes.AddPutItems(Enumerable.Range(0, 30)
            .Select(i => new Song { Artist = "A" + i % 3, Title = $"T{i:00}", Year = 1990 + i, Tags = ["x", "y" + i], Live = i % 2 == 0 }));
        await writes.ExecuteAsync();

        Song song = await context.LoadAsync<Song>("A0", "T03");
        Assert.Equal((1993, false, "x,y3"), (song.Year, song.Live, string.Join(',', song.Tags.Order(StringComparer.Ordinal))));
        song.Live = true;
        await context.SaveAsync(song);
        Assert.True((await context.LoadAsync<Song>("A0", "T03")).Live);

        List<Song> recent = await context.QueryAsync<Song>("A0", QueryOperator.GreaterThan, [2014], new QueryConfig { IndexName = "ByYear" }).GetRemainingAsync();
        Assert.Equal(["T27"], recent.Where(found => found.Year > 2015).Select(found => found.Title));
        List<Song> live = await context.ScanAsync<Song>([new ScanCondition("Live", ScanOperator.Equal, true)]).GetRemainingAsync();
        Assert.Equal(16, live.Count);

        ITransactWrite<Song> transaction = context.CreateTransactWrite<Song>();
        transaction.AddSaveItem(new Song { Artist = "New", Title = "One", Year = 2026 });
        transaction.AddDeleteKey("A0", "T03");
        await transaction.ExecuteAsync();
        Assert.Null(await context.LoadAsync<Song>("A0", "T03"));
        Assert.Equal(2026, (await context.LoadAsync<Song>("New", "One")).Year);
    }

    [DynamoDBTable("Songs")]
    public sealed class Song
    {
        [DynamoDBHashKey]
        public string Artist { get; set; } = "";

        [DynamoDBRangeKey]
        public string Title { get; set; } = "";

        [DynamoDBLocalSecondaryIndexRangeKey("ByYear")]
        public int Year { get; set; }

        public List<string> Tags { get; set; } = [];

        public bool Live { get; set; }
    }
}
