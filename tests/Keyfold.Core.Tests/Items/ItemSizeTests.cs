using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

public sealed class ItemSizeTests
{
    [Fact]
    public void Values_have_the_sizes_that_DynamoDB_counts()
    {
        AssertSize(AttributeValue.List(), 3);
        AssertSize(AttributeValue.List("a"), 5);
        AssertSize(AttributeValue.Map([]), 3);
        AssertSize(AttributeValue.Map([("a", "b")]), 6);
        AssertSize(AttributeValue.Map([("a", AttributeValue.Map([]))]), 8);
        AssertSize(AttributeValue.Map([("abc", AttributeValue.List("x"))]), 12);
        AssertSize(AttributeValue.NumberSet(1, 22, 333), 7);
        AssertSize(AttributeValue.StringSet("é", "abc"), 5);
        AssertSize(AttributeValue.BinarySet(new byte[] { 1, 2 }, new byte[] { 3 }), 3);
        AssertSize("é😀", 6);
        AssertSize(AttributeValue.Binary(new byte[7]), 7);
        AssertSize(true, 1);
        AssertSize(AttributeValue.Null, 1);
        AssertSize(12345, 4);
        AssertSize(-1, 3);
    }

    private static void AssertSize(AttributeValue value, int size)
    {
        Assert.Equal(size, ItemSize.Of(value));
        Assert.Equal(size, new EncodedValue(ItemCodec.EncodeValue(value)).Size);
        Assert.Equal(size + 2, new EncodedItem(ItemCodec.Encode([("é", value)], ItemEncoding.Binary)).Size);
    }
}
