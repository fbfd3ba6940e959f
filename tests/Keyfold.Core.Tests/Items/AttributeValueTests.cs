using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

public sealed class AttributeValueTests
{
    [Fact]
    public void The_default_is_null() => Assert.Equal((AttributeType.Null, AttributeValue.Null), (default(AttributeValue).Type, default));

    [Fact]
    public void Equality_is_by_type_and_value_with_sets_and_maps_in_any_order()
    {
        AttributeValue[] different =
        [
            AttributeValue.Null, true, false, "", "1", 1, 1.5m, AttributeValue.Binary("1"u8.ToArray()), AttributeValue.Binary(Array.Empty<byte>()),
            AttributeValue.List(), AttributeValue.List(1, 2), AttributeValue.List(2, 1), AttributeValue.Map([]), AttributeValue.Map([("a", 1)]),
            AttributeValue.StringSet("1"), AttributeValue.NumberSet(1), AttributeValue.BinarySet("1"u8.ToArray()), AttributeValue.StringSet("1", "2"),
        ];
        for (int i = 0; i < different.Length; i++)
        {
            for (int j = 0; j < different.Length; j++)
            {
                Assert.Equal(i == j, different[i] == different[j]);
            }
        }

        AssertEqual(AttributeValue.StringSet("a", "b"), AttributeValue.StringSet("b", "a"));
        AssertEqual(AttributeValue.NumberSet(1, 2.50m), AttributeValue.NumberSet(2.5m, 1.0m));
        AssertEqual(AttributeValue.BinarySet(new byte[] { 1 }, new byte[] { 2 }), AttributeValue.BinarySet(new byte[] { 2 }, new byte[] { 1 }));
        AssertEqual(AttributeValue.Map([("a", 1), ("b", 2)]), AttributeValue.Map([("b", 2), ("a", 1)]));
        AssertEqual(100.00m, 100);
        AssertEqual(AttributeValue.Binary(new byte[] { 1 }), AttributeValue.Binary(new byte[] { 1 }));
        AssertEqual(AttributeValue.Number(NumberTests.Parse("1e30")), AttributeValue.Number(NumberTests.Parse("10e29")));
    }

    [Fact]
    public void Equal_values_have_equal_hash_codes() => Property.Holds(
        Generate.Item,
        item => Assert.Equal(item.GetHashCode(), ItemCodec.Decode(ItemCodec.Encode(item, ItemEncoding.Binary), ItemEncoding.Binary).GetHashCode()));

    [Fact]
    public void A_value_of_another_type_is_refused_with_both_types_named()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => ((AttributeValue)"a").AsNumber());
        Assert.Equal("The attribute value is of type S, not N.", exception.Message);
        Assert.Throws<InvalidOperationException>(() => ((AttributeValue)1).AsString());
        Assert.Throws<InvalidOperationException>(() => ((AttributeValue)1).AsBoolean());
        Assert.Throws<InvalidOperationException>(() => AttributeValue.List().AsMap());
        Assert.Throws<InvalidOperationException>(() => AttributeValue.NumberSet(1).AsStringSet());
    }

    [Fact]
    public void Empty_sets_and_members_that_occur_twice_are_refused()
    {
        Assert.Equal(ItemFormatError.EmptySet, Assert.Throws<ItemFormatException>(() => AttributeValue.StringSet()).Error);
        AssertDuplicate("[b, a, b]", () => AttributeValue.StringSet("b", "a", "b"));
        AssertDuplicate("[1, 1]", () => AttributeValue.NumberSet(1, 1.0m));
        AssertDuplicate("[Yg==, Yg==]", () => AttributeValue.BinarySet("b"u8.ToArray(), "b"u8.ToArray()));
    }

    [Fact]
    public void Bytes_are_copied()
    {
        byte[] bytes = [1];
        var value = AttributeValue.Binary(bytes);
        bytes[0] = 2;
        Assert.Equal([1], value.AsBinary().ToArray());
    }

    [Fact]
    public void The_text_is_that_of_DynamoDBs_messages()
    {
        AssertText("{S:x}", "x");
        AssertText("{N:9}", 9);
        AssertText("{N:-1.5}", -1.50m);
        AssertText("{B:AQI=}", AttributeValue.Binary(new byte[] { 1, 2 }));
        AssertText("{BOOL:true}", true);
        AssertText("{NULL:true}", AttributeValue.Null);
        AssertText("{L:[{N:1}, {S:b}]}", AttributeValue.List(1, "b"));
        AssertText("{M:{a={N:1}, b={M:{}}}}", AttributeValue.Map([("b", AttributeValue.Map([])), ("a", 1)]));
        AssertText("{SS:[a, b]}", AttributeValue.StringSet("b", "a"));
        AssertText("{NS:[-1, 2]}", AttributeValue.NumberSet(2, -1));
        AssertText("{BS:[AQ==]}", AttributeValue.BinarySet(new byte[] { 1 }));
        Assert.Equal("{a={N:1}}", Item.Create(("a", 1)).ToString());
    }

    [Fact]
    public void Tags_name_the_types_and_the_types_are_found_by_them()
    {
        string[] tags = ["S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS"];
        Assert.Equal(tags, Enum.GetValues<AttributeType>().Select(type => type.Tag()));
        foreach (string tag in tags)
        {
            Assert.True(AttributeTypes.TryParseTag(tag, out var type));
            Assert.Equal(tag, type.Tag());
            Assert.Equal(tag, System.Text.Encoding.UTF8.GetString(type.Utf8Tag()));
        }

        Assert.All(["", "s", "X", "LL", "BOOLEAN", "é"], tag => Assert.False(AttributeTypes.TryParseTag(tag, out _)));
        Assert.Equal(AttributeType.Number, AttributeType.NumberSet.MemberType());
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeType.List.MemberType());
    }

    private static void AssertEqual(AttributeValue left, AttributeValue right)
    {
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    private static void AssertText(string text, AttributeValue value) => Assert.Equal(text, value.ToString());

    private static void AssertDuplicate(string members, Func<object> make)
    {
        var exception = Assert.Throws<ItemFormatException>(make);
        Assert.Equal((ItemFormatError.DuplicateSetMember, members), (exception.Error, exception.Detail));
    }
}
