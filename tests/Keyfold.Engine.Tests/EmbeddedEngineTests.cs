using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Tests;

/// <summary>What the engine promises beyond DynamoDB's behaviour.</summary>
public sealed class EmbeddedEngineTests
{
    [Fact]
    public async Task A_get_allocates_nothing()
    {
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions());
        await test.Put([("PK", "a"), ("SK", 1), ("Text", "x")]);
        GetItemRequest request = new() { TableName = EngineUnderTest.Table, Key = EngineUnderTest.Key("a", 1) };
        Assert.False((await test.Engine.GetItemAsync(request)).Item.IsEmpty);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            await test.Engine.GetItemAsync(request);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>The item, and one path of a tree that has two levels of branches here: three nodes and the version.</summary>
    [Fact]
    public async Task A_replacing_put_allocates_the_item_and_one_path()
    {
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions());
        byte[] item = EngineUnderTest.Encode([("PK", "a"), ("SK", 1), ("Text", new string('x', 700))]);
        PutItemRequest request = new() { TableName = EngineUnderTest.Table, Item = item };
        for (int sort = 0; sort < 500; sort++)
        {
            await test.Put([("PK", "a"), ("SK", sort)]);
        }

        await test.Engine.PutItemAsync(request);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            await test.Engine.PutItemAsync(request);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000, item.Length, item.Length + 1_200);
    }

    [Fact]
    public async Task An_item_that_was_read_never_changes()
    {
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions());
        Item first = [("PK", "a"), ("SK", 1), ("N", 1)];
        await test.Put(first);
        GetItemResponse read = await test.Engine.GetItemAsync(new GetItemRequest { TableName = EngineUnderTest.Table, Key = EngineUnderTest.Key("a", 1) });
        await test.Engine.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = EngineUnderTest.Table,
            Key = EngineUnderTest.Key("a", 1),
            Update = new UpdateExpression([new AddAction("N", 1)]),
        });
        await test.Delete("a", 1);
        Assert.Equal(first, EngineUnderTest.Decode(read.Item));
    }

    [Fact]
    public async Task A_put_copies_the_callers_memory()
    {
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions());
        Item item = [("PK", "a"), ("SK", 1)];
        byte[] memory = EngineUnderTest.Encode(item);
        await test.Engine.PutItemAsync(new PutItemRequest { TableName = EngineUnderTest.Table, Item = memory });
        Array.Clear(memory);
        Assert.Equal(item, await test.Get("a", 1));
    }

    [Fact]
    public async Task A_call_completes_when_it_returns()
    {
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions());
        PutItemRequest put = new() { TableName = EngineUnderTest.Table, Item = EngineUnderTest.Encode([("PK", "a"), ("SK", 1)]) };
        CancellationToken cancelled = new(canceled: true);
        Assert.True(test.Engine.PutItemAsync(put).AsTask().IsCompletedSuccessfully);
        Assert.True(test.Engine.PutItemAsync(put with { TableName = "nowhere" }).AsTask().IsFaulted);
        Assert.True(test.Engine.PutItemAsync(put, cancelled).AsTask().IsCanceled);
        Assert.True(test.Engine.ListTablesAsync(cancelled).AsTask().IsCanceled);
    }

    public static TheoryData<EngineOptions> OutOfRange { get; } =
    [
        new EngineOptions { PartitionItemsMax = 1 },
        new EngineOptions { PartitionBytesMax = 0 },
        new EngineOptions { ItemCollectionBytesMax = 0 },
        new EngineOptions { TimeProvider = null! },
    ];

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Options_are_checked_when_the_engine_is_built(EngineOptions options) =>
        Assert.Throws<ArgumentException>(() => new EmbeddedEngine(options));
}
