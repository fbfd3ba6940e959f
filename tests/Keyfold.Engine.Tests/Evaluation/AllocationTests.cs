using Keyfold.Engine.Evaluation;
using Keyfold.Expressions;
using Keyfold.Items;
using static Keyfold.Engine.Tests.Evaluation.Expression;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>What evaluation allocates: nothing to decide, and the new item alone to make one.</summary>
public sealed class AllocationTests
{
    private static readonly Item Stored =
    [
        ("PK", "CUSTOMER#17850"),
        ("SK", "INVOICE#2010-12-01T08:26:00#536365"),
        ("Number", "536365"),
        ("Total", Decimal("139.12")),
        ("Status", "Open"),
        ("Payments", 3),
        ("Address", AttributeValue.Map([("City", "London"), ("Country", "United Kingdom")])),
        ("Lines", AttributeValue.List(
            AttributeValue.Map([("StockCode", "85123A"), ("Quantity", 6)]),
            AttributeValue.Map([("StockCode", "71053"), ("Quantity", 8)]))),
        ("Tags", AttributeValue.StringSet("gift", "rush")),
        ("Version", 4),
    ];

    private static readonly byte[] Encoded = Encode(Stored);

    [Fact]
    public void Conditions_on_scalars_allocate_nothing()
    {
        Condition condition = (Compare(At("Total"), ">", Value(100)) & Compare(At("Status"), "=", Value("Open")))
            | new Between(At("Number"), Value("5"), Value("6"))
            | new In(At("Version"), [Value(1), Value(Decimal("4.5"))])
            | new Contains(At("Lines[1].StockCode"), Value("053"))
            | Compare(Size(At("Tags")), "<", Value(2));
        Assert.Equal(0, Allocations.PerRun(() => ConditionEvaluator.Holds(condition, Encoded)));
        Assert.Equal(0, Allocations.PerRun(() => ConditionEvaluator.Holds(condition, [])));
    }

    [Fact]
    public void Updates_of_scalars_allocate_the_new_item_alone()
    {
        UpdateExpression update = Update(
            Set("Status", "Paid"), Add("Payments", 1), Set("Version", new Plus(From("Version"), Literal(1))), Set("Address.City", "Leeds"));
        AssertAllocatesResult(() => UpdateEvaluator.Apply(update, Encoded, [])!);
    }

    [Fact]
    public void Updates_with_lists_and_maps_allocate_the_new_item_alone()
    {
        UpdateExpression update = Update(
            Set("Lines", new ListAppend(From("Lines"), Literal(AttributeValue.List(AttributeValue.Map([("StockCode", "22632")]))))),
            Set("Address", AttributeValue.Map([("City", "Leeds")])));
        AssertAllocatesResult(() => UpdateEvaluator.Apply(update, Encoded, [])!);
    }

    [Fact]
    public void Projections_allocate_the_new_item_alone()
    {
        ProjectionExpression projection = new([Path("Lines[1].Quantity"), Path("Total"), Path("Address.City")]);
        AttributeSelection selection = new(["PK", "SK", "Status"]);
        AssertAllocatesResult(() => Projector.Project(projection, Encoded));
        AssertAllocatesResult(() => Projector.Project(selection, Encoded));
    }

    private static void AssertAllocatesResult(Func<byte[]> make)
    {
        byte[] kept = make();
        long array = Allocations.PerRun(() => kept.AsSpan().ToArray());
        Assert.Equal(array, Allocations.PerRun(make));
    }
}
