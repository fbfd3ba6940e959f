using Keyfold.Items;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>ADD and DELETE of UpdateItem.</summary>
public abstract class UpdateSetsAndNumbersSpecification(BackendFixture fixture) : UpdateSpecification(fixture)
{
    [Fact]
    public async Task Add_counts_from_zero() => Assert.Equal([("N", 5)], await Apply([], Add("N", 5)));

    [Fact]
    public async Task Add_creates_a_missing_item() =>
        Assert.Equal([("PK", Unique()), ("N", -1)], await Update(HashOnly, Key.Of(Unique()), Add("N", -1)));

    [Fact]
    public async Task Add_adds_to_a_number() => Assert.Equal([("N", 3.5m)], await Apply([("N", 5)], Add("N", -1.5m)));

    [Fact]
    public async Task Add_joins_sets()
    {
        Item updated = await Apply(
            [("SS", AttributeValue.StringSet("a", "b")), ("NS", AttributeValue.NumberSet(1))],
            Add("SS", AttributeValue.StringSet("b", "c")),
            Add("NS", AttributeValue.NumberSet(2)),
            Add("BS", AttributeValue.BinarySet(new byte[] { 1 })));
        Assert.Equal(
            [("SS", AttributeValue.StringSet("a", "b", "c")), ("NS", AttributeValue.NumberSet(1, 2)), ("BS", AttributeValue.BinarySet(new byte[] { 1 }))],
            updated);
    }

    [Fact]
    public async Task Add_works_on_members_and_elements()
    {
        Item updated = await Apply(
            [("M", AttributeValue.Map([("x", 1)])), ("L", Numbers(1))], Add(At("M", "x"), 1), Add(At("M", "y"), 7), Add(At("L", 0), 10), Add(At("L", 9), 5));
        Assert.Equal([("M", AttributeValue.Map([("x", 2), ("y", 7)])), ("L", Numbers(11, 5))], updated);
    }

    [Fact]
    public Task Add_needs_the_parent() => Fail(InvalidPath, [], Add(At("M", "x"), 1));

    [Fact]
    public Task Add_needs_the_type_that_is_there() => Fail(WrongOperand, [("A", "1")], Add("A", 1));

    [Fact]
    public Task Add_does_not_join_sets_of_different_types() =>
        Fail(WrongOperand, [("A", AttributeValue.NumberSet(1))], Add("A", AttributeValue.StringSet("1")));

    [Fact]
    public Task Add_overflows() => Fail("Number overflow", [("A", Largest())], Add("A", Largest()));

    [Theory]
    [InlineData("STRING")]
    [InlineData("LIST")]
    [InlineData("BOOLEAN")]
    public Task Add_takes_numbers_and_sets_only(string type)
    {
        AttributeValue value = type switch { "STRING" => "x", "LIST" => Numbers(1), _ => true };
        return Fail(
            $"Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: {type}", [], type, Add("A", value));
    }

    [Fact]
    public async Task Delete_removes_members()
    {
        Item updated = await Apply(
            [("SS", AttributeValue.StringSet("a", "b", "c")), ("NS", AttributeValue.NumberSet(1, 2))],
            Delete("SS", AttributeValue.StringSet("b", "x")),
            Delete("NS", AttributeValue.NumberSet(3)));
        Assert.Equal([("SS", AttributeValue.StringSet("a", "c")), ("NS", AttributeValue.NumberSet(1, 2))], updated);
    }

    [Fact]
    public async Task The_attribute_goes_with_the_last_member() =>
        Assert.Equal([("A", 1)], await Apply([("A", 1), ("SS", AttributeValue.StringSet("a"))], Delete("SS", AttributeValue.StringSet("a", "b"))));

    [Fact]
    public async Task Deleting_from_what_is_not_there_changes_nothing()
    {
        Item item = [("M", AttributeValue.Map(Item.Empty)), ("L", Numbers(1))];
        var members = AttributeValue.StringSet("a");
        Assert.Equal(item, await Apply(item, Delete("SS", members), Delete(At("M", "x"), members), Delete(At("L", 3), members)));
    }

    [Fact]
    public Task Delete_needs_the_parent() => Fail(InvalidPath, [], Delete(At("M", "x"), AttributeValue.StringSet("a")));

    [Fact]
    public Task Delete_needs_the_type_that_is_there() => Fail(WrongOperand, [("A", AttributeValue.NumberSet(1))], Delete("A", AttributeValue.StringSet("1")));

    [Theory]
    [InlineData("NUMBER")]
    [InlineData("MAP")]
    public Task Delete_takes_sets_only(string type)
    {
        AttributeValue value = type == "NUMBER" ? 1 : AttributeValue.Map(Item.Empty);
        return Fail($"Incorrect operand type for operator or function; operator: DELETE, operand type: {type}", [], type, Delete("A", value));
    }

    [Fact]
    public Task Adding_to_the_key_is_refused() => Fail("Cannot update attribute PK. This attribute is part of the key", [], Add("PK", 1));

    private static AttributeValue Largest()
    {
        Number.TryParse("9E125", out Number number);
        return number;
    }
}
