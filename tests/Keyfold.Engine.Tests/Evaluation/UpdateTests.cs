using Keyfold.Engine.Evaluation;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Engine.Tests.Evaluation.Expression;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>What DynamoDB's reference says of update expressions, one behaviour each.</summary>
public sealed class UpdateTests
{
    private const string WrongType = "An operand in the update expression has an incorrect data type";
    private const string InvalidPath = "The document path provided in the update expression is invalid for update";
    private const string Missing = "The provided expression refers to an attribute that does not exist in the item";
    private const string Overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";

    private static readonly Item Key = [("PK", "1"), ("SK", 7)];

    private static readonly Item Stored = Key
        .With("n", 10)
        .With("o", 3)
        .With("s", "text")
        .With("null", AttributeValue.Null)
        .With("l", AttributeValue.List(0, 1, 2, 3, 4))
        .With("m", AttributeValue.Map([("x", 1), ("y", AttributeValue.Map([("z", "deep")])), ("l", AttributeValue.List("a"))]))
        .With("ss", AttributeValue.StringSet("a", "b"))
        .With("ns", AttributeValue.NumberSet(1, 2))
        .With("bs", ByteSet([1], [2]));

    [Fact]
    public void Set_replaces_and_adds_attributes() => AssertUpdated(
        Stored.With("n", "ten").With("new", true).With("AAA", 1).With("zzz", 2),
        Set("zzz", 2), Set("n", "ten"), Set("AAA", 1), Set("new", true));

    [Fact]
    public void Set_takes_every_type() => AssertUpdated(
        Stored.With("l", Stored["m"]).With("m", Stored["l"]).With("s", AttributeValue.Null).With("n", ByteSet([9])),
        Set("l", Stored["m"]), Set("m", Stored["l"]), Set("s", AttributeValue.Null), Set("n", ByteSet([9])));

    [Fact]
    public void Right_hand_sides_read_the_item_before_the_update_so_that_swaps_work() => AssertUpdated(
        Stored.With("n", 3).With("o", 10),
        Set("n", From("o")), Set("o", From("n")));

    [Fact]
    public void A_removed_attribute_can_still_be_read() => AssertUpdated(
        Stored.Without("n").With("a", 10),
        Remove("n"), Set("a", From("n")));

    [Fact]
    public void Set_reaches_into_maps_and_lists() => AssertUpdated(
        Stored
            .With("m", AttributeValue.Map([("new", 1), ("x", 2), ("y", AttributeValue.Map([("z", "deeper")])), ("l", AttributeValue.List("b"))]))
            .With("l", AttributeValue.List(0, 1, 2, "three", 4)),
        Set("m.y.z", "deeper"), Set("m.x", 2), Set("m.new", 1), Set("m.l[0]", "b"), Set("l[3]", "three"));

    [Theory]
    [InlineData("nope.x")]
    [InlineData("n.x")]
    [InlineData("m[0]")]
    [InlineData("l.x")]
    [InlineData("l[7].x")]
    [InlineData("m.y.z.w")]
    [InlineData("ss[0]")]
    public void A_parent_that_is_missing_or_no_container_is_an_error(string path)
    {
        AssertRefused(InvalidPath, Set(path, 1));
        AssertRefused(InvalidPath, Remove(path));
        AssertRefused(InvalidPath, Add(path, 1));
        AssertRefused(InvalidPath, Delete(path, AttributeValue.StringSet("a")));
    }

    [Fact]
    public void Set_behind_the_end_of_a_list_appends_in_the_order_of_the_indexes_without_holes() => AssertUpdated(
        Stored.With("l", AttributeValue.List(0, 1, 2, 3, 4, "five", "nine", "eleven")),
        Set("l[11]", "eleven"), Set("l[5]", "five"), Set("l[9]", "nine"));

    [Fact]
    public void List_indexes_mean_positions_of_the_old_list() => AssertUpdated(
        Stored.With("l", AttributeValue.List(0, 2, "new", 4)),
        Remove("l[1]"), Set("l[3]", "new"));

    [Fact]
    public void Removals_from_a_list_are_simultaneous() => AssertUpdated(
        Stored.With("l", AttributeValue.List(1, 3)),
        Remove("l[0]"), Remove("l[4]"), Remove("l[2]"));

    [Fact]
    public void Removals_and_additions_behind_the_end_go_together() => AssertUpdated(
        Stored.With("l", AttributeValue.List(0, 1, 2, 3, "new")),
        Remove("l[4]"), Set("l[100]", "new"));

    [Fact]
    public void Removing_the_last_child_leaves_an_empty_container() => AssertUpdated(
        Stored.With("m", AttributeValue.Map([("x", 1), ("y", AttributeValue.Map([])), ("l", AttributeValue.List())])),
        Remove("m.l[0]"), Remove("m.y.z"));

    [Theory]
    [InlineData("nope")]
    [InlineData("m.nope")]
    [InlineData("l[5]")]
    public void Removing_what_is_not_there_changes_nothing(string path) => AssertUpdated(Stored, Remove(path));

    [Fact]
    public void Plus_and_minus_compute_exactly() => AssertUpdated(
        Stored.With("n", Decimal("10.1")).With("o", -7).With("sum", 13),
        Set("n", new Plus(From("n"), Literal(Decimal("0.10")))), Set("o", new Minus(From("o"), From("n"))), Set("sum", new Plus(From("n"), From("o"))));

    [Fact]
    public void Plus_and_minus_take_numbers_only()
    {
        AssertRefused(WrongType, Set("n", new Plus(From("n"), From("s"))));
        AssertRefused(WrongType, Set("n", new Minus(From("l"), Literal(1))));
        AssertRefused(WrongType, Set("n", new Plus(new IfNotExists(Path("nope"), Literal("x")), Literal(1))));
    }

    [Fact]
    public void A_missing_operand_is_an_error()
    {
        AssertRefused(Missing, Set("n", From("nope")));
        AssertRefused(Missing, Set("n", new Plus(From("nope"), Literal(1))));
        AssertRefused(Missing, Set("n", new ListAppend(From("m.nope"), Literal(AttributeValue.List()))));
        AssertRefused(Missing, Set("n", new IfNotExists(Path("nope"), From("nor"))));
    }

    [Fact]
    public void If_not_exists_takes_the_attribute_even_when_it_is_null() => AssertUpdated(
        Stored.With("a", AttributeValue.Null).With("b", 5).With("c", 10).With("d", 11),
        Set("a", new IfNotExists(Path("null"), Literal(5))),
        Set("b", new IfNotExists(Path("nope"), Literal(5))),
        Set("c", new IfNotExists(Path("nope"), new IfNotExists(Path("n"), Literal(5)))),
        Set("d", new Plus(new IfNotExists(Path("n"), Literal(0)), Literal(1))));

    [Fact]
    public void List_append_joins_lists() => AssertUpdated(
        Stored.With("l", AttributeValue.List("x", 0, 1, 2, 3, 4)).With("m2", AttributeValue.List("a", "y"))
            .With("both", AttributeValue.List("a", 0, 1, 2, 3, 4)),
        Set("l", new ListAppend(Literal(AttributeValue.List("x")), From("l"))),
        Set("m2", new ListAppend(From("m.l"), Literal(AttributeValue.List("y")))),
        Set("both", new ListAppend(From("m.l"), new IfNotExists(Path("l"), Literal(AttributeValue.List())))));

    [Fact]
    public void List_append_takes_lists_only()
    {
        AssertRefused(WrongType, Set("l", new ListAppend(From("l"), From("n"))));
        AssertRefused(WrongType, Set("l", new ListAppend(From("ss"), From("l"))));
    }

    [Fact]
    public void Add_adds_to_a_number_and_takes_a_missing_one_as_zero() => AssertUpdated(
        Stored.With("n", 12).With("new", Decimal("-2.5")),
        Add("n", 2), Add("new", Decimal("-2.5")));

    [Fact]
    public void Add_reaches_into_maps_and_lists() => AssertUpdated(
        Stored
            .With("m", AttributeValue.Map([("x", 6), ("w", 1), ("y", AttributeValue.Map([("z", "deep")])), ("l", AttributeValue.List("a"))]))
            .With("l", AttributeValue.List(0, 1, 2, 3, 9, 5)),
        Add("m.x", 5), Add("m.w", 1), Add("l[4]", 5), Add("l[9]", 5));

    [Fact]
    public void Add_joins_sets_and_creates_a_missing_one() => AssertUpdated(
        Stored.With("ss", AttributeValue.StringSet("0", "a", "b", "c")).With("ns", AttributeValue.NumberSet(0, 1, 1.5m, 2)).With("bs", ByteSet([1], [1, 1], [2])).With("new", AttributeValue.StringSet("x")),
        Add("ss", AttributeValue.StringSet("c", "b", "0")),
        Add("ns", AttributeValue.NumberSet(0, 1.5m, 2)),
        Add("bs", ByteSet([1, 1])),
        Add("new", AttributeValue.StringSet("x")));

    [Fact]
    public void Add_to_another_type_is_an_error()
    {
        AssertRefused(WrongType, Add("s", 1));
        AssertRefused(WrongType, Add("ss", AttributeValue.NumberSet(1)));
        AssertRefused(WrongType, Add("n", AttributeValue.NumberSet(1)));
        AssertRefused(WrongType, Add("null", 1));
    }

    [Fact]
    public void Delete_removes_members_and_the_last_one_takes_the_attribute_with_it() => AssertUpdated(
        Stored.With("ss", AttributeValue.StringSet("b")).Without("ns").With("bs", ByteSet([2])),
        Delete("ss", AttributeValue.StringSet("a", "nope")), Delete("ns", AttributeValue.NumberSet(2, 3, 1)), Delete("bs", ByteSet([1])));

    [Fact]
    public void Delete_from_a_missing_attribute_changes_nothing() => AssertUpdated(Stored, Delete("nope", AttributeValue.StringSet("a")));

    [Fact]
    public void Delete_from_another_type_is_an_error()
    {
        AssertRefused(WrongType, Delete("n", AttributeValue.NumberSet(10)));
        AssertRefused(WrongType, Delete("ss", AttributeValue.NumberSet(1)));
    }

    [Fact]
    public void A_missing_item_starts_with_its_key() =>
        Assert.Equal(Encode(Key.With("n", 1)), UpdateEvaluator.Apply(Update(Add("n", 1)), [], Encode(Key)));

    [Fact]
    public void A_missing_item_has_its_key_to_read() =>
        Assert.Equal(Encode(Key.With("a", 7)), UpdateEvaluator.Apply(Update(Set("a", From("SK"))), [], Encode(Key)));

    [Fact]
    public void A_missing_item_has_nothing_else_to_read() => AssertRefused(Missing, Update(Set("a", From("n"))), item: []);

    [Fact]
    public void An_update_of_a_missing_item_that_only_removes_creates_nothing() => Assert.Null(
        UpdateEvaluator.Apply(Update(Remove("a"), Remove("m.x"), Delete("ss", AttributeValue.StringSet("a"))), [], Encode(Key)));

    [Fact]
    public void Removals_from_a_missing_item_are_ignored_beside_other_changes() => Assert.Equal(
        Encode(Key.With("a", 1)),
        UpdateEvaluator.Apply(Update(Remove("m.x"), Set("a", 1)), [], Encode(Key)));

    [Fact]
    public void Of_several_errors_an_invalid_path_is_told_first_and_then_the_first_action()
    {
        AssertRefused(InvalidPath, Set("a", From("nope")), Set("z.x", 1));
        AssertRefused(Missing, Set("z", From("nope")), Set("a", new Plus(From("s"), Literal(1))));
        AssertRefused(WrongType, Set("z", new Plus(From("s"), Literal(1))), Set("a", From("nope")));
    }

    [Fact]
    public void Sums_over_the_range_overflow()
    {
        AttributeValue largest = Decimal("9.9e125");
        AssertRefused(Overflow, Update(Add("a", largest)), Encode(Key.With("a", largest)));
        AssertRefused(Overflow, Update(Set("a", new Plus(From("a"), From("a")))), Encode(Key.With("a", largest)));
    }

    [Fact]
    public void Sums_of_more_than_38_digits_overflow_and_are_never_rounded() =>
        AssertRefused(Overflow, Update(Set("a", new Plus(From("a"), Literal(1)))), Encode(Key.With("a", Decimal("1e38"))));

    [Fact]
    public void An_item_of_exactly_400_KB_is_the_largest()
    {
        int room = Limits.ItemBytesMax - ItemSize.Of(Key) - 1;
        Item largest = Key.With("a", new string('x', room));
        Assert.Equal(Limits.ItemBytesMax, ItemSize.Of(largest));
        Assert.Equal(Encode(largest), UpdateEvaluator.Apply(Update(Set("a", new string('x', room))), Encode(Key), []));
        AssertRefused("Item size to update has exceeded the maximum allowed size", Update(Set("a", new string('x', room + 1))), Encode(Key));
    }

    [Fact]
    public void An_item_of_32_levels_is_the_deepest()
    {
        Item deepest = Key.With("a", Nested(31));
        DocumentPath innermost = Path("a" + string.Concat(Enumerable.Repeat("[0]", 31)));
        Assert.Equal(Encode(deepest), UpdateEvaluator.Apply(Update(Set("a", Nested(31))), Encode(Key), []));
        Assert.Equal(
            Encode(Key.With("a", Nested(31, 1))),
            UpdateEvaluator.Apply(Update(new SetAction(innermost, Literal(1))), Encode(deepest), []));
        AssertRefused(
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit",
            Update(new SetAction(innermost, Literal(AttributeValue.List()))),
            Encode(deepest));
    }

    [Fact]
    public void The_depth_is_measured_again_when_the_deepest_value_goes()
    {
        byte[] item = Encode(Key.With("a", Nested(9)).With("b", Nested(4)));
        Assert.Equal(Encode(Key.With("b", Nested(4))), UpdateEvaluator.Apply(Update(Remove("a")), item, []));
        Assert.Equal(Encode(Key.With("a", Nested(5)).With("b", Nested(4))), UpdateEvaluator.Apply(Update(Set("a", Nested(5))), item, []));
        Assert.Equal(Encode(Key.With("a", Nested(3)).With("b", Nested(4))), UpdateEvaluator.Apply(Update(Set("a[0]", Nested(2))), item, []));
    }

    [Fact]
    public void Many_actions_are_applied_in_one_pass()
    {
        List<UpdateAction> actions = [];
        List<(string, AttributeValue)> before = [];
        List<(string, AttributeValue)> after = [];
        for (int number = 0; number < 200; number++)
        {
            string name = $"a{number}";
            before.Add((name, number));
            switch (number % 4)
            {
                case 0:
                    actions.Insert(0, Set(name, "new"));
                    after.Add((name, "new"));
                    break;
                case 1:
                    actions.Insert(0, Remove(name));
                    break;
                default:
                    after.Add((name, number));
                    break;
            }
        }

        Assert.Equal(Encode(Item.Create([.. after])), UpdateEvaluator.Apply(Update([.. actions]), Encode(Item.Create([.. before])), []));
    }

    private static void AssertUpdated(Item expected, params UpdateAction[] actions) =>
        Assert.Equal(Encode(expected), UpdateEvaluator.Apply(Update(actions), Encode(Stored), []));

    private static void AssertRefused(string message, params UpdateAction[] actions) => AssertRefused(message, Update(actions), Encode(Stored));

    private static void AssertRefused(string message, UpdateExpression update, byte[] item)
    {
        StorageException error = Assert.Throws<StorageException>(() => UpdateEvaluator.Apply(update, item, Encode(Key)));
        Assert.Equal((StorageErrorCode.ValidationException, message), (error.Code, error.Message));
    }

    private static AttributeValue Nested(int levels, AttributeValue? innermost = null)
    {
        AttributeValue value = innermost is { } scalar ? AttributeValue.List(scalar) : AttributeValue.List();
        for (int level = 1; level < levels; level++)
        {
            value = AttributeValue.List(value);
        }

        return value;
    }
}
