using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>Global secondary indexes. A backend under specification has its indexes follow at once.</summary>
public abstract class GlobalSecondaryIndexesSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task Items_of_all_partitions_come_in_the_order_of_the_index()
    {
        await Put(Indexed, Entry("x", 3), Entry("y", 1), Entry("z", 2));
        Assert.Equal([1, 2, 3], await SortKeys(Request()));
        Assert.Equal([3, 2, 1], await SortKeys(Request() with { Descending = true }));
        KeyCondition range = KeyCondition.Partition("G", Group()).And(new KeyTerm("GS", KeyOperator.Between, 2, 9));
        Assert.Equal([2, 3], await SortKeys(Request() with { KeyCondition = range }));
    }

    // sparse: an item needs every key attribute of the index
    [Fact]
    public async Task Items_without_a_key_attribute_are_not_in_it()
    {
        await Put(Indexed, Entry("x", 1), Entry("y", 2).Without("GS"), Entry("z", 3).Without("G"));
        Assert.Equal([1], await SortKeys(Request()));
    }

    [Fact]
    public async Task An_index_may_have_a_partition_key_alone()
    {
        await Put(Indexed, [("PK", Unique("a")), ("SK", "a"), ("Mark", Unique())], [("PK", Unique("b")), ("SK", "a"), ("Mark", Unique())], [("PK", Unique("c")), ("SK", "a")]);
        QueryRequest request = new() { TableName = Indexed.Name, IndexName = "ByMark", KeyCondition = KeyCondition.Partition("Mark", Unique()) };
        Assert.Equal([Unique("a"), Unique("b")], (await Query(request)).Select(item => item["PK"].AsString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Many_items_may_have_one_index_key()
    {
        List<Item> items = [.. Enumerable.Range(0, 9).Select(n => Entry($"{n}", 1))];
        await Put(Indexed, [.. items]);
        foreach (int limit in new[] { 1, 2, 4, 9 })
        {
            IReadOnlyList<Item> read = await Query(Request() with { Limit = limit });
            Assert.Equal(items, read.OrderBy(item => item["PK"].AsString(), StringComparer.Ordinal));
        }

        IReadOnlyList<Item> ascending = await Query(Request());
        Assert.Equal(ascending.Reverse(), await Query(Request() with { Descending = true, Limit = 2 }));
    }

    [Fact]
    public async Task An_index_returns_what_it_projects()
    {
        Item whole = Entry("x", 1).With("Kept", 1).With("Lost", 2);
        await Put(Indexed, whole);
        Assert.Equal([whole], await Query(Request()));
        Assert.Equal([whole.Without("Kept").Without("Lost")], await Query(Request("ByGlobalKeys")));
        Assert.Equal([whole.Without("Lost")], await Query(Request("ByGlobalInclude")));
        Assert.Equal([[("Kept", 1)]], await Query(Request("ByGlobalInclude") with { Projection = new ProjectionExpression(["Kept"]) }));
    }

    [Fact]
    public Task A_projection_of_what_it_does_not_have_is_refused() => Refuses(
        "Global secondary index ByGlobalInclude does not project [Lost]",
        () => Backend.QueryAsync(Request("ByGlobalInclude") with { Projection = new ProjectionExpression(["Kept", "Lost"]) }));

    [Fact]
    public Task A_filter_on_what_it_does_not_have_is_refused() => Refuses(
        "Secondary index ByGlobalKeys does not project one or more filter attributes: [Lost]",
        () => Backend.QueryAsync(Request("ByGlobalKeys") with { Filter = IsEqual("Lost", 1) }));

    [Fact]
    public Task All_attributes_need_a_projection_of_all() => Refuses(
        "Select type ALL_ATTRIBUTES is not supported for global secondary index ByGlobalInclude because its projection type is not ALL",
        () => Backend.QueryAsync(Request("ByGlobalInclude") with { Select = Select.AllAttributes }));

    [Fact]
    public Task A_strongly_consistent_query_is_refused() => Refuses(
        "Consistent reads are not supported on global secondary indexes",
        () => Backend.QueryAsync(Request() with { ConsistentRead = true }));

    [Fact]
    public Task A_strongly_consistent_scan_is_refused() => Refuses(
        "Consistent reads are not supported on global secondary indexes",
        () => Backend.ScanAsync(new ScanRequest { TableName = Indexed.Name, IndexName = "ByGlobal", ConsistentRead = true }));

    [Fact]
    public async Task An_update_moves_the_entry_to_another_partition()
    {
        await Put(Indexed, Entry("x", 1));
        await Update(Indexed, Key.Of(Unique("x"), "a"), Set("G", Unique("other")));
        Assert.Empty(await SortKeys(Request()));
        Assert.Equal([1], await SortKeys(Request() with { KeyCondition = KeyCondition.Partition("G", Unique("other")) }));
    }

    [Fact]
    public async Task An_update_moves_the_entry_within_the_partition()
    {
        await Put(Indexed, Entry("x", 1), Entry("y", 2));
        await Update(Indexed, Key.Of(Unique("x"), "a"), Add("GS", 9));
        Assert.Equal([2, 10], await SortKeys(Request()));
    }

    [Fact]
    public async Task An_update_changes_projected_attributes()
    {
        await Put(Indexed, Entry("x", 1).With("Kept", 1));
        await Update(Indexed, Key.Of(Unique("x"), "a"), Set("Kept", 2));
        Assert.Equal([2], (await Query(Request("ByGlobalInclude"))).Select(item => item["Kept"]));
    }

    [Fact]
    public async Task An_entry_goes_with_the_key_attribute_and_with_the_item()
    {
        await Put(Indexed, Entry("x", 1), Entry("y", 2));
        await Update(Indexed, Key.Of(Unique("x"), "a"), Remove("GS"));
        Assert.Equal([2], await SortKeys(Request()));
        await Backend.DeleteItemAsync(new DeleteItemRequest { TableName = Indexed.Name, Key = Key.Of(Unique("y"), "a") });
        Assert.Empty(await SortKeys(Request()));
    }

    [Fact]
    public async Task The_last_key_has_the_keys_of_index_and_table()
    {
        await Put(Indexed, Entry("x", 1), Entry("y", 2));
        QueryResponse page = await Backend.QueryAsync(Request("ByGlobalKeys") with { Limit = 1 });
        Assert.Equal(Entry("x", 1), page.LastEvaluatedKey);
    }

    [Fact]
    public async Task A_scan_reads_the_index()
    {
        await Put(Indexed, Entry("x", 1), Entry("y", 2).Without("G"), Entry("z", 3));
        IReadOnlyList<Item> items = await Scan(new ScanRequest { TableName = Indexed.Name, IndexName = "ByGlobal", Filter = IsEqual("G", Group()) });
        Assert.Equal([1, 3], items.Select(item => item["GS"]).OrderBy(value => value.AsNumber()));
    }

    [Fact]
    public Task A_start_key_without_the_table_key_is_refused() => Refuses(
        "The provided starting key is invalid",
        () => Backend.QueryAsync(Request() with { ExclusiveStartKey = [("G", Group()), ("GS", 1)] }));

    [Theory]
    [InlineData("type", "Type mismatch for Index Key GS Expected: N Actual: S IndexName: ByGlobal")]
    [InlineData("NULL", "Type mismatch for Index Key G Expected: S Actual: NULL IndexName: ByGlobal")]
    [InlineData("empty", "cannot contain an empty string value. IndexName: ByGlobal, IndexKey: G")]
    [InlineData("long", "Size of hashkey has exceeded the maximum size limit of2048 bytes")]
    public Task A_put_of_a_wrong_index_key_is_refused(string what, string words)
    {
        Item item = what switch
        {
            "type" => Entry(what, 1).With("GS", "1"),
            "NULL" => Entry(what, 1).With("G", AttributeValue.Null),
            "empty" => Entry(what, 1).With("G", ""),
            _ => Entry(what, 1).With("G", new string('x', 2049)),
        };
        return Refuses(words, () => Backend.PutItemAsync(new PutItemRequest { TableName = Indexed.Name, Item = Encode(item) }));
    }

    [Theory]
    [InlineData("type", "The update expression attempted to update the secondary index key to unsupported type")]
    [InlineData("empty", "The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.")]
    [InlineData("long", "The update expression attempted to update the secondary index key beyond allowed size limits")]
    public virtual async Task An_update_to_a_wrong_index_key_is_refused(string what, string words)
    {
        Item item = Entry(what, 1);
        await Put(Indexed, item);
        AttributeValue value = what switch { "type" => 1, "empty" => "", _ => new string('x', 2049) };
        await Refuses(words, () => Backend.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = Indexed.Name,
            Key = Key.Of(item["PK"], "a"),
            Update = new UpdateExpression([Set("G", value)]),
        }));
        Assert.Equal(item, await Get(Indexed, Key.Of(item["PK"], "a")));
    }

    private string Group() => Unique("group", TestContext.Current.TestMethod!.MethodName);

    private Item Entry(string suffix, int sort) =>
        [("PK", Unique(suffix, TestContext.Current.TestMethod!.MethodName)), ("SK", "a"), ("G", Group()), ("GS", sort)];

    private QueryRequest Request(string indexName = "ByGlobal") =>
        new() { TableName = Indexed.Name, IndexName = indexName, KeyCondition = KeyCondition.Partition("G", Group()) };

    private async Task<IEnumerable<AttributeValue>> SortKeys(QueryRequest request) => (await Query(request)).Select(item => item["GS"]);
}
