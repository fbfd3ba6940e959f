using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Tests.Log;

/// <summary>The bound of 10 GB on an item collection, with a smaller bound.</summary>
public sealed class ItemCollectionTests
{
    // two items of 18 to 20 bytes (PK 2 + 1 to 3, SK 2 + 2, L 1 + 10), each with an index entry of the same size
    private static readonly EngineOptions Room = new() { ItemCollectionBytesMax = 2 * 2 * 20 };

    [Fact]
    public async Task A_put_that_passes_the_bound_fails_and_changes_nothing()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Room);
        await test.Put(ItemOf("a", 1));
        await test.Put(ItemOf("a", 2));
        StorageException error = await Assert.ThrowsAsync<StorageException>(() => test.Put(ItemOf("a", 3)));
        Assert.Equal(StorageErrorCode.ItemCollectionSizeLimitExceededException, error.Code);
        Assert.Null(await test.Get("a", 3));
        Assert.Equal(2, (await test.ScanAll(EngineUnderTest.Local)).Count);
    }

    [Fact]
    public async Task Another_collection_has_its_own_bound()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Room);
        foreach (string partition in (string[])["a", "b", "ab", ""])
        {
            await test.Put(ItemOf(partition + "x", 1));
            await test.Put(ItemOf(partition + "x", 2));
        }

        Assert.Equal(8, (await test.ScanAll()).Count);
    }

    [Fact]
    public async Task Deletes_and_shrinking_writes_pass_at_the_bound()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Room);
        await test.Put(ItemOf("a", 1));
        await test.Put(ItemOf("a", 2));
        await test.Put([("PK", "a"), ("SK", 2), ("L", "short")]);
        await test.Delete("a", 1);
        await test.Put(ItemOf("a", 3));
        Assert.Equal([2, 3], (await test.ScanAll()).Select(item => EngineUnderTest.Int(item, "SK")));
    }

    [Fact]
    public async Task A_transaction_is_cancelled_by_what_its_actions_add_together()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Room);
        await test.Put(ItemOf("a", 1));
        StorageException error = await Assert.ThrowsAsync<StorageException>(async () =>
            await test.Engine.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                Actions =
                [
                    EngineUnderTest.TransactPut(ItemOf("a", 2)),
                    EngineUnderTest.TransactPut(ItemOf("b", 1)),
                    EngineUnderTest.TransactPut(ItemOf("a", 3)),
                ],
            }));
        Assert.Equal(
            [CancellationCode.ItemCollectionSizeLimitExceeded, CancellationCode.None, CancellationCode.ItemCollectionSizeLimitExceeded],
            error.CancellationReasons.Select(reason => reason.Code));
        Assert.Single(await test.ScanAll());
    }

    [Fact]
    public async Task A_batch_that_passes_the_bound_fails()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Room);
        StorageException error = await Assert.ThrowsAsync<StorageException>(async () =>
            await test.Engine.BatchWriteItemAsync(new BatchWriteItemRequest
            {
                Tables =
                [
                    new BatchWriteTable(
                        EngineUnderTest.Table,
                        [.. Enumerable.Range(1, 3).Select(sort => BatchWrite.Put(EngineUnderTest.Encode(ItemOf("a", sort))))]),
                ],
            }));
        Assert.Equal(StorageErrorCode.ItemCollectionSizeLimitExceededException, error.Code);
        Assert.Empty(await test.ScanAll());
    }

    [Fact]
    public async Task Metrics_name_the_collection()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Room);
        PutItemResponse response = await test.Engine.PutItemAsync(new PutItemRequest
        {
            TableName = EngineUnderTest.Table,
            Item = EngineUnderTest.Encode(ItemOf("a", 1)),
            ReturnItemCollectionMetrics = true,
        });
        Assert.Equal(new ItemCollectionMetrics("a", 0, 1), response.ItemCollectionMetrics);
    }

    private static Item ItemOf(string partition, int sort) => [("PK", partition), ("SK", sort), ("L", "0123456789")];
}
