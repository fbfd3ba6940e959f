using System.Text;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;

namespace Keyfold.Specification;

/// <summary>PutItem: the types, the keys, the sizes.</summary>
public abstract class PutItemSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    /// <summary>Values of every type, with the edges of each.</summary>
    public static TheoryData<string, AttributeValue> Values { get; } = new()
    {
        { "string", "text" },
        { "empty string", "" },
        { "string with a zero and beyond the basic plane", "a\0b \U0001F600 \uFF5E" },
        { "zero", 0 },
        { "largest number", Parse("9.9999999999999999999999999999999999999E+125") },
        { "smallest number", Parse("-9.9999999999999999999999999999999999999E+125") },
        { "number nearest to zero", Parse("1E-130") },
        { "38 digits", Parse("-1234567890123456789012345678901234567.8") },
        { "binary", AttributeValue.Binary(new byte[] { 0, 1, 255 }) },
        { "empty binary", AttributeValue.Binary(default) },
        { "true", true },
        { "false", false },
        { "NULL", AttributeValue.Null },
        { "empty list", AttributeValue.List() },
        { "list of several types", AttributeValue.List("a", 1, AttributeValue.Null, AttributeValue.List()) },
        { "empty map", AttributeValue.Map(Item.Empty) },
        { "map of several types", AttributeValue.Map([("a", "x"), ("b.c", 1), ("é", AttributeValue.Map(Item.Empty))]) },
        { "string set", AttributeValue.StringSet("b", "a", "") },
        { "number set", AttributeValue.NumberSet(3, Parse("-1.5"), 20) },
        { "binary set", AttributeValue.BinarySet(new byte[] { 2 }, new byte[] { 1 }) },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task A_value_of_every_type_comes_back(string name, AttributeValue value)
    {
        Item item = [("PK", Unique(name)), ("Value", value), ("Nested", AttributeValue.List(value))];
        await Put(HashOnly, item);
        Assert.Equal(item, await Get(HashOnly, Key.Of(Unique(name))));
    }

    [Fact]
    public async Task A_put_replaces_the_whole_item()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "a"), ("Old", 1)], [("PK", Unique()), ("SK", "a"), ("New", 2)]);
        Assert.Equal([("PK", Unique()), ("SK", "a"), ("New", 2)], await Get(Plain, Key.Of(Unique(), "a")));
    }

    [Fact]
    public async Task A_put_changes_no_other_item()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "a"), ("N", 1)], [("PK", Unique()), ("SK", "b"), ("N", 2)]);
        Assert.Equal([("PK", Unique()), ("SK", "a"), ("N", 1)], await Get(Plain, Key.Of(Unique(), "a")));
    }

    [Fact]
    public async Task The_request_memory_may_be_reused()
    {
        byte[] bytes = Encode([("PK", Unique()), ("Text", "kept")]).ToArray();
        await Backend.PutItemAsync(new PutItemRequest { TableName = HashOnly.Name, Item = bytes });
        Array.Clear(bytes);
        Assert.Equal([("PK", Unique()), ("Text", "kept")], await Get(HashOnly, Key.Of(Unique())));
    }

    [Fact]
    public Task A_missing_partition_key_is_refused() => Refuses("Missing the key PK in the item", () => Write(Plain, [("SK", "a")]));

    [Fact]
    public Task A_missing_sort_key_is_refused() => Refuses("Missing the key SK in the item", () => Write(Plain, [("PK", "a")]));

    [Fact]
    public Task A_key_of_another_type_is_refused() =>
        Refuses("Type mismatch for key SK expected: S actual: N", () => Write(Plain, [("PK", "a"), ("SK", 1)]));

    [Fact]
    public Task A_key_that_is_NULL_is_refused() =>
        Refuses("Type mismatch for key PK expected: S actual: NULL", () => Write(HashOnly, [("PK", AttributeValue.Null)]));

    // the wording differs from that of a key in a request: "are not valid." and not "were invalid:"
    [Fact]
    public Task An_empty_key_is_refused() => Refuses(
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: PK",
        () => Write(HashOnly, [("PK", "")]));

    [Fact]
    public Task An_empty_binary_key_is_refused() =>
        Refuses("cannot contain an empty binary value. Key: SK", () => Write(BinarySort, [("PK", "a"), ("SK", AttributeValue.Binary(default))]));

    [Fact]
    public async Task A_partition_key_may_have_2048_bytes()
    {
        string longest = Unique().PadRight(2046, 'x') + "é";
        await Put(HashOnly, [("PK", longest)]);
        Assert.NotNull(await Get(HashOnly, Key.Of(longest)));
        await Refuses("Size of hashkey has exceeded the maximum size limit of2048 bytes", () => Write(HashOnly, [("PK", longest + "x")]));
    }

    [Fact]
    public async Task A_sort_key_may_have_1024_bytes()
    {
        string longest = new('é', 512);
        await Put(Plain, [("PK", Unique()), ("SK", longest)]);
        Assert.NotNull(await Get(Plain, Key.Of(Unique(), longest)));
        await Refuses(
            "Aggregated size of all range keys has exceeded the size limit of 1024 bytes", () => Write(Plain, [("PK", Unique()), ("SK", longest + "x")]));
    }

    [Fact]
    public async Task An_item_may_have_400_KB_of_names_and_values()
    {
        Item largest = Sized(Unique(), 400 * 1024);
        await Put(HashOnly, largest);
        Assert.Equal(largest, await Get(HashOnly, Key.Of(Unique())));
    }

    [Fact]
    public async Task One_byte_more_is_refused_and_the_old_item_stays()
    {
        await Put(HashOnly, [("PK", Unique()), ("Old", true)]);
        await Refuses("Item size has exceeded the maximum allowed size", () => Write(HashOnly, Sized(Unique(), (400 * 1024) + 1)));
        Assert.Equal([("PK", Unique()), ("Old", true)], await Get(HashOnly, Key.Of(Unique())));
    }

    [Fact]
    public async Task An_item_may_have_32_levels()
    {
        AttributeValue value = 1;
        for (int level = 0; level < 31; level++)
        {
            value = level % 2 == 0 ? AttributeValue.List(value) : AttributeValue.Map([("m", value)]);
        }

        await Put(HashOnly, [("PK", Unique()), ("Deep", value)]);
        Assert.Equal([("PK", Unique()), ("Deep", value)], await Get(HashOnly, Key.Of(Unique())));
    }

    [Fact]
    public async Task An_attribute_may_have_any_name()
    {
        Item item = [("PK", Unique()), ("a.b[0]", 1), (" ", 2), ("é\U0001F600", 3), ("SELECT", 4), (new string('n', 65_535), 5)];
        await Put(HashOnly, item);
        Assert.Equal(item, await Get(HashOnly, Key.Of(Unique())));
    }

    [Fact]
    public Task An_unknown_table_is_not_found() => Fails(
        StorageErrorCode.ResourceNotFoundException,
        "Requested resource not found",
        () => Backend.PutItemAsync(new PutItemRequest { TableName = "spec.no-such-table", Item = Encode([("PK", "a")]) }));

    [Theory]
    [InlineData(ReturnValues.AllNew)]
    [InlineData(ReturnValues.UpdatedOld)]
    [InlineData(ReturnValues.UpdatedNew)]
    public Task Only_the_old_item_can_be_returned(ReturnValues returnValues) => Refuses(
        "ReturnValues can only be ALL_OLD or NONE",
        () => Backend.PutItemAsync(new PutItemRequest { TableName = HashOnly.Name, Item = Encode([("PK", Unique())]), ReturnValues = returnValues }));

    private static Number Parse(string text)
    {
        Assert.Equal(NumberError.None, Number.TryParse(text, out Number number));
        return number;
    }

    private static Item Sized(string partition, int bytes) =>
        [("PK", partition), ("Text", new string('x', bytes - Encoding.UTF8.GetByteCount("PK" + partition + "Text")))];

    private ValueTask<PutItemResponse> Write(TableSchema table, Item item) =>
        Backend.PutItemAsync(new PutItemRequest { TableName = table.Name, Item = Encode(item) });
}
