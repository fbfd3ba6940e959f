using System.Text;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

/// <summary>The stored bytes. What fails here breaks data that exists.</summary>
public sealed class BinaryItemFormatTests
{
    [Fact]
    public void Header_and_attributes_are_where_the_format_says()
    {
        byte[] encoded = ItemCodec.Encode([("b", "xy"), ("a", 1), ("é", true)], ItemEncoding.Binary);

        Assert.Equal("01 01 0300 09000000  01 61 02 02  01 62 01 02 7879  02 C3A9 06".Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(encoded));
    }

    [Theory]
    [InlineData("0", "0200")]
    [InlineData("1", "0202")]
    [InlineData("-1", "0201")]
    [InlineData("63", "027E")]
    [InlineData("64", "028001")]
    [InlineData("-64", "027F")]
    [InlineData("-65", "028101")]
    [InlineData("1000", "02D00F")]
    [InlineData("9223372036854775807", "02FEFFFFFFFFFFFFFFFF01")]
    [InlineData("-9223372036854775808", "02FFFFFFFFFFFFFFFFFF01")]
    [InlineData("9223372036854775808", "039408" + "0000000000000080")]
    [InlineData("1.5", "0382010F")]
    [InlineData("-1.5", "0382810F")]
    [InlineData("12.95", "0383020F05")]
    [InlineData("1e125", "03FF0101")]
    [InlineData("1e-130", "03000101")]
    [InlineData("99999999999999999999999999999999999999", "03A710" + "FFFFFFFF3F228A097AC4865AA84C3B4B")]
    public void Numbers_have_one_form(string number, string bytes)
    {
        AttributeValue value = NumberTests.Parse(number);
        Assert.Equal(bytes, Convert.ToHexString(ItemCodec.EncodeValue(value)));
        Assert.Equal(value, ItemCodec.DecodeValue(Convert.FromHexString(bytes)));
    }

    [Fact]
    public void Every_type_has_its_tag()
    {
        AssertBytes("", "0100");
        AssertBytes("é", "0102C3A9");
        AssertBytes(AttributeValue.Binary(new byte[] { 1, 2 }), "04020102");
        AssertBytes(false, "05");
        AssertBytes(true, "06");
        AssertBytes(AttributeValue.Null, "07");
        AssertBytes(AttributeValue.List(), "0800000000" + "00000000");
        AssertBytes(AttributeValue.List(1, "a"), "0805000000" + "02000000" + "0202" + "010161");
        AssertBytes(AttributeValue.Map([("k", true)]), "0903000000" + "01000000" + "016B06");
        AssertBytes(AttributeValue.StringSet("b", "a"), "0A06000000" + "02000000" + "010161" + "010162");
        AssertBytes(AttributeValue.NumberSet(2, -1.5m, 10), "0B08000000" + "03000000" + "0382810F" + "0204" + "0214");
        AssertBytes(AttributeValue.BinarySet(new byte[] { 1 }, Array.Empty<byte>()), "0C05000000" + "02000000" + "0400" + "040101");
    }

    [Theory]
    [InlineData(127, "017F")]
    [InlineData(128, "018001")]
    [InlineData(16_384, "01808001")]
    public void Lengths_are_varints(int length, string start)
    {
        byte[] encoded = ItemCodec.EncodeValue(new string('x', length));
        Assert.Equal(start, Convert.ToHexString(encoded.AsSpan(0, start.Length / 2)));
        Assert.Equal(length + (start.Length / 2), encoded.Length);
    }

    [Fact]
    public void The_count_of_the_header_stops_at_65535_and_the_attributes_are_all_there()
    {
        var attributes = new (string, AttributeValue)[70_000];
        for (int i = 0; i < attributes.Length; i++)
        {
            attributes[i] = (i.ToString("D5", System.Globalization.CultureInfo.InvariantCulture), AttributeValue.Null);
        }

        byte[] encoded = ItemCodec.Encode([.. attributes], ItemEncoding.Binary);

        Assert.Equal("FFFF", Convert.ToHexString(encoded.AsSpan(2, 2)));
        Assert.Equal(70_000, new EncodedItem(encoded).Attributes.Count);
        Assert.Equal(70_000 * 6, new EncodedItem(encoded).Size);
        Assert.Equal(attributes.Length, ItemCodec.Decode(encoded, ItemEncoding.Binary).Count);
    }

    [Fact]
    public void Names_of_all_lengths_are_kept()
    {
        string longest = new('n', Limits.AttributeNameBytesMax);
        Item item = [(longest, 1), ("é", 2), (new string('m', 128), 3)];
        Assert.Equal(item, ItemCodec.Decode(ItemCodec.Encode(item, ItemEncoding.Binary), ItemEncoding.Binary));
        Assert.True(new EncodedItem(ItemCodec.Encode(item, ItemEncoding.Binary)).TryFind(Encoding.UTF8.GetBytes(longest), out var value));
        Assert.Equal(1, value.AsNumber());
    }

    private static void AssertBytes(AttributeValue value, string bytes)
    {
        Assert.Equal(bytes, Convert.ToHexString(ItemCodec.EncodeValue(value)));
        Assert.Equal(value, ItemCodec.DecodeValue(Convert.FromHexString(bytes)));
    }
}
