using FsCheck.Fluent;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

/// <summary>Writers put items one behind the other into a buffer of somebody else's.</summary>
public sealed class PooledBufferTests
{
    private const int Items = 5;

    [Fact]
    public void Items_stand_one_behind_the_other() => Property.Holds(
        from items in Generate.Item.ArrayOf(Items)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (items, seed),
        shuffled =>
        {
            // hardly any memory, so that it grows within items
            using var binary = new PooledBuffer(1);
            using var json = new PooledBuffer(1);
            foreach (Item item in shuffled.items)
            {
                BinaryItemWriter binaryWriter = BinaryItemWriter.Rent(binary);
                Write(ref binaryWriter, item, shuffled.seed);
                JsonItemWriter jsonWriter = JsonItemWriter.Rent(json);
                Write(ref jsonWriter, item, shuffled.seed);
            }

            Assert.Equal(shuffled.items.SelectMany(item => ItemCodec.Encode(item, ItemEncoding.Binary)), binary.Written.ToArray());
            Assert.Equal(shuffled.items.SelectMany(item => Json(item, shuffled.seed)), json.Written.ToArray());
        });

    [Fact]
    public void An_item_that_is_refused_leaves_what_was_there()
    {
        using var buffer = new PooledBuffer(1);
        buffer.Append("before"u8);
        Assert.Equal(ItemFormatError.DuplicateName, Assert.Throws<ItemFormatException>(() => WriteTwice(BinaryItemWriter.Rent(buffer))).Error);
        Assert.Equal(ItemFormatError.DuplicateName, Assert.Throws<ItemFormatException>(() => WriteTwice(JsonItemWriter.Rent(buffer))).Error);
        Assert.Equal("before"u8.ToArray(), buffer.Written.ToArray());
    }

    private static void WriteTwice<TWriter>(TWriter writer)
        where TWriter : struct, IItemWriter, IDisposable, allows ref struct
    {
        try
        {
            writer.BeginItem();
            foreach (byte[] name in (byte[][])[[(byte)'b'], [(byte)'a'], [(byte)'b']])
            {
                writer.Name(name);
                writer.Null();
            }

            writer.EndItem();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static void Write<TWriter>(ref TWriter writer, Item item, int seed)
        where TWriter : struct, IItemWriter, IDisposable, allows ref struct
    {
        writer.BeginItem();
        new Shuffle(seed).Attributes(ref writer, item);
        writer.EndItem();
        writer.Dispose();
    }

    private static byte[] Json(Item item, int seed)
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        writer.BeginItem();
        new Shuffle(seed).Attributes(ref writer, item);
        writer.EndItem();
        byte[] json = writer.ToArray();
        writer.Dispose();
        return json;
    }
}
