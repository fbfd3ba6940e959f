using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

public sealed class ItemCodecTests
{
    [Fact]
    public void An_item_of_all_types_survives_the_binary_encoding()
    {
        Item item =
        [
            ("String", "text ✓ 😀"),
            ("Empty", ""),
            ("Integer", -1234567890123L),
            ("Decimal", 12.95m),
            ("Binary", AttributeValue.Binary(new byte[] { 0, 255 })),
            ("True", true),
            ("False", false),
            ("Null", AttributeValue.Null),
            ("List", AttributeValue.List("a", 1, AttributeValue.List())),
            ("Map", AttributeValue.Map([("z", 1), ("a", AttributeValue.Map([]))])),
            ("Strings", AttributeValue.StringSet("b", "a", "c")),
            ("Numbers", AttributeValue.NumberSet(10, 9, -1.5m)),
            ("Binaries", AttributeValue.BinarySet(new byte[] { 2 }, new byte[] { 1, 1 })),
        ];

        byte[] encoded = ItemCodec.Encode(item, ItemEncoding.Binary);

        Assert.Equal(item, ItemCodec.Decode(encoded, ItemEncoding.Binary));
        Assert.Equal(ItemSize.Of(item), new EncodedItem(encoded).Size);
        Assert.Equal(3, new EncodedItem(encoded).Depth);
        Assert.Equal(13, new EncodedItem(encoded).Attributes.Count);
    }
}
