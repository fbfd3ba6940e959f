using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Items;
using static Keyfold.Core.Tests.Expressions.Tree;

namespace Keyfold.Core.Tests.Expressions;

/// <summary>What DynamoDB refuses of conditions and filters before it reads an item, with its words.</summary>
public sealed class ConditionRulesTests
{
    private static readonly AttributeValue[] Unordered =
    [
        AttributeValue.List(), AttributeValue.Map([]), true, AttributeValue.Null, AttributeValue.StringSet("a"), AttributeValue.NumberSet(1), AttributeValue.BinarySet(new byte[] { 1 }),
    ];

    public static TheoryData<AttributeValue> UnorderedValues => [.. Unordered];

    [Fact]
    public void The_message_names_the_parameter() => Tree.AssertRefused(
        "Invalid FilterExpression: Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
        () => ExpressionRules.Check(new Comparison(At("a"), ComparisonOperator.LessThan, Value(true)), "FilterExpression"));

    [Fact]
    public void Up_to_300_operators_are_allowed()
    {
        Check(!Terms(150));
        AssertRefused("The expression contains too many operators; operator count: 301", Terms(151));
        AssertRefused("The expression contains too many operators; operator count: 303", !!Terms(151));
    }

    [Fact]
    public void Size_and_functions_are_counted()
    {
        Condition sizes = new Comparison(new SizeOperand(At("a")), ComparisonOperator.LessThan, new SizeOperand(At("b")));
        AssertRefused("The expression contains too many operators; operator count: 301", Terms(148) & sizes & new BeginsWith(At("a"), Value("b")));
    }

    [Fact]
    public void A_tree_deeper_than_any_stack_is_refused()
    {
        Condition condition = Equal("a", 1);
        for (int level = 0; level < 1_000_000; level++)
        {
            condition = !condition;
        }

        Assert.Throws<InsufficientExecutionStackException>(() => Check(condition));
    }

    [Fact]
    public void In_takes_up_to_100_candidates()
    {
        Check(new In(At("a"), Candidates(100)));
        AssertRefused("The IN operator is provided with too many operands; number of operands: 101", new In(At("a"), Candidates(101)));
        AssertRefused("Incorrect number of operands for operator or function; operator or function: IN, number of operands: 1", new In(At("a"), []));
        AssertRefused(
            "The first operand must be distinct from the remaining operands for this operator or function; operator: IN, first operand: [a]",
            new In(At("a"), [At("a"), .. Candidates(100)]));
    }

    [Fact]
    public void Paths_have_up_to_32_steps()
    {
        Check(new AttributeExists(PathOf(32)));
        const string Message = "The document path has too many nesting levels; nesting levels: 33";
        AssertRefused(Message, new AttributeExists(PathOf(33)));
        AssertRefused(Message, new AttributeNotExists(PathOf(33)));
        AssertRefused(Message, new Comparison(Value(1), ComparisonOperator.Equal, new SizeOperand(new PathOperand(PathOf(33)))));
        AssertRefused(Message, new In(At("a"), [Value(1), new PathOperand(PathOf(33))]));
        AssertRefused(Message, new AttributeTypeIs(new PathOperand(PathOf(33)), AttributeType.List));
        AssertRefused(Message, new Between(At("a"), Value(1), new PathOperand(PathOf(33))));
    }

    [Fact]
    public void Names_have_1_to_65535_bytes()
    {
        Check(new AttributeExists(new string('a', 65_535)));
        Tree.AssertRefused("Attribute name is too large, must be less than 65536 bytes", () => Check(new AttributeExists(new string('a', 65_536))));
        Tree.AssertRefused("Attribute name is too large, must be less than 65536 bytes", () => Check(new AttributeExists(new string('\u00e9', 32_768))));
        Tree.AssertRefused("Empty attribute name", () => Check(new AttributeExists(new DocumentPath("a").Member(""))));
    }

    [Fact]
    public void Literals_have_up_to_31_levels_since_the_item_is_one_too()
    {
        Check(Equal("a", Nested(31)));
        const string Message = "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";
        Tree.AssertRefused(Message, () => Check(Equal("a", Nested(32))));
        Tree.AssertRefused(Message, () => Check(Equal("a", AttributeValue.Map([("m", AttributeValue.Map([("l", Nested(30))]))]))));
    }

    [Fact]
    public void One_path_may_not_stand_on_both_sides()
    {
        const string Message = "The first operand must be distinct from the remaining operands for this operator or function; operator: {0}, first operand: {1}";
        AssertRefused(Say(Message, "=", "[n]"), new Comparison(At("n"), ComparisonOperator.Equal, At("n")));
        AssertRefused(Say(Message, "<>", "[m, [0], x]"), new Comparison(At("m[0].x"), ComparisonOperator.NotEqual, At("m[0].x")));
        AssertRefused(Say(Message, "BETWEEN", "[n]"), new Between(At("n"), Value(1), At("n")));
        AssertRefused(Say(Message, "IN", "[n]"), new In(At("n"), [At("m"), At("n")]));
        AssertRefused(Say(Message, "begins_with", "[n]"), new BeginsWith(At("n"), At("n")));
        AssertRefused(Say(Message, "contains", "[n]"), new Contains(At("n"), At("n")));
        Check(new Comparison(At("m[0]"), ComparisonOperator.Equal, At("m[1]")));
        Check(new Comparison(Value(1), ComparisonOperator.Equal, Value(1)));
        Check(new Comparison(new SizeOperand(At("n")), ComparisonOperator.Equal, At("n")));
    }

    [Theory]
    [MemberData(nameof(UnorderedValues))]
    public void Comparators_of_order_and_between_take_strings_numbers_and_binaries(AttributeValue literal)
    {
        string type = literal.Type.Tag();
        const string Message = "Incorrect operand type for operator or function; operator or function: {0}, operand type: {1}";
        AssertRefused(Say(Message, "<", type), new Comparison(At("a"), ComparisonOperator.LessThan, Value(literal)));
        AssertRefused(Say(Message, "<=", type), new Comparison(Value(literal), ComparisonOperator.LessThanOrEqual, At("a")));
        AssertRefused(Say(Message, ">", type), new Comparison(At("a"), ComparisonOperator.GreaterThan, Value(literal)));
        AssertRefused(Say(Message, ">=", type), new Comparison(At("a"), ComparisonOperator.GreaterThanOrEqual, Value(literal)));
        AssertRefused(Say(Message, "BETWEEN", type), new Between(Value(literal), At("a"), At("b")));
        AssertRefused(Say(Message, "BETWEEN", type), new Between(At("a"), Value(literal), At("b")));
        AssertRefused(Say(Message, "BETWEEN", type), new Between(At("a"), At("b"), Value(literal)));
        AssertRefused(Say(Message, "begins_with", type), new BeginsWith(At("a"), Value(literal)));
        Check(new Comparison(At("a"), ComparisonOperator.Equal, Value(literal)));
        Check(new Comparison(At("a"), ComparisonOperator.NotEqual, Value(literal)));
        Check(new In(At("a"), [Value(literal)]));
        Check(new Contains(At("a"), Value(literal)));
    }

    [Fact]
    public void Begins_with_takes_no_numbers()
    {
        const string Message = "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N";
        AssertRefused(Message, new BeginsWith(At("a"), Value(1)));
        AssertRefused(Message, new BeginsWith(Value(1), At("a")));
        AssertRefused(Message, new BeginsWith(new SizeOperand(At("a")), Value("1")));
    }

    [Fact]
    public void Size_measures_no_numbers_and_so_no_sizes()
    {
        const string Message = "Incorrect operand type for operator or function; operator or function: size, operand type: {0}";
        AssertRefused(Say(Message, "N"), Measuring(Value(1)));
        AssertRefused(Say(Message, "BOOL"), Measuring(Value(true)));
        AssertRefused(Say(Message, "NULL"), Measuring(Value(AttributeValue.Null)));
        AssertRefused(Say(Message, "N"), Measuring(new SizeOperand(At("a"))));
        Check(Measuring(Value("text")));
        Check(Measuring(Value(AttributeValue.Map([]))));
    }

    [Fact]
    public void Bounds_have_one_type_and_stand_in_order()
    {
        AssertRefused(
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:9}, upper bound operand: AttributeValue: {N:1}",
            new Between(At("a"), Value(9), Value(1)));
        AssertRefused(
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}",
            new Between(At("a"), Value("b"), Value("a")));
        AssertRefused(
            "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {S:x}, upper bound operand: AttributeValue: {N:1}",
            new Between(At("a"), Value("x"), Value(1)));
        Check(new Between(At("a"), Value(1), Value(1)));
        Check(new Between(At("a"), Value("\uFF5E"), Value("\U0001F600")));
        Check(new Between(At("a"), Value(9), At("b")));
    }

    [Fact]
    public void Operators_are_counted_when_all_terms_are_checked() => AssertRefused(
        "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
        Terms(151) & new BeginsWith(At("a"), Value(1)));

    [Fact]
    public void Terms_are_read_from_left_to_right() => AssertRefused(
        "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
        (Equal("a", 1) & new BeginsWith(At("a"), Value(1))) | new AttributeExists(PathOf(33)));

    [Fact]
    public void A_path_in_bounds_comes_before_types_and_those_before_distinct_operands()
    {
        AssertRefused("The document path has too many nesting levels; nesting levels: 33", new Between(At("n"), At("n"), new PathOperand(PathOf(33))));
        AssertRefused(
            "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: BOOL",
            new Between(At("n"), At("n"), Value(true)));
    }

    private static Comparison Measuring(Operand operand) => new Comparison(new SizeOperand(operand), ComparisonOperator.LessThan, Value(3));

    // so many comparators, and one AND less
    private static Condition Terms(int count) => Enumerable.Repeat(Equal("a", 1), count).Aggregate((left, right) => left & right);

    private static Sequence<Operand> Candidates(int count) => Sequence.From(Enumerable.Repeat(Value(1), count));

    private static void Check(Condition condition) => ExpressionRules.Check(condition, Tree.Condition);

    private static string Say(string message, params string[] words) => string.Format(System.Globalization.CultureInfo.InvariantCulture, message, words);

    private static void AssertRefused(string message, Condition condition) =>
        Tree.AssertRefused($"Invalid ConditionExpression: {message}", () => Check(condition));
}
