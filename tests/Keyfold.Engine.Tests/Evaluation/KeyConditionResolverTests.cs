using Keyfold.Engine.Evaluation;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;
using static Keyfold.Engine.Tests.Evaluation.Expression;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>Which key conditions fit which keys, what they come to, and DynamoDB's words for those that do not fit.</summary>
public sealed class KeyConditionResolverTests
{
    private const string Unsupported = "Query key condition not supported";
    private const string WrongType = "One or more parameter values were invalid: Condition parameter type does not match schema type";

    private static readonly KeyAttribute Partition = new("PK", AttributeType.String);

    private static readonly KeySchema Plain = new(Partition, new KeyAttribute("SK", AttributeType.String));

    private static readonly KeySchema Single = new(Partition);

    private static readonly KeySchema Numeric = new(Partition, new KeyAttribute("SK", AttributeType.Number));

    private static readonly KeySchema Composite = new(
        [new KeyAttribute("Country", AttributeType.String), new KeyAttribute("Day", AttributeType.Number)],
        [new KeyAttribute("Hour", AttributeType.Number), new KeyAttribute("City", AttributeType.String), new KeyAttribute("Shop", AttributeType.Binary)]);

    public static TheoryData<KeyTerm> SortTerms =>
    [
        new KeyTerm("SK", KeyOperator.LessThan, "m"),
        new KeyTerm("SK", KeyOperator.LessThanOrEqual, "m"),
        new KeyTerm("SK", KeyOperator.GreaterThan, "m"),
        new KeyTerm("SK", KeyOperator.GreaterThanOrEqual, "m"),
        new KeyTerm("SK", KeyOperator.Between, "a", "m"),
        new KeyTerm("SK", KeyOperator.BeginsWith, "m"),
    ];

    [Fact]
    public void The_partition_key_alone_leaves_the_sort_key_open()
    {
        KeyRange range = Resolve(Plain, Equal("PK", "1"));
        Assert.Equal((1, 1, 0, false), (range.Count, range.PartitionCount, range.SortEqualCount, range.HasRange));
        Assert.Equal("1", range.PartitionValue(0));
        Assert.Throws<InvalidOperationException>(() => range.Range);
    }

    [Fact]
    public void Equality_on_the_sort_key_is_no_range()
    {
        KeyRange range = Resolve(Plain, Equal("SK", "2"), Equal("PK", "1"));
        Assert.Equal((1, 1, false), (range.PartitionCount, range.SortEqualCount, range.HasRange));
        Assert.Equal(("1", "2"), (range.PartitionValue(0).AsString(), range.SortValue(0).AsString()));
    }

    [Theory]
    [MemberData(nameof(SortTerms))]
    public void The_sort_key_takes_a_range_in_either_order_of_the_terms(KeyTerm term)
    {
        foreach (KeyTerm[] terms in new KeyTerm[][] { [Equal("PK", "1"), term], [term, Equal("PK", "1")] })
        {
            KeyRange range = Resolve(Plain, terms);
            Assert.Equal(("1", 0, true, term), (range.PartitionValue(0).AsString(), range.SortEqualCount, range.HasRange, range.Range));
        }
    }

    [Fact]
    public void A_key_of_several_attributes_is_resolved_in_the_order_of_the_schema()
    {
        KeyTerm last = new("Shop", KeyOperator.BeginsWith, Bytes(1));
        KeyRange range = Resolve(Composite, last, Equal("Day", 2), Equal("City", "Leeds"), Equal("Country", "UK"), Equal("Hour", 9));
        Assert.Equal((2, 2, true, last), (range.PartitionCount, range.SortEqualCount, range.HasRange, range.Range));
        Assert.Equal(["UK", 2, 9, "Leeds"], (AttributeValue[])[range.PartitionValue(0), range.PartitionValue(1), range.SortValue(0), range.SortValue(1)]);
    }

    [Fact]
    public void A_key_of_several_attributes_may_be_restricted_in_part()
    {
        Assert.Equal((0, false), Sort(Resolve(Composite, Equal("Country", "UK"), Equal("Day", 2))));
        Assert.Equal((1, false), Sort(Resolve(Composite, Equal("Country", "UK"), Equal("Day", 2), Equal("Hour", 9))));
        Assert.Equal((0, true), Sort(Resolve(Composite, Equal("Country", "UK"), Equal("Day", 2), new KeyTerm("Hour", KeyOperator.LessThan, 9))));

        static (int, bool) Sort(in KeyRange range) => (range.SortEqualCount, range.HasRange);
    }

    [Fact]
    public void A_plain_key_takes_one_or_two_terms()
    {
        const string Message = "Conditions can be of length 1 or 2 only";
        AssertRefused(Message, Plain);
        AssertRefused(Message, Plain, Equal("PK", "1"), Equal("SK", "1"), Equal("x", "1"));
        AssertRefused(Message, Composite, [.. Enumerable.Range(0, 6).Select(number => Equal($"x{number}", "1"))]);
        AssertRefused(Unsupported, Single, Equal("PK", "1"), Equal("SK", "1"));
    }

    [Fact]
    public void An_attribute_is_restricted_once() => AssertRefused(
        "KeyConditionExpressions must only contain one condition per key",
        Plain,
        new("SK", KeyOperator.GreaterThan, "1"),
        new("SK", KeyOperator.LessThan, "2"));

    [Fact]
    public void Every_partition_key_attribute_must_be_there()
    {
        AssertRefused("Query condition missed key schema element: PK", Plain, Equal("SK", "1"));
        AssertRefused("Query condition missed key schema element: PK", Plain, Equal("SK", "1"), Equal("x", "1"));
        AssertRefused("Query condition missed key schema element: Day", Composite, Equal("Country", "UK"), Equal("Hour", 1));
    }

    [Fact]
    public void Sort_key_attributes_are_used_from_the_left_without_gaps()
    {
        AssertRefused("Query condition missed key schema element: SK", Plain, Equal("PK", "1"), Equal("x", "1"));
        AssertRefused("Query condition missed key schema element: Hour", Composite, Equal("Country", "UK"), Equal("Day", 1), Equal("City", "Leeds"));
    }

    [Theory]
    [MemberData(nameof(SortTerms))]
    public void The_partition_key_takes_equality_only(KeyTerm term)
    {
        AssertRefused(Unsupported, Plain, term with { AttributeName = "PK" });
        AssertRefused(Unsupported, Plain, term with { AttributeName = "PK" }, Equal("SK", "1"));
    }

    [Fact]
    public void Only_the_last_sort_key_attribute_in_use_takes_a_range() => AssertRefused(
        Unsupported,
        Composite,
        Equal("Country", "UK"),
        Equal("Day", 1),
        new("Hour", KeyOperator.GreaterThan, 1),
        Equal("City", "Leeds"));

    [Fact]
    public void Values_have_the_type_of_the_schema()
    {
        AssertRefused(WrongType, Plain, Equal("PK", 1));
        AssertRefused(WrongType, Plain, Equal("PK", AttributeValue.List()));
        AssertRefused(WrongType, Plain, Equal("PK", "1"), new("SK", KeyOperator.LessThan, 1));
        AssertRefused(WrongType, Numeric, Equal("PK", "1"), new("SK", KeyOperator.Between, "1", "2"));
        AssertRefused(WrongType, Numeric, Equal("PK", "1"), new("SK", KeyOperator.BeginsWith, "1"));
    }

    [Fact]
    public void Values_are_not_empty()
    {
        const string Empty = "The AttributeValue for a key attribute cannot contain an empty string value.";
        AssertRefused($"One or more parameter values are not valid. {Empty} Key: PK", Plain, Equal("PK", ""));
        AssertRefused($"One or more parameter values are not valid. {Empty} Key: SK", Plain, Equal("PK", "1"), new("SK", KeyOperator.Between, "", "a"));
        AssertRefused($"One or more parameter values are not valid. {Empty} Key: SK", Plain, Equal("PK", "1"), new("SK", KeyOperator.BeginsWith, ""));
        StorageException error = Assert.Throws<StorageException>(() => KeyConditionResolver.Resolve(new KeyCondition([Equal("PK", "")]), Plain, "GSI1"));
        Assert.Equal(
            $"One or more parameter values are not valid. A value specified for a secondary index key is not supported. {Empty} IndexName: GSI1, IndexKey: PK",
            error.Message);
    }

    [Fact]
    public void Values_are_no_longer_than_keys()
    {
        Resolve(Plain, Equal("PK", new string('p', 2048)), Equal("SK", new string('s', 1024)));
        AssertRefused(
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes", Plain,
            Equal("PK", new string('p', 2049)));
        const string Message = "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes";
        AssertRefused(Message, Plain, Equal("PK", "1"), Equal("SK", new string('\u00e9', 513)));
        AssertRefused(Message, Plain, Equal("PK", "1"), new("SK", KeyOperator.Between, "a", new string('s', 1025)));
    }

    [Fact]
    public void Literals_fit_their_operators()
    {
        const string Message = "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: {0}, operand type: {1}";
        AssertRefused(Say(Message, "begins_with", "N"), Numeric, Equal("PK", "1"), new("SK", KeyOperator.BeginsWith, 1));
        AssertRefused(Say(Message, "<", "BOOL"), Plain, Equal("PK", "1"), new("SK", KeyOperator.LessThan, true));
        AssertRefused(Say(Message, "<=", "L"), Plain, Equal("PK", "1"), new("SK", KeyOperator.LessThanOrEqual, AttributeValue.List()));
        AssertRefused(Say(Message, ">", "NULL"), Plain, Equal("PK", "1"), new("SK", KeyOperator.GreaterThan, AttributeValue.Null));
        AssertRefused(Say(Message, ">=", "SS"), Plain, Equal("PK", "1"), new("SK", KeyOperator.GreaterThanOrEqual, AttributeValue.StringSet("a")));
        AssertRefused(Say(Message, "BETWEEN", "M"), Plain, Equal("PK", "1"), new("SK", KeyOperator.Between, "a", AttributeValue.Map([])));
    }

    [Fact]
    public void Bounds_have_one_type_and_stand_in_order()
    {
        AssertRefused(
            "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}",
            Plain,
            Equal("PK", "1"),
            new("SK", KeyOperator.Between, "b", "a"));
        AssertRefused(
            "Invalid KeyConditionExpression: The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {N:9}",
            Plain,
            Equal("PK", "1"),
            new("SK", KeyOperator.Between, "b", 9));
    }

    [Fact]
    public void Resolving_allocates_nothing()
    {
        KeyCondition condition = new([new("SK", KeyOperator.Between, "a", "b"), Equal("PK", "1")]);
        Assert.Equal(0, Allocations.PerRun(() =>
        {
            KeyConditionResolver.Check(condition);
            return KeyConditionResolver.Resolve(condition, Plain, null).HasRange;
        }));
    }

    private static KeyTerm Equal(string attributeName, AttributeValue value) => new(attributeName, KeyOperator.Equal, value);

    private static KeyRange Resolve(KeySchema key, params KeyTerm[] terms)
    {
        KeyCondition condition = new(Sequence.From(terms));
        KeyConditionResolver.Check(condition);
        return KeyConditionResolver.Resolve(condition, key, null);
    }

    private static void AssertRefused(string message, KeySchema key, params KeyTerm[] terms)
    {
        StorageException error = Assert.Throws<StorageException>(() => Resolve(key, terms));
        Assert.Equal((StorageErrorCode.ValidationException, message), (error.Code, error.Message));
    }

    private static string Say(string message, params string[] words) => string.Format(System.Globalization.CultureInfo.InvariantCulture, message, words);
}
