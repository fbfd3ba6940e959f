using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>Local secondary indexes: another order of an item collection.</summary>
public abstract class LocalSecondaryIndexesSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task Items_come_in_the_order_of_the_index()
    {
        await Put(Indexed, Entry(Unique(), "a", "3"), Entry(Unique(), "b", "1"), Entry(Unique(), "c", "2"));
        Assert.Equal(["b", "c", "a"], await SortKeys(Request(Unique())));
        Assert.Equal(["a", "c", "b"], await SortKeys(Request(Unique()) with { Descending = true }));
    }

    [Fact]
    public async Task A_range_is_one_of_the_index_key()
    {
        await Put(Indexed, Entry(Unique(), "a", "3"), Entry(Unique(), "b", "1"), Entry(Unique(), "c", "2"));
        KeyCondition range = KeyCondition.Partition("PK", Unique()).And(new KeyTerm("L", KeyOperator.GreaterThan, "1"));
        Assert.Equal(["c", "a"], await SortKeys(Request(Unique()) with { KeyCondition = range }));
    }

    [Fact]
    public async Task Items_without_the_index_key_are_not_in_it()
    {
        await Put(Indexed, Entry(Unique(), "a", "1"), [("PK", Unique()), ("SK", "b")]);
        Assert.Equal(["a"], await SortKeys(Request(Unique())));
    }

    [Fact]
    public async Task A_strongly_consistent_read_sees_the_write_before()
    {
        await Put(Indexed, Entry(Unique(), "a", "1"));
        await Put(Indexed, Entry(Unique(), "a", "2"));
        IReadOnlyList<Item> items = await Query(Request(Unique()) with { ConsistentRead = true });
        Assert.Equal(["2"], items.Select(item => item["L"]));
    }

    [Fact]
    public async Task Two_items_may_have_one_index_key()
    {
        await Put(Indexed, Entry(Unique(), "a", "1"), Entry(Unique(), "b", "1"));
        Assert.Equal(["a", "b"], (await SortKeys(Request(Unique()))).Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b"], (await SortKeys(Request(Unique()) with { Limit = 1 })).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_index_returns_what_it_projects()
    {
        Item whole = Entry(Unique(), "a", "1").With("Kept", 1).With("Lost", 2);
        await Put(Indexed, whole);
        Assert.Equal([whole], await Query(Request(Unique())));
        Assert.Equal([whole.Without("Kept").Without("Lost")], await Query(Request(Unique(), "ByLocalKeys")));
        Assert.Equal([whole.Without("Lost")], await Query(Request(Unique(), "ByLocalInclude")));
        Assert.Equal([whole.Without("Lost")], await Query(Request(Unique(), "ByLocalInclude") with { Select = Select.AllProjectedAttributes }));
    }

    // a local index fetches from the table what it does not have; a global one refuses
    [Fact]
    public async Task What_is_not_projected_is_fetched_from_the_table()
    {
        Item whole = Entry(Unique(), "a", "1").With("Lost", 2);
        await Put(Indexed, whole);
        Assert.Equal([whole], await Query(Request(Unique(), "ByLocalKeys") with { Select = Select.AllAttributes }));
        Assert.Equal([[("Lost", 2)]], await Query(Request(Unique(), "ByLocalKeys") with { Projection = new ProjectionExpression(["Lost"]) }));
    }

    [Fact]
    public Task A_filter_on_what_is_not_projected_is_refused() => Refuses(
        "Secondary index ByLocalKeys does not project one or more filter attributes: [Lost]",
        () => Backend.QueryAsync(Request("a", "ByLocalKeys") with { Filter = new AttributeExists("Lost") }));

    [Fact]
    public async Task An_update_moves_the_entry()
    {
        await Put(Indexed, Entry(Unique(), "a", "1"), Entry(Unique(), "b", "2"));
        await Update(Indexed, Key.Of(Unique(), "a"), Set("L", "3"));
        Assert.Equal(["b", "a"], await SortKeys(Request(Unique())));
        await Update(Indexed, Key.Of(Unique(), "a"), Remove("L"));
        Assert.Equal(["b"], await SortKeys(Request(Unique())));
    }

    [Fact]
    public async Task A_deleted_item_leaves_the_index()
    {
        await Put(Indexed, Entry(Unique(), "a", "1"));
        await Backend.DeleteItemAsync(new DeleteItemRequest { TableName = Indexed.Name, Key = Key.Of(Unique(), "a") });
        Assert.Empty(await SortKeys(Request(Unique())));
    }

    [Fact]
    public async Task The_last_key_has_the_index_key_too()
    {
        await Put(Indexed, Entry(Unique(), "a", "2"), Entry(Unique(), "b", "1"));
        QueryResponse page = await Backend.QueryAsync(Request(Unique()) with { Limit = 1 });
        Assert.Equal([("PK", Unique()), ("SK", "b"), ("L", "1")], page.LastEvaluatedKey);
        Assert.Equal(["a"], await SortKeys(Request(Unique()) with { ExclusiveStartKey = page.LastEvaluatedKey }));
    }

    [Fact]
    public async Task A_scan_reads_the_index()
    {
        await Put(Indexed, Entry(Unique(), "a", "1"), [("PK", Unique()), ("SK", "b")]);
        IReadOnlyList<Item> items = await Scan(new ScanRequest { TableName = Indexed.Name, IndexName = "ByLocalKeys", Filter = IsEqual("PK", Unique()) });
        Assert.Equal([Entry(Unique(), "a", "1")], items);
    }

    [Fact]
    public Task A_start_key_without_the_index_key_is_refused() => Refuses(
        "The provided starting key is invalid",
        () => Backend.QueryAsync(Request("a") with { ExclusiveStartKey = [("PK", "a"), ("SK", "b")] }));

    [Fact]
    public Task An_index_key_of_another_type_is_refused() => Refuses(
        "Type mismatch for Index Key L Expected: S Actual: N IndexName: ByLocal",
        () => Backend.PutItemAsync(new PutItemRequest { TableName = Indexed.Name, Item = Encode([("PK", Unique()), ("SK", "a"), ("L", 1)]) }));

    [Fact]
    public Task An_empty_index_key_is_refused() => Refuses(
        "A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ByLocal, IndexKey: L",
        () => Backend.PutItemAsync(new PutItemRequest { TableName = Indexed.Name, Item = Encode([("PK", Unique()), ("SK", "a"), ("L", "")]) }));

    [Fact]
    public Task A_path_into_an_index_key_is_refused() => Refuses(
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: L",
        () => Backend.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = Indexed.Name,
            Key = Key.Of(Unique(), "a"),
            Update = new UpdateExpression([Set(At("L", "x"), 1)]),
        }));

    [Fact]
    public virtual async Task A_write_tells_the_size_of_the_item_collection()
    {
        PutItemRequest request = new() { TableName = Indexed.Name, Item = Encode(Entry(Unique(), "a", "1")), ReturnItemCollectionMetrics = true };
        Assert.Equal(new ItemCollectionMetrics(Unique(), 0, 1), (await Backend.PutItemAsync(request)).ItemCollectionMetrics);
        PutItemRequest plain = request with { TableName = Plain.Name };
        Assert.Null((await Backend.PutItemAsync(plain)).ItemCollectionMetrics);
    }

    private static Item Entry(string partition, string sort, string local) => [("PK", partition), ("SK", sort), ("L", local)];

    private static QueryRequest Request(string partition, string indexName = "ByLocal") =>
        new() { TableName = Indexed.Name, IndexName = indexName, KeyCondition = KeyCondition.Partition("PK", partition) };

    private async Task<IEnumerable<string>> SortKeys(QueryRequest request) => (await Query(request)).Select(item => item["SK"].AsString());
}
