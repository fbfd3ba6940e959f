using System.Text;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Core.Tests.Keys;

public sealed class ItemKeyTests
{
    private delegate void Build(ref KeyWriter writer);

    [Fact]
    public void Both_parts_lie_where_the_layout_says()
    {
        var key = KeyOf((ref KeyWriter writer) =>
        {
            writer.Partition();
            writer.String("é");
            writer.Sort();
            writer.Number(12);
        });

        Assert.Equal("01020002" + "C3A9" + "C08318", Convert.ToHexString(key.Bytes));
        Assert.Equal((KeyPartType.String, KeyPartType.Number, true), (key.PartitionType, key.SortType, key.HasSort));
        Assert.Equal("C3A9", Convert.ToHexString(key.PartitionBytes));
        Assert.Equal("C08318", Convert.ToHexString(key.SortBytes));
        Assert.Equal("é | 12", key.ToString());
        Assert.Equal(key, new ItemKey(key.Bytes.ToArray()));
        Assert.Equal(key.GetHashCode(), new ItemKey(key.Bytes.ToArray()).GetHashCode());
    }

    [Fact]
    public void A_key_may_be_a_partition_key_alone()
    {
        var key = KeyOf((ref KeyWriter writer) =>
        {
            writer.Partition();
            writer.Binary([1, 2]);
        });

        Assert.Equal("03000002" + "0102", Convert.ToHexString(key.Bytes));
        Assert.Equal((KeyPartType.None, false, 0), (key.SortType, key.HasSort, key.SortBytes.Length));
        Assert.Equal("0102", key.ToString());
    }

    [Fact]
    public void The_default_is_no_key()
    {
        ItemKey none = default;
        Assert.True(none.IsNone);
        Assert.Equal((KeyPartType.None, KeyPartType.None, 0, 0), (none.PartitionType, none.SortType, none.PartitionBytes.Length, none.SortBytes.Length));
        Assert.Equal("", none.ToString());
        Assert.NotEqual(none, StringKey("a", "b"));
        Assert.True(none < StringKey("a", "b"));
    }

    [Fact]
    public void Pieces_of_a_text_follow_one_another()
    {
        var key = KeyOf((ref KeyWriter writer) =>
        {
            writer.Partition();
            writer.Utf8("CUSTOMER#"u8);
            writer.String("17850");
            writer.Sort();
            writer.Utf8("INVOICE#"u8);
            writer.String(new string('x', 1000));
            Assert.Equal("CUSTOMER#17850", Encoding.UTF8.GetString(writer.PartitionBytes));
            Assert.Equal(1008, writer.SortBytes.Length);
        });

        Assert.Equal(StringKey("CUSTOMER#17850", "INVOICE#" + new string('x', 1000)), key);
    }

    [Fact]
    public void Keys_of_a_partition_have_the_order_of_their_sort_keys()
    {
        string[] sorted = ["", "a", "a\0", "ab", "b", "é", "\uff5e", "\uffee", "😀"];
        for (int i = 1; i < sorted.Length; i++)
        {
            Assert.True(StringKey("p", sorted[i - 1]) < StringKey("p", sorted[i]));
        }
    }

    [Fact]
    public void Keys_that_divide_the_same_bytes_otherwise_differ()
    {
        Assert.NotEqual(StringKey("ab", "c"), StringKey("a", "bc"));
        Assert.NotEqual(
            StringKey("a", "b"),
            KeyOf((ref KeyWriter writer) =>
            {
                writer.Partition();
                writer.String("a");
                writer.Sort();
                writer.Binary("b"u8);
            }));
    }

    [Fact]
    public void Tuples_end_each_element()
    {
        var key = KeyOf((ref KeyWriter writer) =>
        {
            writer.PartitionTuple();
            writer.String("a");
            writer.Number(1);
            writer.SortTuple();
            writer.Binary([0]);
            writer.Utf8("b"u8);
        });

        Assert.Equal("04040006" + "610001" + "C08214" + "00FF0001" + "620001", Convert.ToHexString(key.Bytes));
    }

    [Fact]
    public void A_writer_starts_over_with_the_partition_key()
    {
        var key = KeyOf((ref KeyWriter writer) =>
        {
            writer.PartitionTuple();
            writer.String("wrong");
            writer.Sort();
            writer.Number(1);
            writer.Partition();
            writer.String("right");
        });

        Assert.Equal("01000005" + Convert.ToHexString("right"u8), Convert.ToHexString(key.Bytes));
    }

    [Fact]
    public void Parts_without_a_value_and_partition_keys_of_65536_bytes_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => KeyOf((ref KeyWriter writer) => writer.Partition()));
        Assert.Throws<InvalidOperationException>(() => KeyOf((ref KeyWriter writer) =>
        {
            writer.Partition();
            writer.String("a");
            writer.Sort();
        }));
        Assert.Throws<InvalidOperationException>(() => KeyOf((ref KeyWriter writer) =>
        {
            writer.Partition();
            writer.Binary(new byte[65_536]);
        }));
        Assert.Equal(65_535, KeyOf((ref KeyWriter writer) => writer.Binary(new byte[65_535])).PartitionBytes.Length);
    }

    [Fact]
    public void Text_with_half_a_surrogate_pair_is_refused() => Assert.Equal(
        ItemFormatError.InvalidText,
        Assert.Throws<ItemFormatException>(() => StringKey("\ud800", "")).Error);

    [Theory]
    [InlineData("")]
    [InlineData("010000")]
    [InlineData("00000000")]
    [InlineData("05000000")]
    [InlineData("01050000")]
    [InlineData("01000001")]
    [InlineData("0100000061")]
    public void Bytes_that_are_no_key_are_refused(string bytes) =>
        Assert.Throws<ArgumentException>(() => new ItemKey(Convert.FromHexString(bytes)));

    private static ItemKey StringKey(string partition, string sort) => KeyOf((ref KeyWriter writer) =>
    {
        writer.Partition();
        writer.String(partition);
        writer.Sort();
        writer.String(sort);
    });

    private static ItemKey KeyOf(Build build)
    {
        var writer = new KeyWriter(stackalloc byte[16]);
        try
        {
            build(ref writer);
            return writer.ToKey();
        }
        finally
        {
            writer.Dispose();
        }
    }
}
