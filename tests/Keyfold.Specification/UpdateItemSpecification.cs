using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>UpdateItem: SET and REMOVE, and what is checked around them. ADD and DELETE: <see cref="UpdateSetsAndNumbersSpecification"/>.</summary>
public abstract class UpdateItemSpecification(BackendFixture fixture) : UpdateSpecification(fixture)
{
    [Fact]
    public async Task Set_creates_a_missing_item() =>
        Assert.Equal([("PK", Unique()), ("A", 1)], await Update(HashOnly, Key.Of(Unique()), Set("A", 1)));

    [Fact]
    public async Task An_update_without_an_expression_creates_an_item_of_its_key()
    {
        await Backend.UpdateItemAsync(new UpdateItemRequest { TableName = Plain.Name, Key = Key.Of(Unique(), "a") });
        Assert.Equal([("PK", Unique()), ("SK", "a")], await Get(Plain, Key.Of(Unique(), "a")));
    }

    [Fact]
    public async Task Set_replaces_and_adds_attributes()
    {
        Item updated = await Apply([("A", 1), ("B", 2)], Set("A", "new"), Set("C", AttributeValue.Null));
        Assert.Equal([("A", "new"), ("B", 2), ("C", AttributeValue.Null)], updated);
    }

    [Fact]
    public async Task Right_hand_sides_read_the_old_item_so_that_a_swap_works() =>
        Assert.Equal([("A", 2), ("B", 1)], await Apply([("A", 1), ("B", 2)], Set("A", Old("B")), Set("B", Old("A"))));

    [Fact]
    public async Task A_removed_attribute_can_still_be_read() =>
        Assert.Equal([("B", 1)], await Apply([("A", 1)], Remove("A"), Set("B", Old("A"))));

    [Fact]
    public async Task Set_changes_a_nested_member_and_element()
    {
        Item updated = await Apply([("M", Map(("x", Numbers(1, 2)), ("y", 3)))], Set(At("M", "x", 1), 20), Set(At("M", "z"), 4));
        Assert.Equal([("M", Map(("x", Numbers(1, 20)), ("y", 3), ("z", 4)))], updated);
    }

    [Fact]
    public Task Set_needs_the_parent() => Fail(InvalidPath, [("M", Map())], Set(At("M", "x", "y"), 1));

    [Fact]
    public Task Set_needs_a_map_for_a_member() => Fail(InvalidPath, [("L", Numbers(1))], Set(At("L", "x"), 1));

    [Fact]
    public Task Set_needs_a_list_for_an_element() => Fail(InvalidPath, [("M", Map())], Set(At("M", 0), 1));

    [Fact]
    public Task Set_does_not_go_into_a_scalar() => Fail(InvalidPath, [("N", 1)], Set(At("N", "x"), 1));

    [Fact]
    public async Task Set_past_the_end_appends_in_the_order_of_positions_without_holes() =>
        Assert.Equal([("L", Numbers(0, 1, 7, 9))], await Apply([("L", Numbers(0, 1))], Set(At("L", 90), 9), Set(At("L", 70), 7)));

    // "REMOVE l[1] SET l[3]" replaces what was element 3 before: positions are those of the old list for both
    [Fact]
    public async Task Positions_are_those_of_the_old_list() =>
        Assert.Equal([("L", Numbers(0, 2, 33, 4))], await Apply([("L", Numbers(0, 1, 2, 3, 4))], Remove(At("L", 1)), Set(At("L", 3), 33)));

    [Fact]
    public async Task Several_removals_are_simultaneous() =>
        Assert.Equal([("L", Numbers(1, 3))], await Apply([("L", Numbers(0, 1, 2, 3))], Remove(At("L", 0)), Remove(At("L", 2))));

    [Fact]
    public async Task The_last_removal_leaves_an_empty_container()
    {
        Item updated = await Apply([("L", Numbers(0)), ("M", Map(("x", 1)))], Remove(At("L", 0)), Remove(At("M", "x")));
        Assert.Equal([("L", Numbers()), ("M", Map())], updated);
    }

    [Fact]
    public async Task Removing_what_is_not_there_changes_nothing()
    {
        Item item = [("L", Numbers(0)), ("M", Map(("x", 1)))];
        Assert.Equal(item, await Apply(item, Remove("A"), Remove(At("L", 5)), Remove(At("M", "y"))));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("N")]
    [InlineData("L")]
    public Task Removing_a_member_needs_a_map(string parent) => Fail(InvalidPath, [("N", 1), ("L", Numbers(0))], parent, Remove(At(parent, "x")));

    [Fact]
    public Task Removing_an_element_needs_a_list() => Fail(InvalidPath, [("M", Map())], Remove(At("M", 0)));

    // AWS: an update of REMOVE and DELETE alone has nothing to create, and a nested path of a missing item is no error
    [Fact]
    public virtual async Task Removing_from_a_missing_item_creates_nothing()
    {
        Assert.Null(await Update(HashOnly, Key.Of(Unique("a")), Remove("A")));
        Assert.Null(await Update(HashOnly, Key.Of(Unique("b")), Remove(At("A", "x"))));
        Assert.Null(await Update(HashOnly, Key.Of(Unique("c")), Delete("A", AttributeValue.StringSet("x"))));
    }

    [Fact]
    public async Task Numbers_are_added_and_subtracted_exactly()
    {
        Item updated = await Apply(
            [("A", 0.1m), ("B", 0.2m)],
            Set("Sum", new Plus(Old("A"), Old("B"))),
            Set("Difference", new Minus(Old("A"), New(1))));
        Assert.Equal([("A", 0.1m), ("B", 0.2m), ("Sum", 0.3m), ("Difference", -0.9m)], updated);
    }

    [Fact]
    public Task Arithmetic_needs_numbers() => Fail(WrongOperand, [("A", "text")], Set("B", new Plus(Old("A"), New(1))));

    [Fact]
    public Task Arithmetic_with_a_literal_of_another_type_is_refused_before_anything_is_read() => Fail(
        "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: -, operand type: S",
        [("A", "text")],
        Set("B", new Minus(Old("A"), New("x"))));

    // nothing is rounded: a sum of more than 38 digits is an error, which AWS reports as an overflow
    [Fact]
    public Task A_sum_of_more_than_38_digits_is_refused() => Fail(
        "Number overflow. Attempting to store a number with magnitude larger than supported range",
        [("A", Parse(new string('9', 38)))],
        Set("A", new Plus(Old("A"), New(0.1m))));

    [Fact]
    public Task A_sum_out_of_range_is_refused() => Fail("Number overflow", [("A", Parse("9E125"))], Set("A", new Plus(Old("A"), Old("A"))));

    [Fact]
    public Task A_difference_too_near_to_zero_is_refused() =>
        Fail("Number underflow", [("A", Parse("1.1E-130")), ("B", Parse("1E-130"))], Set("A", new Minus(Old("A"), Old("B"))));

    [Fact]
    public Task A_missing_operand_is_refused() =>
        Fail("The provided expression refers to an attribute that does not exist in the item", [], Set("A", Old("B")));

    [Fact]
    public async Task If_not_exists_takes_the_old_value_or_else_the_other()
    {
        Item updated = await Apply(
            [("A", 1), ("Null", AttributeValue.Null)],
            Set("A", new IfNotExists("A", New(9))),
            Set("B", new IfNotExists("B", New(9))),
            Set("C", new IfNotExists("Null", New(9))),
            Set("D", new IfNotExists("B", new IfNotExists("C", Old("A")))));
        Assert.Equal([("A", 1), ("B", 9), ("C", AttributeValue.Null), ("D", 1), ("Null", AttributeValue.Null)], updated);
    }

    [Fact]
    public async Task A_counter_starts_with_if_not_exists() =>
        Assert.Equal([("N", 1)], await Apply([], Set("N", new Plus(new IfNotExists("N", New(0)), New(1)))));

    [Fact]
    public async Task List_append_joins_two_lists()
    {
        Item updated = await Apply(
            [("L", Numbers(1, 2))],
            Set("After", new ListAppend(Old("L"), New(Numbers(3)))),
            Set("Before", new ListAppend(New(Numbers(0)), Old("L"))),
            Set("First", new ListAppend(new IfNotExists("Missing", New(Numbers())), New(Numbers(1)))));
        Assert.Equal([("L", Numbers(1, 2)), ("After", Numbers(1, 2, 3)), ("Before", Numbers(0, 1, 2)), ("First", Numbers(1))], updated);
    }

    [Fact]
    public Task List_append_needs_lists() => Fail(WrongOperand, [("A", 1)], Set("A", new ListAppend(Old("A"), New(Numbers(1)))));

    [Fact]
    public Task List_append_with_a_literal_of_another_type_is_refused() => Fail(
        "Incorrect operand type for operator or function; operator or function: list_append, operand type: N",
        [("A", 1)],
        Set("A", new ListAppend(Old("A"), New(1))));

    [Fact]
    public Task The_key_cannot_be_updated_even_to_the_same_value() =>
        Fail("Cannot update attribute PK. This attribute is part of the key", [], Set("PK", Unique()));

    [Fact]
    public Task The_key_cannot_be_removed() => Fail("Cannot update attribute PK. This attribute is part of the key", [], Remove("PK"));

    [Theory]
    [InlineData("overlap", "path one: [M, x], path two: [M]")]
    [InlineData("equal", "path one: [M], path two: [M]")]
    [InlineData("conflict", "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [M, x], path two: [M, [0]]")]
    public Task Two_paths_must_not_meet(string relation, string words)
    {
        DocumentPath first = relation == "equal" ? At("M") : At("M", "x");
        DocumentPath second = relation == "conflict" ? At("M", 0) : At("M");
        return Fail(words, [], relation, Set(first, 1), Remove(second));
    }

    // the condition comes first, so that it hides what is wrong with the update
    [Fact]
    public async Task A_failed_condition_hides_an_error_of_the_update()
    {
        await Put(HashOnly, [("PK", Unique()), ("A", "text")]);
        await Fails(
            StorageErrorCode.ConditionalCheckFailedException,
            "The conditional request failed",
            () => Send(Key.Of(Unique()), [Set("A", new Plus(Old("A"), New(1)))], new AttributeExists("B")));
    }

    [Fact]
    public async Task A_refused_update_changes_nothing()
    {
        await Fail(InvalidPath, [("A", 1)], Set("A", 2), Set(At("B", "x"), 1));
        Assert.Equal([("PK", Unique()), ("A", 1)], await Get(HashOnly, Key.Of(Unique())));
    }

    [Fact]
    public async Task An_updated_item_may_have_400_KB()
    {
        string text = new('x', (400 * 1024) - "PK".Length - Unique().Length - "A".Length);
        Assert.NotNull(await Update(HashOnly, Key.Of(Unique()), Set("A", text)));
        await Refuses("Item size to update has exceeded the maximum allowed size", () => Send(Key.Of(Unique()), [Set("A", text + "x")]));
    }

    [Fact]
    public async Task An_updated_item_may_have_32_levels()
    {
        AttributeValue value = 1;
        for (int level = 0; level < 30; level++)
        {
            value = AttributeValue.List(value);
        }

        await Apply([("M", Map()), ("Nested", value)], Set(At("M", "x"), Old("Nested")));
        await Refuses(
            "Nesting Levels have exceeded supported limits",
            () => Send(Key.Of(Unique()), [Set(At("M", "x"), New(AttributeValue.List(value)))]));
    }

    [Fact]
    public Task A_key_that_does_not_match_the_schema_is_refused() =>
        Refuses("The provided key element does not match the schema", () => Send(Key.Of(Unique(), "a"), [Set("A", 1)]));

    [Fact]
    public Task An_unknown_table_is_not_found() => Fails(
        StorageErrorCode.ResourceNotFoundException,
        "Requested resource not found",
        () => Backend.UpdateItemAsync(new UpdateItemRequest { TableName = "spec.no-such-table", Key = Key.Of("a") }));

    private static AttributeValue Map(params ReadOnlySpan<(string, AttributeValue)> members) => AttributeValue.Map(Item.Create(members));

    private static Number Parse(string text)
    {
        Assert.Equal(NumberError.None, Number.TryParse(text, out Number number));
        return number;
    }
}
