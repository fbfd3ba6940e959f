using FsCheck.Fluent;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Core.Tests.Keys;

public sealed class KeyNumberTests
{
    [Theory]
    [InlineData("0", "80")]
    [InlineData("1", "C08214")]
    [InlineData("-1", "407DEB")]
    [InlineData("10", "C08314")]
    [InlineData("12", "C08318")]
    [InlineData("123", "C084193C")]
    [InlineData("12345", "C0861945" + "64")]
    [InlineData("0.01", "C08014")]
    [InlineData("1e125", "C0FF14")]
    [InlineData("-1e125", "4000EB")]
    [InlineData("1e-130", "C00014")]
    public void Bytes_are_stored_and_stay_as_they_are(string number, string bytes)
    {
        Span<byte> encoded = stackalloc byte[KeyNumber.LengthMax];
        Number.TryParse(number, out var value);
        Assert.Equal(bytes, Convert.ToHexString(encoded[..KeyNumber.Encode(value, encoded)]));
    }

    [Fact]
    public void Order_of_bytes_is_order_of_numbers() => Property.Holds(
        Generate.AnyNumber.Two(),
        pair => Assert.Equal(Math.Sign(pair.Item1.CompareTo(pair.Item2)), Math.Sign(Encode(pair.Item1).AsSpan().SequenceCompareTo(Encode(pair.Item2)))),
        count: 3000);

    [Fact]
    public void Decoding_gives_the_number_back_and_leaves_what_follows() => Property.Holds(
        from number in Generate.AnyNumber
        from rest in Generate.Bytes
        select (number, rest),
        encoded =>
        {
            byte[] bytes = Encode(encoded.number);
            Assert.True(KeyNumber.TryDecode([.. bytes, .. encoded.rest], out var number, out int length));
            Assert.Equal((encoded.number, bytes.Length), (number, length));
        });

    [Fact]
    public void Bytes_are_refused_or_are_those_of_the_number_read() => Property.Holds(
        from start in Gen.Elements<byte>(0, 0x40, 0x80, 0xC0, 0xFF)
        from magnitude in Gen.Choose(0, 255)
        from pairs in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements(0, 1, 18, 20, 198, 199, 200, 55, 56, 255)).ArrayOf()
        select (byte[])[start, (byte)magnitude, .. pairs.Select(value => (byte)value)],
        bytes => Assert.True(!KeyNumber.TryDecode(bytes, out var number, out int length) || bytes.AsSpan(0, length).SequenceEqual(Encode(number))),
        count: 5000);

    private static byte[] Encode(Number number)
    {
        byte[] bytes = new byte[KeyNumber.LengthMax];
        return bytes[..KeyNumber.Encode(in number, bytes)];
    }
}
