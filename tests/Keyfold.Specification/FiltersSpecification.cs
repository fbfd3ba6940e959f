using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>Filters of Query and the ways to select what is returned. What conditions mean: <see cref="ConditionsSpecification"/>.</summary>
public abstract class FiltersSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task Filtered_items_are_evaluated_but_not_returned()
    {
        await Fill(Unique());
        QueryResponse page = await Backend.QueryAsync(
            Request(Unique()) with { Filter = new Comparison(ValueAt("M", "x"), ComparisonOperator.GreaterThan, Literal(1)) });
        Assert.Equal((2, 4), (page.Count, page.ScannedCount));
        Assert.Equal([2, 3], Decode(page.Items).Select(item => item["SK"]));
    }

    [Fact]
    public async Task A_filter_applies_before_the_projection()
    {
        await Fill(Unique());
        IReadOnlyList<Item> items = await Query(Request(Unique()) with { Filter = IsEqual("N", 3), Projection = new ProjectionExpression(["SK"]) });
        Assert.Equal([[("SK", 3)]], items);
    }

    [Fact]
    public async Task A_filter_may_name_a_key_of_the_table_when_an_index_is_read()
    {
        await Put(Indexed, [("PK", Unique()), ("SK", "a"), ("L", "1")], [("PK", Unique()), ("SK", "b"), ("L", "2")]);
        IReadOnlyList<Item> items = await Query(new QueryRequest
        {
            TableName = Indexed.Name,
            IndexName = "ByLocal",
            KeyCondition = KeyCondition.Partition("PK", Unique()),
            Filter = IsEqual("SK", "b"),
        });
        Assert.Equal([[("PK", Unique()), ("SK", "b"), ("L", "2")]], items);
    }

    [Theory]
    [InlineData("PK")]
    [InlineData("SK")]
    public Task A_filter_on_the_key_is_refused(string attributeName) => Refuses(
        $"Filter Expression can only contain non-primary key attributes: Primary key attribute: {attributeName}",
        () => Backend.QueryAsync(Request("a") with { Filter = new AttributeExists(attributeName) }));

    [Fact]
    public Task Of_two_key_attributes_in_a_filter_the_first_of_the_key_is_named() => Refuses(
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: PK",
        () => Backend.QueryAsync(Request("a") with { Filter = new AttributeExists("SK") & new AttributeExists("PK") }));

    [Fact]
    public Task Of_two_paths_into_keys_the_one_into_the_table_s_key_is_named() => Refuses(
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: PK",
        () => Backend.QueryAsync(new QueryRequest
        {
            TableName = Indexed.Name,
            IndexName = "ByLocal",
            KeyCondition = KeyCondition.Partition("PK", "a"),
            Filter = new AttributeExists(At("L", "x")) & new AttributeExists(At("SK", "x")) & new AttributeExists(At("PK", "x")),
        }));

    [Fact]
    public Task A_filter_on_an_index_key_is_refused() => Refuses(
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: L",
        () => Backend.QueryAsync(new QueryRequest
        {
            TableName = Indexed.Name,
            IndexName = "ByLocal",
            KeyCondition = KeyCondition.Partition("PK", "a"),
            Filter = IsEqual("L", "b"),
        }));

    [Fact]
    public Task A_filter_into_a_key_is_refused() => Refuses(
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: SK",
        () => Backend.QueryAsync(Request("a") with { Filter = new AttributeExists(At("SK", "x")) }));

    [Fact]
    public Task A_filter_with_a_wrong_operand_is_refused() => Refuses(
        "Invalid FilterExpression: Incorrect operand type for operator or function; operator or function: <, operand type: M",
        () => Backend.QueryAsync(
            Request("a") with { Filter = new Comparison(ValueAt("N"), ComparisonOperator.LessThan, Literal(AttributeValue.Map(Item.Empty))) }));

    [Theory]
    [InlineData(Select.AllAttributes, "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES")]
    [InlineData(Select.Count, "Cannot specify the ProjectionExpression when choosing to get only the Count")]
    public Task A_projection_excludes_other_selections(Select select, string words) =>
        Refuses(words, () => Backend.QueryAsync(Request("a") with { Select = select, Projection = new ProjectionExpression(["N"]) }));

    [Fact]
    public Task Projected_attributes_need_an_index() => Refuses(
        "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName",
        () => Backend.QueryAsync(Request("a") with { Select = Select.AllProjectedAttributes }));

    [Fact]
    public Task Specific_attributes_need_a_projection() => Refuses(
        "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES",
        () => Backend.QueryAsync(Request("a") with { Select = Select.SpecificAttributes }));

    [Fact]
    public async Task Specific_attributes_are_those_of_the_projection()
    {
        await Fill(Unique());
        IReadOnlyList<Item> items = await Query(
            Request(Unique()) with { Select = Select.SpecificAttributes, Projection = new ProjectionExpression([At("M", "x")]), Limit = 3 });
        Assert.Equal([0, 1, 2, 3], items.Select(item => item["M"].AsMap()["x"]));
    }

    private static QueryRequest Request(string partition) =>
        new() { TableName = NumberSort.Name, KeyCondition = KeyCondition.Partition("PK", partition) };

    private Task Fill(string partition) => Put(
        NumberSort,
        [.. Enumerable.Range(0, 4).Select<int, Item>(n => [("PK", partition), ("SK", n), ("N", n), ("M", AttributeValue.Map([("x", n)]))])]);
}
