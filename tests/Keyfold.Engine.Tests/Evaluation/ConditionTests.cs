using Keyfold.Engine.Evaluation;
using Keyfold.Expressions;
using Keyfold.Items;
using static Keyfold.Engine.Tests.Evaluation.Expression;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>What DynamoDB's reference says of conditions, one behaviour each.</summary>
public sealed class ConditionTests
{
    private static readonly Item Stored =
    [
        ("s", "banana"),
        ("umlaut", "Öl"),
        ("empty", ""),
        ("n", 12),
        ("d", Decimal("1.50")),
        ("b", Bytes(1, 2, 3)),
        ("yes", true),
        ("null", AttributeValue.Null),
        ("l", AttributeValue.List(1, "two", AttributeValue.List(3))),
        ("m", AttributeValue.Map([("x", 1), ("y", AttributeValue.Map([("z", "deep")]))])),
        ("ss", AttributeValue.StringSet("a", "b", "c")),
        ("ns", AttributeValue.NumberSet(1, 2)),
        ("bs", ByteSet([1], [2, 3])),
    ];

    private static readonly byte[] Item = Encode(Stored);

    [Theory]
    [InlineData("=")]
    [InlineData("<")]
    [InlineData("<=")]
    [InlineData(">")]
    [InlineData(">=")]
    public void A_missing_path_makes_a_comparator_false(string symbol)
    {
        Assert.False(Holds(Compare(At("nope"), symbol, Value(1))));
        Assert.False(Holds(Compare(Value(1), symbol, At("nope"))));
        Assert.False(Holds(Compare(At("nope"), symbol, At("nope.either"))));
    }

    [Fact]
    public void A_missing_path_is_unequal_to_anything_even_to_another_missing_one()
    {
        Assert.True(Holds(Compare(At("nope"), "<>", Value(1))));
        Assert.True(Holds(Compare(Value(1), "<>", At("nope"))));
        Assert.True(Holds(Compare(At("nope"), "<>", At("neither"))));
    }

    [Fact]
    public void A_missing_path_makes_the_functions_false()
    {
        Assert.False(Holds(new Between(At("nope"), Value(1), Value(2))));
        Assert.False(Holds(new Between(At("n"), At("nope"), Value(20))));
        Assert.False(Holds(new Between(At("n"), Value(1), At("nope"))));
        Assert.False(Holds(new In(At("nope"), [Value(1)])));
        Assert.False(Holds(new In(At("nope"), [At("neither")])));
        Assert.False(Holds(new BeginsWith(At("nope"), Value(""))));
        Assert.False(Holds(new BeginsWith(At("s"), At("nope"))));
        Assert.False(Holds(new Contains(At("nope"), Value(1))));
        Assert.False(Holds(new Contains(At("l"), At("nope"))));
        Assert.False(Holds(new AttributeTypeIs(At("nope"), AttributeType.Null)));
    }

    [Theory]
    [InlineData("=", false)]
    [InlineData("<>", true)]
    [InlineData("<", false)]
    [InlineData("<=", false)]
    [InlineData(">", false)]
    [InlineData(">=", false)]
    public void Different_types_are_unequal_and_have_no_order(string symbol, bool holds)
    {
        Assert.Equal(holds, Holds(Compare(At("n"), symbol, Value("12"))));
        Assert.Equal(holds, Holds(Compare(At("s"), symbol, At("b"))));
        Assert.Equal(holds, Holds(Compare(Value(1), symbol, Value("1"))));
    }

    [Fact]
    public void Equality_is_deep()
    {
        Assert.True(Holds(Compare(At("m"), "=", Value(AttributeValue.Map([("y", AttributeValue.Map([("z", "deep")])), ("x", 1)])))));
        Assert.True(Holds(Compare(At("l"), "=", Value(AttributeValue.List(1, "two", AttributeValue.List(3))))));
        Assert.False(Holds(Compare(At("l"), "=", Value(AttributeValue.List("two", 1, AttributeValue.List(3))))));
        Assert.True(Holds(Compare(At("ss"), "=", Value(AttributeValue.StringSet("c", "a", "b")))));
        Assert.False(Holds(Compare(At("ss"), "=", Value(AttributeValue.StringSet("a", "b")))));
        Assert.True(Holds(Compare(At("null"), "=", Value(AttributeValue.Null))));
        Assert.False(Holds(Compare(At("yes"), "=", Value(false))));
    }

    [Fact]
    public void Numbers_are_equal_by_value()
    {
        Assert.True(Holds(Compare(At("d"), "=", Value(Decimal("1.5")))));
        Assert.True(Holds(Compare(At("n"), "=", Value(Decimal("12.0")))));
        Assert.False(Holds(Compare(At("n"), "<>", Value(Decimal("1.2e1")))));
    }

    [Theory]
    [InlineData("a", ">")]
    [InlineData("banan", ">")]
    [InlineData("banana", ">=")]
    [InlineData("banana", "<=")]
    [InlineData("bananas", "<")]
    [InlineData("b\uFF5E", "<")]
    public void Strings_are_ordered(string literal, string symbol) => Assert.True(Holds(Compare(At("s"), symbol, Value(literal))));

    [Fact]
    public void Strings_are_ordered_by_code_point_and_not_by_utf_16()
    {
        Assert.True(Holds(Compare(Value("\uFF5E"), "<", Value("\U0001F600"))));
        Assert.True(Holds(Compare(Value("\uD7FF"), "<", Value("\uE000"))));
    }

    [Fact]
    public void Numbers_are_ordered_by_value_whatever_their_encoding()
    {
        Assert.True(Holds(Compare(At("d"), "<", At("n"))));
        Assert.True(Holds(Compare(At("d"), ">", Value(1))));
        Assert.True(Holds(Compare(At("d"), "<", Value(Decimal("1e125")))));
        Assert.True(Holds(Compare(Value(-5), "<", Value(Decimal("-4.5")))));
        Assert.False(Holds(Compare(At("n"), ">", Value(12))));
    }

    [Fact]
    public void Binaries_are_ordered_by_unsigned_bytes()
    {
        Assert.True(Holds(Compare(At("b"), "<", Value(Bytes(0x80)))));
        Assert.True(Holds(Compare(At("b"), ">", Value(Bytes(1, 2)))));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("null")]
    [InlineData("l")]
    [InlineData("m")]
    [InlineData("ss")]
    public void Other_types_have_no_order(string path)
    {
        Assert.False(Holds(Compare(At(path), "<=", At(path))));
        Assert.False(Holds(Compare(At(path), ">=", At(path))));
        Assert.False(Holds(new Between(At(path), At(path), At(path))));
    }

    [Fact]
    public void Between_includes_both_bounds()
    {
        Assert.True(Holds(new Between(At("n"), Value(12), Value(13))));
        Assert.True(Holds(new Between(At("n"), Value(11), Value(12))));
        Assert.False(Holds(new Between(At("n"), Value(13), Value(14))));
        Assert.False(Holds(new Between(At("n"), Value(1), Value(11))));
        Assert.True(Holds(new Between(At("s"), Value("b"), Value("c"))));
    }

    [Fact]
    public void Between_takes_its_bounds_from_the_item_and_is_false_when_they_are_reversed()
    {
        Assert.True(Holds(new Between(Value(5), At("d"), At("n"))));
        Assert.False(Holds(new Between(Value(5), At("n"), At("d"))));
    }

    [Fact]
    public void Between_with_bounds_of_other_types_is_false()
    {
        Assert.False(Holds(new Between(At("n"), At("d"), At("s"))));
        Assert.False(Holds(new Between(At("n"), At("s"), At("s"))));
    }

    [Fact]
    public void In_is_equality_with_any_candidate_of_any_type()
    {
        Assert.True(Holds(new In(At("n"), [Value("12"), Value(true), Value(12)])));
        Assert.True(Holds(new In(At("l"), [Value(1), Value(AttributeValue.List(1, "two", AttributeValue.List(3)))])));
        Assert.True(Holds(new In(At("n"), [At("nope"), At("n")])));
        Assert.False(Holds(new In(At("n"), [Value(1), Value("n")])));
    }

    [Fact]
    public void Exists_is_true_for_null_too()
    {
        Assert.True(Holds(new AttributeExists(Path("null"))));
        Assert.True(Holds(new AttributeExists(Path("m.y.z"))));
        Assert.False(Holds(new AttributeExists(Path("nope"))));
        Assert.False(Holds(new AttributeNotExists(Path("null"))));
        Assert.True(Holds(new AttributeNotExists(Path("m.nope"))));
    }

    [Fact]
    public void A_path_through_a_scalar_or_past_the_end_of_a_list_is_missing()
    {
        Assert.False(Holds(new AttributeExists(Path("s.x"))));
        Assert.False(Holds(new AttributeExists(Path("n[0]"))));
        Assert.False(Holds(new AttributeExists(Path("ss[0]"))));
        Assert.False(Holds(new AttributeExists(Path("l.x"))));
        Assert.False(Holds(new AttributeExists(Path("m[0]"))));
        Assert.False(Holds(new AttributeExists(Path("l[3]"))));
        Assert.False(Holds(new AttributeExists(Path("nope.x.y[7]"))));
        Assert.True(Holds(new AttributeExists(Path("l[2][0]"))));
    }

    [Theory]
    [InlineData("s", AttributeType.String)]
    [InlineData("n", AttributeType.Number)]
    [InlineData("d", AttributeType.Number)]
    [InlineData("b", AttributeType.Binary)]
    [InlineData("yes", AttributeType.Boolean)]
    [InlineData("null", AttributeType.Null)]
    [InlineData("l", AttributeType.List)]
    [InlineData("m", AttributeType.Map)]
    [InlineData("ss", AttributeType.StringSet)]
    [InlineData("ns", AttributeType.NumberSet)]
    [InlineData("bs", AttributeType.BinarySet)]
    public void Attribute_type_knows_each_of_the_ten(string path, AttributeType type)
    {
        foreach (AttributeType other in Enum.GetValues<AttributeType>())
        {
            Assert.Equal(other == type, Holds(new AttributeTypeIs(At(path), other)));
        }
    }

    [Fact]
    public void Begins_with_compares_strings_with_strings_and_binaries_with_binaries()
    {
        Assert.True(Holds(new BeginsWith(At("s"), Value("ban"))));
        Assert.True(Holds(new BeginsWith(At("s"), Value("banana"))));
        Assert.True(Holds(new BeginsWith(At("s"), Value(""))));
        Assert.True(Holds(new BeginsWith(At("empty"), Value(""))));
        Assert.False(Holds(new BeginsWith(At("s"), Value("bananas"))));
        Assert.True(Holds(new BeginsWith(At("umlaut"), Value("Ö"))));
        Assert.True(Holds(new BeginsWith(At("b"), Value(Bytes(1, 2)))));
        Assert.False(Holds(new BeginsWith(At("s"), Value(Bytes((byte)'b')))));
        Assert.False(Holds(new BeginsWith(At("n"), At("n"))));
        Assert.False(Holds(new BeginsWith(At("l"), At("l"))));
    }

    [Fact]
    public void Contains_finds_a_part_of_a_string_or_binary()
    {
        Assert.True(Holds(new Contains(At("s"), Value("nan"))));
        Assert.True(Holds(new Contains(At("s"), Value(""))));
        Assert.False(Holds(new Contains(At("s"), Value("nab"))));
        Assert.True(Holds(new Contains(At("b"), Value(Bytes(2, 3)))));
        Assert.False(Holds(new Contains(At("b"), Value(Bytes(3, 2)))));
        Assert.False(Holds(new Contains(At("s"), Value(Bytes((byte)'b')))));
        Assert.False(Holds(new Contains(At("s"), Value(1))));
    }

    [Fact]
    public void Contains_finds_a_member_of_a_set()
    {
        Assert.True(Holds(new Contains(At("ss"), Value("b"))));
        Assert.False(Holds(new Contains(At("ss"), Value("d"))));
        Assert.True(Holds(new Contains(At("ns"), Value(Decimal("2.0")))));
        Assert.False(Holds(new Contains(At("ns"), Value("2"))));
        Assert.True(Holds(new Contains(At("bs"), Value(Bytes(2, 3)))));
        Assert.False(Holds(new Contains(At("ss"), Value(AttributeValue.StringSet("a", "b")))));
    }

    [Fact]
    public void Contains_finds_a_deeply_equal_element_of_a_list()
    {
        Assert.True(Holds(new Contains(At("l"), Value("two"))));
        Assert.True(Holds(new Contains(At("l"), Value(AttributeValue.List(3)))));
        Assert.False(Holds(new Contains(At("l"), Value(3))));
        Assert.True(Holds(new Contains(Value(AttributeValue.List("apple", "banana")), At("s"))));
    }

    [Theory]
    [InlineData("m")]
    [InlineData("n")]
    [InlineData("yes")]
    [InlineData("null")]
    public void Contains_is_false_for_what_contains_nothing(string path) => Assert.False(Holds(new Contains(At(path), Value(1))));

    [Theory]
    [InlineData("s", 6)]
    [InlineData("umlaut", 3)]
    [InlineData("empty", 0)]
    [InlineData("b", 3)]
    [InlineData("l", 3)]
    [InlineData("m", 2)]
    [InlineData("ss", 3)]
    [InlineData("ns", 2)]
    [InlineData("bs", 2)]
    public void Size_counts_utf_8_bytes_and_elements(string path, int size)
    {
        Assert.True(Holds(Compare(Size(At(path)), "=", Value(size))));
        Assert.True(Holds(new AttributeTypeIs(Size(At(path)), AttributeType.Number)));
    }

    [Theory]
    [InlineData("n")]
    [InlineData("yes")]
    [InlineData("null")]
    [InlineData("nope")]
    public void Size_of_what_has_none_is_a_missing_operand(string path)
    {
        Assert.False(Holds(Compare(Size(At(path)), ">=", Value(0))));
        Assert.False(Holds(Compare(Size(At(path)), "<", Value(0))));
        Assert.True(Holds(Compare(Size(At(path)), "<>", Value(0))));
    }

    [Fact]
    public void Size_of_a_literal_is_allowed() =>
        Assert.True(Holds(Compare(Size(Value(AttributeValue.List(1, 2))), "<", Size(At("l")))));

    [Fact]
    public void Not_is_plain_negation_so_that_a_missing_path_makes_it_true()
    {
        Assert.True(Holds(!Compare(At("nope"), "<", Value(1))));
        Assert.True(Holds(!!Compare(At("n"), "=", Value(12))));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void And_and_or_combine(bool left, bool right)
    {
        Condition first = Compare(At("yes"), "=", Value(left));
        Condition second = Compare(At("yes"), "=", Value(right));
        Assert.Equal(left && right, Holds(first & second));
        Assert.Equal(left || right, Holds(first | second));
    }

    [Fact]
    public void Without_an_item_every_path_is_missing()
    {
        Assert.True(ConditionEvaluator.Holds(new AttributeNotExists("s"), []));
        Assert.False(ConditionEvaluator.Holds(Compare(At("s"), "=", Value("banana")), []));
        Assert.True(ConditionEvaluator.Holds(Compare(At("s"), "<>", Value("banana")), []));
    }

    [Theory]
    [InlineData(83)]
    [InlineData(84)]
    [InlineData(250)]
    [InlineData(251)]
    [InlineData(70_000)]
    public void Long_literals_compare_like_short_ones(int length)
    {
        string ascii = new('x', length);
        string wide = new('Ö', length);
        byte[] item = Encode([("ascii", ascii), ("wide", wide), ("b", Bytes(new byte[length]))]);
        Assert.True(ConditionEvaluator.Holds(Compare(At("ascii"), "=", Value(ascii)), item));
        Assert.True(ConditionEvaluator.Holds(Compare(At("wide"), "=", Value(wide)), item));
        Assert.True(ConditionEvaluator.Holds(Compare(At("b"), "=", Value(Bytes(new byte[length]))), item));
        Assert.True(ConditionEvaluator.Holds(Compare(At("wide"), ">", Value(ascii)), item));
    }

    [Fact]
    public void A_literal_that_is_no_text_is_refused() => Assert.Equal(
        ItemFormatError.InvalidText,
        Assert.Throws<ItemFormatException>(() => Holds(Compare(At("s"), "=", Value("\uD800")))).Error);

    private static bool Holds(Condition condition) => ConditionEvaluator.Holds(condition, Item);
}
