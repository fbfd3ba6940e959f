using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;

namespace Keyfold.Specification;

/// <summary>BatchGetItem and BatchWriteItem.</summary>
public abstract class BatchesSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task A_batch_reads_items_of_several_tables()
    {
        Item a = [("PK", Unique()), ("SK", "a")];
        Item b = [("PK", Unique()), ("SK", "b"), ("N", 1)];
        Item hash = [("PK", Unique())];
        await Put(Plain, a, b);
        await Put(HashOnly, hash);
        BatchGetItemResponse response = await BatchGet(
            new BatchGetTable(Plain.Name, [Key.Of(Unique(), "b"), Key.Of(Unique(), "missing"), Key.Of(Unique(), "a")]),
            new BatchGetTable(HashOnly.Name, [Key.Of(Unique())]));
        Assert.Equal([Plain.Name, HashOnly.Name], response.Tables.Select(table => table.TableName));
        Assert.Equal([a, b], Decode(response.Tables[0].Items).OrderBy(item => item["SK"].AsString(), StringComparer.Ordinal));
        Assert.Equal([hash], Decode(response.Tables[1].Items));
        Assert.Empty(response.UnprocessedKeys);
    }

    [Fact]
    public async Task A_table_without_a_hit_is_in_the_response_all_the_same()
    {
        BatchGetItemResponse response = await BatchGet(new BatchGetTable(HashOnly.Name, [Key.Of(Unique())]));
        Assert.Equal(HashOnly.Name, Assert.Single(response.Tables).TableName);
        Assert.Empty(response.Tables[0].Items);
    }

    [Fact]
    public async Task Each_table_has_its_own_projection()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "a"), ("A", 1), ("B", 2)]);
        BatchGetItemResponse response = await BatchGet(
            new BatchGetTable(Plain.Name, [Key.Of(Unique(), "a")]) { Projection = new ProjectionExpression(["A"]), ConsistentRead = true });
        Assert.Equal([[("A", 1)]], Decode(response.Tables[0].Items));
    }

    // of one table alone, a hundred and one keys break a constraint of the API's model, which has other words
    [Fact]
    public async Task A_batch_reads_100_items_of_all_tables_but_not_101()
    {
        List<ItemKey> keys = [.. Enumerable.Range(0, 100).Select(n => Key.Of(Unique(), n))];
        Assert.Empty((await BatchGet(new BatchGetTable(NumberSort.Name, keys))).UnprocessedKeys);
        await Refuses(
            "Too many items requested for the BatchGetItem call",
            () => BatchGet(new BatchGetTable(NumberSort.Name, keys), new BatchGetTable(HashOnly.Name, [Key.Of(Unique())])));
    }

    // what does not fit comes back as unprocessed, with the table's options
    [Fact]
    public virtual async Task A_batch_reads_16_MB_at_most()
    {
        List<ItemKey> keys = [.. Enumerable.Range(0, 42).Select(n => Key.Of(Unique(), n))];
        for (int n = 0; n < keys.Count; n++)
        {
            await Put(NumberSort, [("PK", Unique()), ("SK", n), ("T", new string('x', 400_000))]);
        }

        BatchGetTable request = new(NumberSort.Name, keys) { Projection = new ProjectionExpression(["SK"]) };
        BatchGetItemResponse response = await BatchGet(request);
        Assert.Equal(41, response.Tables[0].Items.Count);
        BatchGetTable rest = Assert.Single(response.UnprocessedKeys);
        Assert.Equal((1, request.Projection), (rest.Keys.Count, rest.Projection));
        BatchGetItemResponse second = await BatchGet(rest);
        Assert.Equal(
            Enumerable.Range(0, 42).Select(n => (AttributeValue)n),
            Decode(response.Tables[0].Items.Concat(second.Tables[0].Items)).Select(item => item["SK"]).OrderBy(value => value.AsNumber()));
    }

    [Fact]
    public Task A_key_twice_is_refused() => Refuses(
        "Provided list of item keys contains duplicates",
        () => BatchGet(new BatchGetTable(Plain.Name, [Key.Of(Unique(), "a"), Key.Of(Unique(), "a")])));

    [Fact]
    public Task A_read_of_nothing_is_refused() =>
        Refuses("'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1", () => BatchGet());

    [Fact]
    public Task A_read_of_an_unknown_table_fails_as_a_whole() => Fails(
        StorageErrorCode.ResourceNotFoundException,
        "Requested resource not found",
        () => BatchGet(new BatchGetTable(HashOnly.Name, [Key.Of("a")]), new BatchGetTable("spec.no-such-table", [Key.Of("a")])));

    [Fact]
    public Task A_read_with_a_key_of_another_schema_is_refused() => Refuses(
        "The provided key element does not match the schema",
        () => BatchGet(new BatchGetTable(Plain.Name, [Key.Of(Unique(), "a"), Key.Of(Unique())])));

    [Fact]
    public async Task A_batch_writes_to_several_tables()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "old")]);
        BatchWriteItemResponse response = await BatchWrites(
            new BatchWriteTable(Plain.Name, [BatchWrite.Put(Encode([("PK", Unique()), ("SK", "new")])), BatchWrite.Delete(Key.Of(Unique(), "old"))]),
            new BatchWriteTable(HashOnly.Name, [BatchWrite.Put(Encode([("PK", Unique())])), BatchWrite.Delete(Key.Of(Unique("missing")))]));
        Assert.Empty(response.UnprocessedItems);
        Assert.Null(await Get(Plain, Key.Of(Unique(), "old")));
        Assert.NotNull(await Get(Plain, Key.Of(Unique(), "new")));
        Assert.NotNull(await Get(HashOnly, Key.Of(Unique())));
    }

    [Fact]
    public async Task Batch_writes_keep_the_indexes_up()
    {
        await BatchWrites(new BatchWriteTable(Indexed.Name, [BatchWrite.Put(Encode([("PK", Unique()), ("SK", "a"), ("L", "1"), ("Mark", Unique())]))]));
        QueryRequest byMark = new() { TableName = Indexed.Name, IndexName = "ByMark", KeyCondition = KeyCondition.Partition("Mark", Unique()) };
        Assert.Single(await Query(byMark));
        await BatchWrites(new BatchWriteTable(Indexed.Name, [BatchWrite.Delete(Key.Of(Unique(), "a"))]));
        Assert.Empty(await Query(byMark));
    }

    [Fact]
    public async Task A_batch_writes_25_items_of_all_tables_but_not_26()
    {
        List<BatchWrite> writes = [.. Enumerable.Range(0, 25).Select(n => BatchWrite.Put(Encode([("PK", Unique()), ("SK", n)])))];
        await Refuses(
            "Too many items requested for the BatchWriteItem call",
            () => BatchWrites(new BatchWriteTable(NumberSort.Name, writes), new BatchWriteTable(HashOnly.Name, [BatchWrite.Delete(Key.Of(Unique()))])));
        Assert.Null(await Get(NumberSort, Key.Of(Unique(), 0)));
        await BatchWrites(new BatchWriteTable(NumberSort.Name, writes));
        Assert.NotNull(await Get(NumberSort, Key.Of(Unique(), 24)));
    }

    [Fact]
    public async Task A_put_and_a_delete_of_one_key_are_refused()
    {
        await Refuses(
            "Provided list of item keys contains duplicates",
            () => BatchWrites(
                new BatchWriteTable(Plain.Name, [BatchWrite.Put(Encode([("PK", Unique()), ("SK", "a")])), BatchWrite.Delete(Key.Of(Unique(), "a"))])));
        Assert.Null(await Get(Plain, Key.Of(Unique(), "a")));
    }

    [Fact]
    public async Task One_key_in_two_tables_is_no_duplicate()
    {
        await BatchWrites(
            new BatchWriteTable(Plain.Name, [BatchWrite.Put(Encode([("PK", Unique()), ("SK", "a")]))]),
            new BatchWriteTable(Indexed.Name, [BatchWrite.Put(Encode([("PK", Unique()), ("SK", "a")]))]));
        Assert.NotNull(await Get(Indexed, Key.Of(Unique(), "a")));
    }

    [Theory]
    [InlineData("size", "Item size has exceeded the maximum allowed size")]
    [InlineData("index", "Type mismatch for Index Key L Expected: S Actual: N IndexName: ByLocal")]
    [InlineData("key", "Missing the key SK in the item")]
    [InlineData("delete", "The provided key element does not match the schema")]
    public async Task A_batch_with_a_wrong_write_writes_nothing(string what, string words)
    {
        Item item = [("PK", Unique()), ("SK", what)];
        BatchWrite wrong = what switch
        {
            "size" => BatchWrite.Put(Encode(item.With("T", new string('x', 410_000)))),
            "index" => BatchWrite.Put(Encode(item.With("L", 1))),
            "key" => BatchWrite.Put(Encode(item.Without("SK"))),
            _ => BatchWrite.Delete(Key.Of(Unique())),
        };
        await Refuses(
            words, () => BatchWrites(new BatchWriteTable(Indexed.Name, [BatchWrite.Put(Encode([("PK", Unique()), ("SK", what + " right")])), wrong])));
        Assert.Null(await Get(Indexed, Key.Of(Unique(), what + " right")));
    }

    [Fact]
    public Task A_write_of_nothing_is_refused() =>
        Refuses("'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1", () => BatchWrites());

    [Fact]
    public async Task A_write_to_an_unknown_table_writes_nothing()
    {
        await Fails(
            StorageErrorCode.ResourceNotFoundException,
            "Requested resource not found",
            () => BatchWrites(
                new BatchWriteTable(HashOnly.Name, [BatchWrite.Put(Encode([("PK", Unique())]))]),
                new BatchWriteTable("spec.no-such-table", [BatchWrite.Delete(Key.Of("a"))])));
        Assert.Null(await Get(HashOnly, Key.Of(Unique())));
    }

    private ValueTask<BatchGetItemResponse> BatchGet(params BatchGetTable[] tables) =>
        Backend.BatchGetItemAsync(new BatchGetItemRequest { Tables = tables });

    private ValueTask<BatchWriteItemResponse> BatchWrites(params BatchWriteTable[] tables) =>
        Backend.BatchWriteItemAsync(new BatchWriteItemRequest { Tables = tables });
}
