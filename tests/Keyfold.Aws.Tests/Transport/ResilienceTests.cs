using Amazon.Runtime;
using Keyfold.Engine;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Resilience;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Aws.Tests.Transport;

/// <summary>
/// The backend under its policies, on a wire that spoils answers: each call ends as documented, no write is applied twice, and no item is lost or reported
/// wrongly.
/// </summary>
public sealed class ResilienceTests : IAsyncLifetime
{
    private static readonly TableSchema Schema = new("counters", new KeySchema(new KeyAttribute("PK", AttributeType.String)));

    private readonly EmbeddedEngine _engine = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _engine.CreateTableAsync(Schema, Token);
        await _engine.PutItemAsync(new PutItemRequest { TableName = "counters", Item = ItemCodec.Encode([("PK", "a"), ("Count", 0)], ItemEncoding.Binary) }, Token);
    }

    public ValueTask DisposeAsync() => default;

    [Theory]
    [InlineData(Spoil.Throttle, 2)]
    [InlineData(Spoil.RefuseExpired, 2)]
    [InlineData(Spoil.RefuseSkewed, 1)]
    public async Task What_was_refused_is_sent_again_and_applied_once(Spoil spoil, int times)
    {
        var wire = new SpoilingHandler(_engine, spoil, times);
        await using ResilientBackend backend = Connect(wire);

        await backend.UpdateItemAsync(Increment, Token);

        Assert.Equal((1, times + 1), (await CountAsync(), wire.Requests));
    }

    [Theory]
    [InlineData(Spoil.FailBefore, 0)]
    [InlineData(Spoil.FailAfter, 1)]
    [InlineData(Spoil.LoseAnswer, 1)]
    [InlineData(Spoil.TruncateAnswer, 1)]
    [InlineData(Spoil.CorruptAnswer, 1)]
    public async Task What_may_have_been_applied_and_cannot_be_twice_is_not_sent_again(Spoil spoil, int count)
    {
        var wire = new SpoilingHandler(_engine, spoil, times: 1);
        await using ResilientBackend backend = Connect(wire);

        AmbiguousWriteException error = await Assert.ThrowsAsync<AmbiguousWriteException>(async () => await backend.UpdateItemAsync(Increment, Token));

        Assert.Equal(("UpdateItem", count, 1), (error.Operation, await CountAsync(), wire.Requests));
    }

    [Theory]
    [InlineData(Spoil.FailBefore)]
    [InlineData(Spoil.FailAfter)]
    [InlineData(Spoil.LoseAnswer)]
    [InlineData(Spoil.TruncateAnswer)]
    [InlineData(Spoil.CorruptAnswer)]
    public async Task A_transaction_has_a_token_so_that_it_is_applied_once_however_often_it_is_sent(Spoil spoil)
    {
        var wire = new SpoilingHandler(_engine, spoil, times: 3);
        await using ResilientBackend backend = Connect(wire);

        await backend.TransactWriteItemsAsync(
            new TransactWriteItemsRequest { Actions = [new TransactUpdate("counters", Increment.Key, Increment.Update!)] }, Token);

        Assert.Equal((1, 4), (await CountAsync(), wire.Requests));
    }

    [Theory]
    [InlineData(Spoil.FailBefore)]
    [InlineData(Spoil.LoseAnswer)]
    [InlineData(Spoil.TruncateAnswer)]
    [InlineData(Spoil.CorruptAnswer)]
    public async Task A_read_is_sent_until_its_answer_is_whole(Spoil spoil)
    {
        var wire = new SpoilingHandler(_engine, spoil, times: 3);
        await using ResilientBackend backend = Connect(wire);

        GetItemResponse response = await backend.GetItemAsync(new GetItemRequest { TableName = "counters", Key = Increment.Key }, Token);

        Assert.Equal(ItemCodec.Decode(response.Item.Span, ItemEncoding.Json), Item.Create(("PK", "a"), ("Count", 0)));
        Assert.Equal(4, wire.Requests);
    }

    [Fact]
    public async Task What_stays_unprocessed_for_ever_is_in_the_answer_and_nothing_else()
    {
        var wire = new StubHandler(_ => StubHandler.Json("""{"UnprocessedItems":{"counters":[{"PutRequest":{"Item":{"PK":{"S":"b"}}}}]}}"""));
        await using ResilientBackend backend = Connect(wire);
        BatchWrite[] writes = [.. new[] { "a", "b", "c" }.Select(key => BatchWrite.Put(ItemCodec.Encode([("PK", key)], ItemEncoding.Json)))];

        BatchWriteItemResponse response = await backend.BatchWriteItemAsync(new BatchWriteItemRequest { Tables = [new BatchWriteTable("counters", writes)] }, Token);

        BatchWrite left = Assert.Single(Assert.Single(response.UnprocessedItems).Writes);
        Assert.Equal("""{"PK":{"S":"b"}}""", System.Text.Encoding.UTF8.GetString(left.Item.Span));
        Assert.InRange(wire.Sent.Count, 2, 10);
        Assert.All(wire.Sent.Skip(1), sent => Assert.DoesNotContain("\"a\"", sent.Body, StringComparison.Ordinal));
    }

    private static UpdateItemRequest Increment { get; } = new()
    {
        TableName = "counters",
        Key = KeyOf("a"),
        Update = new UpdateExpression([new AddAction("Count", 1)]),
    };

    private static ItemKey KeyOf(string text)
    {
        var key = new KeyWriter(stackalloc byte[64]);
        key.Partition();
        key.String(text);
        return key.ToKey();
    }

    private async Task<int> CountAsync()
    {
        GetItemResponse read = await _engine.GetItemAsync(new GetItemRequest { TableName = "counters", Key = Increment.Key }, Token);
        return int.Parse(ItemCodec.Decode(read.Item.Span, ItemEncoding.Binary)["Count"].AsNumber().ToString(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static ResilientBackend Connect(HttpMessageHandler wire)
    {
        var backend = new DynamoDbBackend(new DynamoDbOptions { Region = "eu-central-1", Credentials = new BasicAWSCredentials("keyfold", "keyfold"), Handler = wire });
        backend.DeclareTable(Schema);
        return new ResilientBackend(backend, new ResilienceOptions
        {
            CircuitBreaker = null,
            Retry = new RetryOptions { Delay = TimeSpan.Zero, DelayMax = TimeSpan.Zero, ThrottledDelay = TimeSpan.Zero, ThrottledDelayMax = TimeSpan.Zero, Budget = 5, BudgetRefill = 0 },
        });
    }
}
