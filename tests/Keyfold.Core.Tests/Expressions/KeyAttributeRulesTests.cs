using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Items;
using Keyfold.Schema;
using static Keyfold.Core.Tests.Expressions.Tree;

namespace Keyfold.Core.Tests.Expressions;

/// <summary>What expressions may not do with key attributes.</summary>
public sealed class KeyAttributeRulesTests
{
    private const string Scalars = "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ";

    private static readonly KeySchema Key = new(new KeyAttribute("PK", AttributeType.String), new KeyAttribute("SK", AttributeType.String));

    private static readonly KeySchema IndexKey = new(new KeyAttribute("GSI1PK", AttributeType.String), new KeyAttribute("SK", AttributeType.String));

    private static readonly TableSchema Schema = new("retail", Key, [new SecondaryIndex("GSI1", SecondaryIndexKind.Global, IndexKey, Projection.All)]);

    [Theory]
    [InlineData("PK")]
    [InlineData("SK")]
    [InlineData("SK.x")]
    public void An_update_changes_no_key_attribute(string path)
    {
        string message = $"One or more parameter values were invalid: Cannot update attribute {Path(path).AttributeName}. This attribute is part of the key";
        AssertRefused(message, () => KeyAttributeRules.Check(Update(Set("a", From("GSI1PK.x")), Set(path, Literal(1))), Schema));
        AssertRefused(message, () => KeyAttributeRules.Check(Update(new RemoveAction(Path(path))), Schema));
    }

    [Fact]
    public void No_path_of_an_update_leads_into_a_key_attribute()
    {
        AssertRefused(Scalars + "IndexKey: GSI1PK", () => KeyAttributeRules.Check(Update(Set("GSI1PK[0]", Literal(1))), Schema));
        AssertRefused(Scalars + "Key: PK", () => KeyAttributeRules.Check(Update(Set("a", new IfNotExists(Path("b"), From("PK.x")))), Schema));
        AssertRefused(
            Scalars + "Key: PK", () => KeyAttributeRules.Check(Update(Set("a", new ListAppend(From("l"), new IfNotExists(Path("PK[0]"), From("b"))))), Schema));
        AssertRefused(Scalars + "Key: SK", () => KeyAttributeRules.Check(Update(Set("a", new Minus(Literal(1), From("SK.x")))), Schema));
        KeyAttributeRules.Check(Update(Set("a", From("PK")), Set("GSI1PK", new Plus(From("SK"), Literal(1)))), Schema);
    }

    public static TheoryData<Condition> ConditionsOnTheIndexKey =>
    [
        new Comparison(At("GSI1PK.x"), ComparisonOperator.Equal, Value(1)),
        new Comparison(Value(1), ComparisonOperator.Equal, new SizeOperand(At("GSI1PK.x"))),
        new Between(Value(1), Value(1), At("GSI1PK.x")),
        new In(Value(1), [Value(2), At("GSI1PK.x")]),
        new BeginsWith(Value("a"), At("GSI1PK.x")),
        new Contains(At("GSI1PK.x"), Value(1)),
        new AttributeTypeIs(At("GSI1PK.x"), AttributeType.String),
        new AttributeNotExists(Path("GSI1PK.x")),
        !new AttributeExists(Path("GSI1PK.x")),
        new AttributeExists("a") | (new AttributeExists("b") & new AttributeExists(Path("GSI1PK.x"))),
    ];

    [Theory]
    [MemberData(nameof(ConditionsOnTheIndexKey))]
    public void No_path_of_a_condition_leads_into_a_key_attribute(Condition condition) =>
        AssertRefused(Scalars + "IndexKey: GSI1PK", () => KeyAttributeRules.Check(condition, Schema));

    [Theory]
    [MemberData(nameof(ConditionsOnTheIndexKey))]
    public void No_path_of_a_filter_names_a_key_attribute_of_what_is_queried(Condition condition)
    {
        AssertRefused(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: GSI1PK",
            () => KeyAttributeRules.CheckFilter(condition, IndexKey));
        KeyAttributeRules.CheckFilter(condition, Key);
    }

    [Fact]
    public void No_path_of_a_projection_leads_into_a_key_attribute()
    {
        AssertRefused(Scalars + "Key: PK", () => KeyAttributeRules.Check(new ProjectionExpression(["SK", Path("PK.x")]), Schema));
        KeyAttributeRules.Check(new ProjectionExpression(["PK", "SK", "GSI1PK", Path("a.x")]), Schema);
    }
}
