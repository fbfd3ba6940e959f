using System.Text;
using FsCheck.Fluent;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

public sealed class BinaryItemPropertyTests
{
    [Fact]
    public void Decoding_gives_the_item_back() => Property.Holds(Generate.Item, item =>
        Assert.Equal(item, ItemCodec.Decode(ItemCodec.Encode(item, ItemEncoding.Binary), ItemEncoding.Binary)));

    [Fact]
    public void Header_and_values_tell_the_size_and_depth_of_the_item() => Property.Holds(Generate.Item, item =>
    {
        var encoded = new EncodedItem(ItemCodec.Encode(item, ItemEncoding.Binary));
        Assert.Equal(ItemSize.Of(item), encoded.Size);
        Assert.Equal(1 + DepthOf(item), encoded.Depth);
        Assert.Equal(item.Count, encoded.Attributes.Count);
        foreach (var (name, value) in item)
        {
            Assert.True(encoded.TryFind(Encoding.UTF8.GetBytes(name), out var found));
            Assert.Equal(ItemSize.Of(value), found.Size);
            Assert.Equal(DepthOf(value), found.Depth);
            Assert.Equal(value, found.ToAttributeValue());
        }
    });

    [Fact]
    public void Equal_items_and_no_others_have_equal_bytes() => Property.Holds(
        from left in Generate.Item
        from right in Gen.Frequency((1, Gen.Constant(left)), (3, Generate.Item))
        select (left, right),
        pair =>
        {
            byte[] left = ItemCodec.Encode(pair.left, ItemEncoding.Binary);
            byte[] right = ItemCodec.Encode(pair.right, ItemEncoding.Binary);
            Assert.Equal(pair.left.Equals(pair.right), left.AsSpan().SequenceEqual(right));
        });

    [Fact]
    public void The_order_of_writing_does_not_show() => Property.Holds(
        from item in Generate.Item
        from seed in Gen.Choose(0, int.MaxValue)
        select (item, seed),
        shuffled =>
        {
            var writer = BinaryItemWriter.Rent();
            writer.BeginItem();
            new Shuffle(shuffled.seed).Attributes(ref writer, shuffled.item);
            writer.EndItem();
            Assert.Equal(ItemCodec.Encode(shuffled.item, ItemEncoding.Binary), writer.ToArray());
            writer.Dispose();
        });

    [Fact]
    public void Skipping_and_copying_raw_agree_with_reading() => Property.Holds(Generate.Item, item =>
    {
        byte[] encoded = ItemCodec.Encode(item, ItemEncoding.Binary);
        var skipping = new BinaryItemReader(encoded);
        var copying = new BinaryItemReader(encoded);
        var writer = BinaryItemWriter.Rent();
        skipping.BeginItem();
        copying.BeginItem();
        writer.BeginItem();
        foreach (var (name, value) in item)
        {
            Assert.True(skipping.NextName(out var skippedName));
            Assert.Equal(name, Encoding.UTF8.GetString(skippedName));
            Assert.Equal(value.Type, skipping.Type);
            skipping.Skip();

            copying.NextName(out var copiedName);
            writer.Name(copiedName);
            writer.Raw(copying.GetRaw());
        }

        writer.EndItem();
        Assert.False(skipping.NextName(out _));
        Assert.Equal(encoded, writer.ToArray());
        writer.Dispose();
    });

    [Fact]
    public void Damaged_bytes_are_an_item_or_a_format_error() => Property.Holds(
        from item in Generate.Item
        from damage in Gen.Elements<byte>(0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 127, 128, 255).Two()
        from places in Gen.Choose(0, 10_000).Two()
        from cut in Gen.Choose(0, 10_000)
        select (item, damage, places, cut),
        damaged =>
        {
            byte[] encoded = ItemCodec.Encode(damaged.item, ItemEncoding.Binary);
            encoded[damaged.places.Item1 % encoded.Length] = damaged.damage.Item1;
            encoded[damaged.places.Item2 % encoded.Length] = damaged.damage.Item2;
            ReadAll(encoded);
            ReadAll(encoded.AsSpan(0, damaged.cut % encoded.Length));
        },
        count: 3000);

    [Fact]
    public void Every_start_of_an_item_is_shorter_than_its_values_or_a_format_error()
    {
        byte[] encoded = ItemCodec.Encode([("a", AttributeValue.List(1, "text", 1.5m)), ("b", AttributeValue.StringSet("x"))], ItemEncoding.Binary);
        int complete = 0;
        for (int length = 0; length < encoded.Length; length++)
        {
            complete += ReadAll(encoded.AsSpan(0, length)) ? 1 : 0;
        }

        // the header alone, and the header with the first attribute: the header does not say where the bytes end
        Assert.Equal(2, complete);
    }

    [Fact]
    public void Endless_nesting_is_a_format_error()
    {
        byte[] nested = ItemCodec.EncodeValue(AttributeValue.List());
        while (nested.Length < 10_000)
        {
            byte[] outer = [8, .. BitConverter.GetBytes(nested.Length), .. BitConverter.GetBytes(1), .. nested];
            nested = outer;
        }

        Assert.Equal(ItemFormatError.Corrupt, Assert.Throws<ItemFormatException>(() => ItemCodec.DecodeValue(nested)).Error);
        Assert.Equal(ItemFormatError.Corrupt, Assert.Throws<ItemFormatException>(() => new EncodedValue(nested).Size).Error);
        Assert.Equal(ItemFormatError.Corrupt, Assert.Throws<ItemFormatException>(() => new EncodedValue(nested).Depth).Error);
    }

    private static bool ReadAll(ReadOnlySpan<byte> bytes)
    {
        try
        {
            ItemCodec.Decode(bytes, ItemEncoding.Binary);
            foreach (var attribute in new EncodedItem(bytes).Attributes)
            {
                _ = attribute.Value.Size + attribute.Value.Depth;
            }

            return true;
        }
        catch (ItemFormatException)
        {
            return false;
        }
    }

    private static int DepthOf(Item item) => item.Select(attribute => DepthOf(attribute.Value)).DefaultIfEmpty().Max();

    private static int DepthOf(AttributeValue value) => value.Type switch
    {
        AttributeType.List => 1 + value.AsList().Select(DepthOf).DefaultIfEmpty().Max(),
        AttributeType.Map => 1 + DepthOf(value.AsMap()),
        _ => 0,
    };
}
