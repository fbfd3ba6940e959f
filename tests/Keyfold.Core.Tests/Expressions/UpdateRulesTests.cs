using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Items;
using static Keyfold.Core.Tests.Expressions.Tree;

namespace Keyfold.Core.Tests.Expressions;

/// <summary>What DynamoDB refuses of updates and projections before it reads an item, with its words.</summary>
public sealed class UpdateRulesTests
{
    private static readonly AttributeValue NumberSet = AttributeValue.NumberSet(1);

    [Fact]
    public void An_expression_changes_something()
    {
        AssertRefused("The expression can not be empty;", Update());
        Tree.AssertRefused("Invalid ProjectionExpression: The expression can not be empty;", () => ExpressionRules.Check(new ProjectionExpression([])));
    }

    [Theory]
    [InlineData("m.x", "m", "[m, x]", "[m]")]
    [InlineData("m", "m.x[1].y", "[m]", "[m, x, [1], y]")]
    [InlineData("l[0]", "l[0]", "[l, [0]]", "[l, [0]]")]
    public void Paths_may_not_overlap(string first, string second, string printedFirst, string printedSecond)
    {
        string message = $"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {printedFirst}, path two: {printedSecond}";
        AssertRefused(message, Update(Set("other", Literal(1)), Set(first, Literal(1)), new RemoveAction(Path(second))));
        Tree.AssertRefused(
            $"Invalid ProjectionExpression: {message}", () => ExpressionRules.Check(new ProjectionExpression([Path(first), "other", Path(second)])));
    }

    [Fact]
    public void One_value_may_not_be_taken_as_a_map_and_as_a_list()
    {
        const string Message = "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [m, x], path two: [m, [0]]";
        AssertRefused(Message, Update(Set("m.x", Literal(1)), Set("m[0]", Literal(1))));
        Tree.AssertRefused($"Invalid ProjectionExpression: {Message}", () => ExpressionRules.Check(new ProjectionExpression([Path("m.x"), Path("m[0]")])));
    }

    [Fact]
    public void Actions_are_looked_at_from_the_last_to_the_first()
    {
        UpdateAction[] overlapping = [Set("a", Literal(1)), Set("a", Literal(1))];
        UpdateAction[] conflicting = [Set("m.x", Literal(1)), Set("m[0]", Literal(1))];
        const string Overlap = "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]";
        const string Conflict = "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [m, x], path two: [m, [0]]";
        AssertRefused(Overlap, Update([.. conflicting, .. overlapping]));
        AssertRefused(Conflict, Update([.. overlapping, .. conflicting]));
        AssertRefused(
            "Incorrect operand type for operator or function; operator: ADD, operand type: STRING",
            Update(Set("a", new Plus(Literal("text"), Literal(1))), new AddAction("b", "text")));
        AssertRefused(
            "Incorrect operand type for operator or function; operator or function: +, operand type: S",
            Update(new AddAction("b", "text"), Set("a", new Plus(Literal("text"), Literal(1)))));
    }

    [Fact]
    public void Neighbours_are_allowed_and_so_is_reading_what_changes()
    {
        Check(Update(Set("m.x", From("m")), Set("m.y", From("m.x")), Set("l[0]", From("l[1]")), Set("l[1]", From("l[0]"))));
        ExpressionRules.Check(new ProjectionExpression([Path("m.x"), Path("m.y"), Path("l[0].a"), Path("l[0].b"), "x"]));
    }

    [Fact]
    public void Paths_have_up_to_32_steps_on_both_sides()
    {
        const string Message = "The document path has too many nesting levels; nesting levels: 33";
        AssertRefused(Message, Update(new RemoveAction(PathOf(33))));
        AssertRefused(Message, Update(Set("b", new UpdatePath(PathOf(33)))));
        AssertRefused(Message, Update(Set("b", new Plus(Literal(1), new IfNotExists(PathOf(33), Literal(1))))));
        AssertRefused(Message, Update(Set("b", new ListAppend(From("c"), new IfNotExists(Path("d"), new UpdatePath(PathOf(33)))))));
        AssertRefused(Message, Update(Set("b", new Minus(new UpdatePath(PathOf(33)), Literal(1)))));
        Tree.AssertRefused($"Invalid ProjectionExpression: {Message}", () => ExpressionRules.Check(new ProjectionExpression([PathOf(33)])));
        Check(Update(new RemoveAction(PathOf(32))));
    }

    [Fact]
    public void Literals_have_up_to_31_levels()
    {
        Check(Update(Set("a", Literal(Nested(31)))));
        Tree.AssertRefused(
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit",
            () => Check(Update(Set("a", new IfNotExists(Path("b"), Literal(Nested(32)))))));
    }

    [Fact]
    public void Up_to_300_operators_are_allowed()
    {
        Check(Update(Sums(300)));
        AssertRefused("The expression contains too many operators; operator count: 301", Update(Sums(301)));
        AssertRefused(
            "The expression contains too many operators; operator count: 303",
            Update([.. Sums(300), Set("more", new ListAppend(From("l"), new IfNotExists(Path("l"), new IfNotExists(Path("k"), From("j")))))]));
    }

    [Fact]
    public void Sums_take_numbers()
    {
        const string Message = "Incorrect operand type for operator or function; operator or function: {0}, operand type: {1}";
        AssertRefused(Say(Message, "+", "S"), Update(Set("a", new Plus(From("a"), Literal("1")))));
        AssertRefused(Say(Message, "+", "NULL"), Update(Set("a", new Plus(Literal(AttributeValue.Null), From("a")))));
        AssertRefused(Say(Message, "-", "NS"), Update(Set("a", new Minus(Literal(NumberSet), Literal(1)))));
        Check(Update(Set("a", new Plus(Literal(1), Literal(2)))));
    }

    [Fact]
    public void List_append_takes_lists()
    {
        const string Message = "Incorrect operand type for operator or function; operator or function: list_append, operand type: {0}";
        AssertRefused(Say(Message, "N"), Update(Set("a", new ListAppend(From("a"), Literal(1)))));
        AssertRefused(Say(Message, "NS"), Update(Set("a", new ListAppend(Literal(NumberSet), From("a")))));
        Check(Update(Set("a", new ListAppend(Literal(AttributeValue.List()), new IfNotExists(Path("a"), Literal(AttributeValue.List()))))));
    }

    [Fact]
    public void A_right_hand_side_has_one_sum_and_one_list_append_at_most()
    {
        UpdateOperand sum = new Plus(From("a"), Literal(1));
        UpdateOperand joined = new ListAppend(From("l"), From("k"));
        AssertRefused(
            "The function is not allowed to be used this way in an expression; function: list_append", Update(Set("a", new Plus(joined, Literal(1)))));
        AssertRefused("Syntax error; token: \"+\"", Update(Set("a", new Minus(sum, Literal(1)))));
        AssertRefused("Syntax error; token: \"-\"", Update(Set("a", new IfNotExists(Path("a"), new Minus(From("a"), Literal(1))))));
        AssertRefused("Syntax error; token: \"+\"", Update(Set("a", new ListAppend(From("l"), sum))));
        AssertRefused(
            "The function is not allowed to be used this way in an expression; function: list_append", Update(Set("a", new ListAppend(From("l"), joined))));
        AssertRefused(
            "The function is not allowed to be used this way in an expression; function: list_append", Update(Set("a", new IfNotExists(Path("l"), joined))));
    }

    [Fact]
    public void Add_takes_numbers_and_sets()
    {
        const string Message = "Incorrect operand type for operator or function; operator: ADD, operand type: {0}";
        AssertRefused(Say(Message, "STRING"), Update(new AddAction("a", "text")));
        AssertRefused(Say(Message, "BINARY"), Update(new AddAction("a", AttributeValue.Binary(new byte[1]))));
        AssertRefused(Say(Message, "BOOLEAN"), Update(new AddAction("a", true)));
        AssertRefused(Say(Message, "NULL"), Update(new AddAction("a", AttributeValue.Null)));
        AssertRefused(Say(Message, "LIST"), Update(new AddAction("a", AttributeValue.List())));
        AssertRefused(Say(Message, "MAP"), Update(new AddAction("a", AttributeValue.Map([]))));
        Check(Update(new AddAction("a", 1), new AddAction("b", NumberSet), new AddAction("c", AttributeValue.StringSet("x"))));
    }

    [Fact]
    public void Delete_takes_sets()
    {
        AssertRefused("Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER", Update(new DeleteAction("a", 1)));
        AssertRefused("Incorrect operand type for operator or function; operator: DELETE, operand type: STRING", Update(new DeleteAction("a", "text")));
        Check(Update(new DeleteAction("a", NumberSet)));
    }

    [Fact]
    public void Changed_paths_come_first_then_what_actions_read_and_the_count_of_operators_last()
    {
        const string Depth = "The document path has too many nesting levels; nesting levels: 33";
        const string Overlap = "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]";
        const string Operand = "Incorrect operand type for operator or function; operator or function: +, operand type: S";
        UpdateAction overlapping = Set("a", Literal(1));
        AssertRefused(Depth, Update(overlapping, overlapping, new RemoveAction(PathOf(33))));
        AssertRefused(Overlap, Update(Set("b", new UpdatePath(PathOf(33))), overlapping, overlapping));
        AssertRefused(Overlap, Update(new AddAction("b", "text"), overlapping, overlapping));
        AssertRefused(Depth, Update(Set("a", new Plus(Literal("text"), new UpdatePath(PathOf(33))))));
        AssertRefused(Operand, Update([.. Sums(301), Set("a", new Plus(Literal("text"), Literal(1)))]));
    }

    private static UpdateAction[] Sums(int count) => [.. Enumerable.Range(0, count).Select(number => Set($"a{number}", new Plus(From("n"), Literal(1))))];

    private static void Check(UpdateExpression update) => ExpressionRules.Check(update);

    private static string Say(string message, params string[] words) => string.Format(System.Globalization.CultureInfo.InvariantCulture, message, words);

    private static void AssertRefused(string message, UpdateExpression update) =>
        Tree.AssertRefused($"Invalid UpdateExpression: {message}", () => Check(update));
}
