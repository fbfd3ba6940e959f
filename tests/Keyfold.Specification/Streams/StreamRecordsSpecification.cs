using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;
using Keyfold.Streams;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification.Streams;

/// <summary>Which writes make records, and what a record shows.</summary>
public abstract class StreamRecordsSpecification(BackendFixture fixture) : StreamsSpecification(fixture)
{
    private static readonly Item First = [("PK", "a"), ("SK", "1"), ("V", 1)];
    private static readonly Item Second = [("PK", "a"), ("SK", "1"), ("V", 2)];
    private static readonly Item Keys = [("PK", "a"), ("SK", "1")];

    [Theory]
    [InlineData(StreamViewType.KeysOnly, 6, 6, 6)]
    [InlineData(StreamViewType.NewImage, 15, 15, 6)]
    [InlineData(StreamViewType.OldImage, 6, 15, 15)]
    [InlineData(StreamViewType.NewAndOldImages, 15, 24, 15)]
    public async Task A_record_shows_what_the_view_says(StreamViewType viewType, long inserted, long modified, long removed)
    {
        (TableSchema table, string stream) = await NewStream(viewType, $"View.{viewType}");
        await Put(table, First, Second);
        await Backend.DeleteItemAsync(new DeleteItemRequest { TableName = table.Name, Key = Key.Of("a", "1") });

        bool showsOld = viewType is StreamViewType.OldImage or StreamViewType.NewAndOldImages;
        bool showsNew = viewType is StreamViewType.NewImage or StreamViewType.NewAndOldImages;
        Assert.Equal(
            [
                new Change(ChangeKind.Insert, Keys, null, showsNew ? First : null),
                new Change(ChangeKind.Modify, Keys, showsOld ? First : null, showsNew ? Second : null),
                new Change(ChangeKind.Remove, Keys, showsOld ? Second : null, null),
            ],
            await ChangesOf(stream));
        IReadOnlyList<StreamRecord> records = await Reader.ReadAll(stream);
        Assert.Equal([inserted, modified, removed], records.Select(record => record.SizeBytes));
        Assert.All(records, record => Assert.Equal((viewType, null), (record.ViewType, record.UserIdentity)));
    }

    [Fact]
    public async Task A_write_that_leaves_the_item_equal_makes_no_record()
    {
        (TableSchema table, string stream) = await NewStream();
        Item item = [("PK", "a"), ("SK", "1"), ("N", 1), ("S", AttributeValue.StringSet(["x", "y"]))];
        await Put(table, item, item, [("S", AttributeValue.StringSet(["y", "x"])), ("N", 1), ("SK", "1"), ("PK", "a")]);
        await Update(table, Key.Of("a", "1"), Set("N", 1), Remove("Missing"));
        await Backend.UpdateItemAsync(new UpdateItemRequest { TableName = table.Name, Key = Key.Of("a", "1") });
        await Backend.DeleteItemAsync(new DeleteItemRequest { TableName = table.Name, Key = Key.Of("a", "2") });
        Assert.Equal([new Change(ChangeKind.Insert, Keys, null, item)], await ChangesOf(stream));
    }

    [Fact]
    public async Task A_write_that_fails_makes_no_record()
    {
        (TableSchema table, string stream) = await NewStream();
        await Put(table, First);
        await Assert.ThrowsAsync<StorageException>(async () => await Backend.PutItemAsync(
            new PutItemRequest { TableName = table.Name, Item = Encode(Second), Condition = IsEqual("V", 7) }));
        await Assert.ThrowsAsync<StorageException>(async () => await Backend.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            Actions =
            [
                new TransactPut(table.Name, Encode([("PK", "b"), ("SK", "1")])),
                new TransactConditionCheck(table.Name, Key.Of("a", "1")) { Condition = IsEqual("V", 7) },
            ],
        }));
        Assert.Equal([new Change(ChangeKind.Insert, Keys, null, First)], await ChangesOf(stream));
    }

    [Fact]
    public async Task An_update_makes_a_record_of_the_whole_item()
    {
        (TableSchema table, string stream) = await NewStream();
        await Update(table, Key.Of("a", "1"), Set("V", 1));
        await Update(table, Key.Of("a", "1"), Add("V", 1));
        Assert.Equal([new Change(ChangeKind.Insert, Keys, null, First), new Change(ChangeKind.Modify, Keys, First, Second)], await ChangesOf(stream));
    }

    [Fact]
    public async Task A_batch_makes_a_record_for_each_item()
    {
        (TableSchema table, string stream) = await NewStream();
        await Put(table, First);
        await Backend.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            Tables =
            [
                new BatchWriteTable(table.Name,
                [
                    BatchWrite.Delete(Key.Of("a", "1")),
                    BatchWrite.Put(Encode([("PK", "a"), ("SK", "2")])),
                    BatchWrite.Delete(Key.Of("a", "3")),
                ]),
            ],
        });
        Assert.Equal(
            [
                new Change(ChangeKind.Insert, Keys, null, First),
                new Change(ChangeKind.Remove, Keys, First, null),
                new Change(ChangeKind.Insert, [("PK", "a"), ("SK", "2")], null, [("PK", "a"), ("SK", "2")]),
            ],
            (await ChangesOf(stream)).OrderBy(change => change.Keys["SK"].AsString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_transaction_makes_a_record_for_each_item()
    {
        (TableSchema table, string stream) = await NewStream();
        await Put(table, First, [("PK", "a"), ("SK", "2")]);
        await Backend.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            Actions =
            [
                new TransactPut(table.Name, Encode([("PK", "a"), ("SK", "3")])),
                new TransactUpdate(table.Name, Key.Of("a", "1"), new UpdateExpression([Set("V", 2)])),
                new TransactConditionCheck(table.Name, Key.Of("a", "4")) { Condition = new AttributeNotExists("PK") },
                new TransactDelete(table.Name, Key.Of("a", "2")),
            ],
        });
        Assert.Equal(
            [
                new Change(ChangeKind.Modify, Keys, First, Second),
                new Change(ChangeKind.Remove, [("PK", "a"), ("SK", "2")], [("PK", "a"), ("SK", "2")], null),
                new Change(ChangeKind.Insert, [("PK", "a"), ("SK", "3")], null, [("PK", "a"), ("SK", "3")]),
            ],
            (await ChangesOf(stream)).Skip(2).OrderBy(change => change.Keys["SK"].AsString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Records_of_an_item_come_in_order_however_many_other_items_there_are()
    {
        (TableSchema table, string stream) = await NewStream();
        for (int i = 0; i < 60; i++)
        {
            await Put(table, [("PK", $"{i}"), ("SK", "1")], [("PK", "a"), ("SK", "1"), ("V", i)]);
        }

        IReadOnlyList<StreamRecord> records = await Reader.ReadAll(stream, limit: 5);
        Assert.Equal(120, records.Count);
        Assert.Equal(120, records.Select(record => record.EventId).Distinct().Count());
        Assert.Equal(
            Enumerable.Range(0, 60).Select(i => (AttributeValue)i),
            records.Select(Change.Of).Where(change => change.Keys.Equals(Keys)).Select(change => change.New!["V"]));
    }
}
