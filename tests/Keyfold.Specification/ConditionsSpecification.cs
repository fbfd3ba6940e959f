using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>
/// What conditions mean, by "Comparison operator and function reference" of the developer guide. Each case is tried as the condition of
/// a write that changes nothing else; filters are evaluated alike.
/// </summary>
public abstract class ConditionsSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    private static readonly AttributeValue Bytes = AttributeValue.Binary(new byte[] { 1, 2, 3 });

    private static readonly Item Sample =
    [
        ("S", "banana"),
        ("Empty", ""),
        ("N", 10),
        ("B", Bytes),
        ("T", true),
        ("Null", AttributeValue.Null),
        ("L", AttributeValue.List("a", 1, AttributeValue.List("deep"))),
        ("M", AttributeValue.Map([("x", 1), ("y", AttributeValue.Map([("z", "deep")]))])),
        ("SS", AttributeValue.StringSet("a", "b")),
        ("NS", AttributeValue.NumberSet(1, 2, 3)),
        ("BS", AttributeValue.BinarySet(new byte[] { 1 })),
        ("Low", 1),
        ("High", 5),
    ];

    /// <summary>Conditions that hold on the sample.</summary>
    public static TheoryData<string, Condition> True { get; } = new()
    {
        { "= string", IsEqual("S", "banana") },
        { "= number by value", IsEqual("N", 10.0m) },
        { "= binary", IsEqual("B", Bytes) },
        { "= Boolean", IsEqual("T", true) },
        { "= NULL", IsEqual("Null", AttributeValue.Null) },
        { "= set without regard to order", IsEqual("SS", AttributeValue.StringSet("b", "a")) },
        { "= list in order", IsEqual("L", AttributeValue.List("a", 1, AttributeValue.List("deep"))) },
        { "= map without regard to order", IsEqual("M", AttributeValue.Map([("y", AttributeValue.Map([("z", "deep")])), ("x", 1)])) },
        { "= literal with literal", Compare(Literal("a"), ComparisonOperator.Equal, Literal("a")) },
        { "<> of different types", Compare(ValueAt("S"), ComparisonOperator.NotEqual, Literal(1)) },
        { "<> of a missing path", Compare(ValueAt("Missing"), ComparisonOperator.NotEqual, Literal(1)) },
        { "<> of two missing paths", Compare(ValueAt("Missing"), ComparisonOperator.NotEqual, ValueAt("Gone")) },
        { "< string by bytes", Compare(ValueAt("S"), ComparisonOperator.LessThan, Literal("banana ")) },
        { "< number", Compare(ValueAt("Low"), ComparisonOperator.LessThan, ValueAt("High")) },
        { "< binary", Compare(ValueAt("B"), ComparisonOperator.LessThan, Literal(AttributeValue.Binary(new byte[] { 1, 3 }))) },
        { "<= of equals", Compare(ValueAt("N"), ComparisonOperator.LessThanOrEqual, Literal(10)) },
        { "> number", Compare(ValueAt("N"), ComparisonOperator.GreaterThan, Literal(9)) },
        { ">= of equals", Compare(ValueAt("N"), ComparisonOperator.GreaterThanOrEqual, Literal(10)) },
        { "BETWEEN includes the lower bound", new Between(ValueAt("N"), Literal(10), Literal(11)) },
        { "BETWEEN includes the upper bound", new Between(ValueAt("N"), Literal(9), Literal(10)) },
        { "BETWEEN paths", new Between(Literal(3), ValueAt("Low"), ValueAt("High")) },
        { "IN", new In(ValueAt("S"), [Literal("apple"), Literal("banana")]) },
        { "IN of mixed types", new In(ValueAt("T"), [Literal("true"), Literal(1), Literal(true)]) },
        { "IN of containers", new In(ValueAt("SS"), [Literal(AttributeValue.StringSet("a", "b"))]) },
        { "attribute_exists of NULL", new AttributeExists("Null") },
        { "attribute_exists of a nested path", new AttributeExists(At("M", "y", "z")) },
        { "attribute_exists of an element", new AttributeExists(At("L", 2, 0)) },
        { "attribute_not_exists", new AttributeNotExists("Missing") },
        { "attribute_not_exists past the end", new AttributeNotExists(At("L", 3)) },
        { "attribute_not_exists through a scalar", new AttributeNotExists(At("S", "x")) },
        { "attribute_not_exists of an element of a map", new AttributeNotExists(At("M", 0)) },
        { "attribute_type", new AttributeTypeIs(ValueAt("NS"), AttributeType.NumberSet) },
        { "attribute_type of NULL", new AttributeTypeIs(ValueAt("Null"), AttributeType.Null) },
        { "begins_with", new BeginsWith(ValueAt("S"), Literal("ban")) },
        { "begins_with of binary", new BeginsWith(ValueAt("B"), Literal(AttributeValue.Binary(new byte[] { 1, 2 }))) },
        { "begins_with of nothing", new BeginsWith(ValueAt("S"), Literal("")) },
        { "contains a substring", new Contains(ValueAt("S"), Literal("nan")) },
        { "contains bytes", new Contains(ValueAt("B"), Literal(AttributeValue.Binary(new byte[] { 2, 3 }))) },
        { "contains a member of SS", new Contains(ValueAt("SS"), Literal("b")) },
        { "contains a member of NS by value", new Contains(ValueAt("NS"), Literal(2.0m)) },
        { "contains a member of BS", new Contains(ValueAt("BS"), Literal(AttributeValue.Binary(new byte[] { 1 }))) },
        { "contains an element", new Contains(ValueAt("L"), Literal(1)) },
        { "contains an element deeply equal", new Contains(ValueAt("L"), Literal(AttributeValue.List("deep"))) },
        { "contains of a literal", new Contains(Literal("a banana split"), ValueAt("S")) },
        { "size of a string", Size("S", 6) },
        { "size of an empty string", Size("Empty", 0) },
        { "size of a binary", Size("B", 3) },
        { "size of a list", Size("L", 3) },
        { "size of a map", Size("M", 2) },
        { "size of a set", Size("NS", 3) },
        { "size of a literal", Compare(new SizeOperand(Literal("abc")), ComparisonOperator.Equal, Literal(3)) },
        { "size of a number is missing", Compare(new SizeOperand(ValueAt("N")), ComparisonOperator.NotEqual, Literal(2)) },
        { "AND", IsEqual("N", 10) & IsEqual("T", true) },
        { "OR", IsEqual("N", 11) | IsEqual("T", true) },
        { "NOT of a missing path's comparison", !Compare(ValueAt("Missing"), ComparisonOperator.LessThan, Literal(1)) },
        { "NOT NOT", !!IsEqual("N", 10) },
    };

    /// <summary>Conditions that do not hold on the sample.</summary>
    public static TheoryData<string, Condition> False { get; } = new()
    {
        { "= of different types", IsEqual("N", "10") },
        { "= of a missing path", IsEqual("Missing", AttributeValue.Null) },
        { "= of two missing paths", Compare(ValueAt("Missing"), ComparisonOperator.Equal, ValueAt("Gone")) },
        { "= list in another order", IsEqual("L", AttributeValue.List(1, "a", AttributeValue.List("deep"))) },
        { "= set with another member", IsEqual("SS", AttributeValue.StringSet("a", "b", "c")) },
        { "<> of equals", Compare(ValueAt("NS"), ComparisonOperator.NotEqual, Literal(AttributeValue.NumberSet(3, 2, 1))) },
        { "< of different types", Compare(ValueAt("S"), ComparisonOperator.LessThan, Literal(1)) },
        { "< of a Boolean", Compare(ValueAt("T"), ComparisonOperator.LessThan, ValueAt("Low")) },
        { ">= of a missing path", Compare(ValueAt("Missing"), ComparisonOperator.GreaterThanOrEqual, Literal(0)) },
        { "BETWEEN of another type", new Between(ValueAt("S"), Literal(1), Literal(2)) },
        { "BETWEEN of paths the wrong way round", new Between(Literal(3), ValueAt("High"), ValueAt("Low")) },
        { "BETWEEN with a missing bound", new Between(ValueAt("N"), ValueAt("Missing"), Literal(99)) },
        { "IN of a missing path", new In(ValueAt("Missing"), [Literal(AttributeValue.Null)]) },
        { "IN without a match", new In(ValueAt("N"), [Literal("10"), Literal(1)]) },
        { "attribute_exists through a scalar", new AttributeExists(At("N", "x")) },
        { "attribute_exists past the end", new AttributeExists(At("L", 3)) },
        { "attribute_not_exists of NULL", new AttributeNotExists("Null") },
        { "attribute_type of another type", new AttributeTypeIs(ValueAt("S"), AttributeType.Number) },
        { "attribute_type of a missing path", new AttributeTypeIs(ValueAt("Missing"), AttributeType.Null) },
        { "begins_with of another type", new BeginsWith(ValueAt("N"), Literal("1")) },
        { "begins_with of more", new BeginsWith(ValueAt("S"), Literal("bananas")) },
        { "begins_with in other letters", new BeginsWith(ValueAt("S"), Literal("Ban")) },
        { "contains of another type", new Contains(ValueAt("S"), Literal(1)) },
        { "contains of a number", new Contains(ValueAt("N"), Literal(1)) },
        { "contains of a map", new Contains(ValueAt("M"), Literal("x")) },
        { "contains a part of a member", new Contains(ValueAt("SS"), Literal("")) },
        { "contains a missing value", new Contains(ValueAt("S"), ValueAt("Missing")) },
        { "size of a missing path", Size("Missing", 0) },
        { "size of a Boolean", Size("T", 1) },
        { "AND", IsEqual("N", 10) & IsEqual("T", false) },
        { "OR", IsEqual("N", 11) | IsEqual("T", false) },
        { "NOT", !IsEqual("N", 10) },
    };

    /// <summary>Conditions that are refused before any item is read, and the telling words.</summary>
    public static TheoryData<string, Condition> Refused { get; } = new()
    {
        { "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL", Compare(ValueAt("A"), ComparisonOperator.LessThan, Literal(true)) },
        { "Incorrect operand type for operator or function; operator or function: >=, operand type: L", Compare(Literal(AttributeValue.List()), ComparisonOperator.GreaterThanOrEqual, ValueAt("A")) },
        { "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: SS", new Between(ValueAt("A"), Literal(AttributeValue.StringSet("a")), ValueAt("B")) },
        { "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N", new BeginsWith(ValueAt("A"), Literal(1)) },
        { "Incorrect operand type for operator or function; operator or function: size, operand type: N", Compare(new SizeOperand(Literal(1)), ComparisonOperator.Equal, Literal(1)) },
        { "The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [A]", Compare(ValueAt("A"), ComparisonOperator.Equal, ValueAt("A")) },
        { "operator: IN, first operand: [A, x, [0]]", new In(ValueAt("A", "x", 0), [Literal(1), ValueAt("A", "x", 0)]) },
        { "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:9}, upper bound operand: AttributeValue: {N:1}", new Between(ValueAt("A"), Literal(9), Literal(1)) },
        { "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {S:x}, upper bound operand: AttributeValue: {N:1}", new Between(ValueAt("A"), Literal("x"), Literal(1)) },
        { "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: PK", new AttributeExists(At("PK", "x")) },
    };

    [Theory]
    [MemberData(nameof(True), DisableDiscoveryEnumeration = true)]
    public async Task Holds(string name, Condition condition) => Assert.True(await Evaluate(Unique(name), condition), name);

    [Theory]
    [MemberData(nameof(False), DisableDiscoveryEnumeration = true)]
    public async Task Does_not_hold(string name, Condition condition) => Assert.False(await Evaluate(Unique(name), condition), name);

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public Task Is_refused(string words, Condition condition) => Refuses(words, async () => await Evaluate(Unique(), condition));

    // DynamoDB measures UTF-8 bytes in every size limit; so does this contract, where the documentation only says "length"
    [Fact]
    public virtual async Task The_size_of_a_string_is_in_bytes() =>
        Assert.True(await Evaluate(Unique(), Compare(new SizeOperand(Literal("é\U0001F600")), ComparisonOperator.Equal, Literal(6))));

    [Fact]
    public async Task On_a_missing_item_every_path_is_missing()
    {
        await Backend.PutItemAsync(
            new PutItemRequest { TableName = HashOnly.Name, Item = Encode([("PK", Unique())]), Condition = new AttributeNotExists("PK") });
        await Fails(
            StorageErrorCode.ConditionalCheckFailedException,
            "The conditional request failed",
            async () => await Backend.PutItemAsync(
                new PutItemRequest { TableName = HashOnly.Name, Item = Encode([("PK", Unique())]), Condition = new AttributeNotExists("PK") }));
    }

    private static Comparison Compare(Operand left, ComparisonOperator comparison, Operand right) => new Comparison(left, comparison, right);

    private static Comparison Size(string attributeName, int size) => Compare(new SizeOperand(ValueAt(attributeName)), ComparisonOperator.Equal, Literal(size));

    private async ValueTask<bool> Evaluate(string partition, Condition condition)
    {
        Item item = Sample.With("PK", partition);
        await Put(HashOnly, item);
        try
        {
            await Backend.PutItemAsync(new PutItemRequest { TableName = HashOnly.Name, Item = Encode(item), Condition = condition });
            return true;
        }
        catch (StorageException error) when (error.Code == StorageErrorCode.ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
