using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>What a projection expression leaves of an item.</summary>
public abstract class ProjectionsSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    private static readonly Item Sample =
    [
        ("A", 1),
        ("L", AttributeValue.List(10, 11, AttributeValue.Map([("x", 1), ("y", 2)]))),
        ("M", AttributeValue.Map([("x", 1), ("y", AttributeValue.Map([("z", 2), ("w", 3)])), ("l", Numbers(7, 8))])),
        ("a.b", 5),
    ];

    [Fact]
    public Task Named_attributes_only() => Selects([("A", 1)], At("A"));

    [Fact]
    public Task The_key_is_not_added() => Selects([("M", Sample["M"])], At("M"));

    [Fact]
    public Task Nesting_stays() => Selects([("M", AttributeValue.Map([("y", AttributeValue.Map([("z", 2)]))]))], At("M", "y", "z"));

    [Fact]
    public Task Several_branches_of_one_map_are_joined() =>
        Selects([("M", AttributeValue.Map([("x", 1), ("y", AttributeValue.Map([("w", 3)]))]))], At("M", "x"), At("M", "y", "w"));

    [Fact]
    public Task Elements_are_packed_in_the_order_of_their_positions() =>
        Selects([("L", AttributeValue.List(10, AttributeValue.Map([("y", 2)])))], At("L", 2, "y"), At("L", 0));

    [Fact]
    public Task A_path_that_does_not_resolve_is_left_out() =>
        Selects([("A", 1)], At("A"), At("Missing"), At("M", "q"), At("L", 9), At("M", "y", "z", "deeper"), At("M", "l", "x"));

    [Fact]
    public Task A_dot_in_a_name_is_no_path() => Selects([("a.b", 5)], At("a.b"));

    [Fact]
    public Task An_item_of_which_nothing_is_selected_is_empty_but_there() => Selects(Item.Empty, At("Missing"));

    [Fact]
    public async Task A_missing_item_stays_missing() =>
        Assert.Null(Decode((await Backend.GetItemAsync(Request(Unique(), At("A")))).Item));

    [Fact]
    public Task Overlapping_paths_are_refused() => Refuses(
        "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [M], path two: [M, x]",
        () => Backend.GetItemAsync(Request(Unique(), At("M"), At("M", "x"))));

    [Fact]
    public Task A_path_twice_is_refused() => Refuses(
        "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [A], path two: [A]",
        () => Backend.GetItemAsync(Request(Unique(), At("A"), At("A"))));

    [Fact]
    public Task Conflicting_paths_are_refused() => Refuses(
        "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [M, x], path two: [M, [0]]",
        () => Backend.GetItemAsync(Request(Unique(), At("M", "x"), At("M", 0))));

    [Fact]
    public async Task A_path_may_have_32_steps()
    {
        DocumentPath deepest = "A";
        for (int step = 1; step < 32; step++)
        {
            deepest = deepest.Member("x");
        }

        await Backend.GetItemAsync(Request(Unique(), deepest));
        await Refuses(
            "The document path has too many nesting levels; nesting levels: 33", () => Backend.GetItemAsync(Request(Unique(), deepest.Member("x"))));
    }

    private async Task Selects(Item expected, params DocumentPath[] paths)
    {
        string partition = Unique(test: TestContext.Current.TestMethod!.MethodName);
        await Put(HashOnly, Sample.With("PK", partition));
        Assert.Equal(expected, Decode((await Backend.GetItemAsync(Request(partition, paths))).Item));
    }

    private static GetItemRequest Request(string partition, params DocumentPath[] paths) =>
        new() { TableName = HashOnly.Name, Key = Key.Of(partition), Projection = new ProjectionExpression([.. paths]) };
}
