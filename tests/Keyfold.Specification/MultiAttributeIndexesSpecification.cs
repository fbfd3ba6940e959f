using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>Global secondary indexes whose partition key and sort key have several attributes: see "Multi-attribute keys" of the developer guide.</summary>
public abstract class MultiAttributeIndexesSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    private static readonly KeyTerm Lisbon = new("City", KeyOperator.Equal, "Lisbon");

    [Fact]
    public async Task Items_come_in_the_order_of_the_tuple()
    {
        await Put(MultiAttribute, Entry("a", 2, "x", 1), Entry("b", 10, "a", 0), Entry("c", 2, "ab", 9), Entry("d", 2, "a", 255), Entry("e", -1, "z", 0), Entry("f", 2, "a", 3));
        Assert.Equal(["e", "f", "d", "c", "a", "b"], await Sorts(Request()));
        Assert.Equal(["b", "a", "c", "d", "f", "e"], await Sorts(Request() with { Descending = true, Limit = 2 }));
    }

    [Fact]
    public async Task Sort_attributes_are_used_from_the_left()
    {
        await Put(MultiAttribute, Entry("a", 1, "a", 1), Entry("b", 1, "b", 1), Entry("c", 1, "b", 2), Entry("d", 2, "b", 1));
        Assert.Equal(["a", "b", "c"], await Sorts(Request(new KeyTerm("Year", KeyOperator.Equal, 1))));
        Assert.Equal(["b", "c"], await Sorts(Request(new KeyTerm("Year", KeyOperator.Equal, 1), new KeyTerm("Name", KeyOperator.Equal, "b"))));
        Assert.Equal(["c"], await Sorts(Request(
            new KeyTerm("Tag", KeyOperator.GreaterThan, Tag(1)), new KeyTerm("Year", KeyOperator.Equal, 1), new KeyTerm("Name", KeyOperator.Equal, "b"))));
    }

    [Fact]
    public async Task The_last_used_attribute_may_have_a_range()
    {
        await Put(MultiAttribute, Entry("a", 1, "a", 1), Entry("b", 1, "ab", 1), Entry("c", 1, "b", 2), Entry("d", 2, "a", 1), Entry("e", 3, "a", 1));
        Assert.Equal(["d", "e"], await Sorts(Request(new KeyTerm("Year", KeyOperator.GreaterThan, 1))));
        Assert.Equal(["a", "b", "c", "d"], await Sorts(Request(new KeyTerm("Year", KeyOperator.LessThanOrEqual, 2))));
        Assert.Equal(["d"], await Sorts(Request(new KeyTerm("Year", KeyOperator.Between, 2, 2))));
        Assert.Equal(["a", "b"], await Sorts(Request(new KeyTerm("Year", KeyOperator.Equal, 1), new KeyTerm("Name", KeyOperator.BeginsWith, "a"))));
        Assert.Equal(["a"], await Sorts(Request(new KeyTerm("Year", KeyOperator.Equal, 1), new KeyTerm("Name", KeyOperator.LessThan, "ab"))));
        Assert.Equal(["b", "c"], await Sorts(Request(new KeyTerm("Year", KeyOperator.Equal, 1), new KeyTerm("Name", KeyOperator.GreaterThanOrEqual, "ab"))));
    }

    // text that contains the encoding's own separators must neither run into the next attribute nor leave its partition
    [Fact]
    public async Task Zero_bytes_do_not_mix_attributes_up()
    {
        await Put(MultiAttribute, Entry("a", 1, "x\0", 0), Entry("b", 1, "x", 0), Entry("c", 1, "x\0\u0001", 5), Entry("d", 1, "x\u0001", 0));
        Assert.Equal(["b", "a", "c", "d"], await Sorts(Request()));
        Assert.Equal(["b"], await Sorts(Request(new KeyTerm("Year", KeyOperator.Equal, 1), new KeyTerm("Name", KeyOperator.Equal, "x"))));
        Assert.Equal(["a", "c"], await Sorts(Request(new KeyTerm("Year", KeyOperator.Equal, 1), new KeyTerm("Name", KeyOperator.BeginsWith, "x\0"))));
    }

    [Theory]
    [InlineData("Country")]
    [InlineData("City")]
    [InlineData("Year")]
    [InlineData("Name")]
    [InlineData("Tag")]
    public async Task An_item_needs_every_key_attribute(string attributeName)
    {
        string country = Unique(attributeName);
        await Put(MultiAttribute, Entry("a", 1, "a", 1, country), Entry("b", 1, "b", 1, country).Without(attributeName));
        Assert.Equal(["a"], await Sorts(Request(country)));
    }

    [Fact]
    public async Task The_last_key_has_all_key_attributes_of_index_and_table()
    {
        Item item = Entry("a", 1, "a", 1);
        await Put(MultiAttribute, item.With("Other", 1), Entry("b", 2, "a", 1));
        QueryResponse page = await Backend.QueryAsync(Request() with { Limit = 1 });
        Assert.Equal(item, page.LastEvaluatedKey);
        Assert.Equal(["b"], await Sorts(Request() with { ExclusiveStartKey = page.LastEvaluatedKey }));
    }

    [Fact]
    public async Task An_update_of_one_attribute_moves_the_entry()
    {
        await Put(MultiAttribute, Entry("a", 1, "a", 1), Entry("b", 2, "a", 1));
        await Update(MultiAttribute, Key.Of(Unique(), "a"), Set("Year", 3));
        Assert.Equal(["b", "a"], await Sorts(Request()));
    }

    [Fact]
    public Task Every_partition_attribute_is_needed() => Refuses(
        "Query condition missed key schema element: City",
        () => Backend.QueryAsync(Request() with { KeyCondition = KeyCondition.Partition("Country", "a") }));

    [Fact]
    public Task A_gap_in_the_sort_attributes_is_refused() => Refuses(
        "Query condition missed key schema element: Year",
        () => Backend.QueryAsync(Request(new KeyTerm("Name", KeyOperator.Equal, "a"))));

    [Fact]
    public Task A_range_before_the_last_attribute_is_refused() => Refuses(
        "Query key condition not supported",
        () => Backend.QueryAsync(Request(new KeyTerm("Year", KeyOperator.GreaterThan, 1), new KeyTerm("Name", KeyOperator.Equal, "a"))));

    [Fact]
    public Task A_range_on_a_partition_attribute_is_refused() => Refuses(
        "Query key condition not supported",
        () =>
            Backend.QueryAsync(Request() with { KeyCondition = KeyCondition.Partition("Country", "a").And(new KeyTerm("City", KeyOperator.BeginsWith, "a")) }));

    [Fact]
    public Task A_filter_on_a_key_attribute_of_the_index_is_refused() => Refuses(
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: Tag",
        () => Backend.QueryAsync(Request() with { Filter = new AttributeExists("Tag") }));

    [Fact]
    public async Task A_filter_on_a_key_attribute_of_the_table_is_allowed()
    {
        await Put(MultiAttribute, Entry("a", 1, "a", 1), Entry("b", 2, "a", 1));
        Assert.Equal(["b"], await Sorts(Request() with { Filter = IsEqual("SK", "b") }));
    }

    private static AttributeValue Tag(byte tag) => AttributeValue.Binary(new[] { tag });

    private Item Entry(string sort, int year, string name, byte tag, string? country = null)
    {
        string partition = country ?? Unique(test: TestContext.Current.TestMethod!.MethodName);
        return [("PK", partition), ("SK", sort), ("Country", partition), ("City", "Lisbon"), ("Year", year), ("Name", name), ("Tag", Tag(tag))];
    }

    private QueryRequest Request(params KeyTerm[] terms) => Request(Unique(test: TestContext.Current.TestMethod!.MethodName), terms);

    private static QueryRequest Request(string country, params KeyTerm[] terms) => new()
    {
        TableName = MultiAttribute.Name,
        IndexName = "ByPlace",
        KeyCondition = new KeyCondition([Lisbon, new KeyTerm("Country", KeyOperator.Equal, country), .. terms]),
    };

    private async Task<IEnumerable<string>> Sorts(QueryRequest request) => (await Query(request)).Select(item => item["SK"].AsString());
}
