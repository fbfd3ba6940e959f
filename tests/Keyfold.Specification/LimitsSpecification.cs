using Keyfold.Expressions;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>Limits of expressions; those of items, keys, pages, batches and transactions are specified with them.</summary>
public abstract class LimitsSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task An_IN_has_100_candidates_at_most()
    {
        await Check(!new In(ValueAt("A"), [.. Enumerable.Range(0, 100).Select(n => Literal(n))]));
        await Refuses(
            "Invalid ConditionExpression: The IN operator is provided with too many operands; number of operands: 101",
            () => Check(new In(ValueAt("A"), [.. Enumerable.Range(0, 101).Select(n => Literal(n))])));
    }

    // comparators, AND, OR, NOT, BETWEEN, IN and functions count
    [Fact]
    public async Task A_condition_has_300_operators_at_most()
    {
        await Check(Chain(149) & !IsEqual("A", 1), 300);
        await Check(Chain(151), 301);
    }

    [Fact]
    public async Task The_size_function_counts_as_an_operator()
    {
        Condition size = new Comparison(new SizeOperand(ValueAt("A")), ComparisonOperator.NotEqual, Literal(1));
        await Check(Chain(149) & size, 300);
        await Check(Chain(149) & !size, 301);
    }

    [Fact]
    public virtual async Task An_update_has_300_operators_at_most()
    {
        await Backend.UpdateItemAsync(Sums(300));
        await Refuses("Invalid UpdateExpression: The expression contains too many operators; operator count: 301", () => Backend.UpdateItemAsync(Sums(301)));
    }

    [Fact]
    public async Task A_path_has_32_steps_at_most()
    {
        DocumentPath deepest = "A";
        for (int step = 1; step < 32; step++)
        {
            deepest = deepest.Element(0);
        }

        await Check(new AttributeNotExists(deepest));
        await Refuses(
            "Invalid ConditionExpression: The document path has too many nesting levels; nesting levels: 33",
            () => Check(new AttributeNotExists(deepest.Element(0))));
    }

    private UpdateItemRequest Sums(int count) => new()
    {
        TableName = HashOnly.Name,
        Key = Key.Of(Unique()),
        Update = new UpdateExpression([.. Enumerable.Range(0, count).Select(n => Set($"A{n}", new Plus(New(1), New(1))))]),
    };

    // so many comparisons, joined by one operator less; all are true on a missing item
    private static Condition Chain(int comparisons)
    {
        Condition comparison = new Comparison(ValueAt("A"), ComparisonOperator.NotEqual, ValueAt("B"));
        return Enumerable.Repeat(comparison, comparisons).Aggregate((left, right) => left & right);
    }

    private Task Check(Condition condition, int operators) => operators <= 300
        ? Check(condition).AsTask()
        : Refuses($"The expression contains too many operators; operator count: {operators}", () => Check(condition));

    private ValueTask<DeleteItemResponse> Check(Condition condition) =>
        Backend.DeleteItemAsync(new DeleteItemRequest { TableName = HashOnly.Name, Key = Key.Of(Unique()), Condition = condition });
}
