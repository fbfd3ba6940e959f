using System.Text;
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
    public void Garbage_is_refused_or_a_number() => Property.Holds(
        from start in Gen.Elements<byte>(0, 0x40, 0x80, 0xC0, 0xFF)
        from rest in Gen.Choose(0, 255).ArrayOf()
        select (byte[])[start, .. rest.Select(value => (byte)value)],
        bytes => Assert.True(!KeyNumber.TryDecode(bytes, out var number, out int length) || length <= bytes.Length || number.IsZero));

    private static byte[] Encode(Number number)
    {
        byte[] bytes = new byte[KeyNumber.LengthMax];
        return bytes[..KeyNumber.Encode(in number, bytes)];
    }
}

public sealed class KeyTupleTests
{
    [Theory]
    [InlineData("", "0001")]
    [InlineData("61", "610001")]
    [InlineData("00", "00FF0001")]
    [InlineData("610062", "6100FF620001")]
    public void Bytes_are_stored_and_stay_as_they_are(string content, string bytes) =>
        Assert.Equal(bytes, Convert.ToHexString(Encode(Convert.FromHexString(content))));

    [Fact]
    public void Order_of_tuples_is_order_of_their_elements() => Property.Holds(
        Generate.Bytes.Two().Two(),
        pair =>
        {
            var ((leftFirst, leftSecond), (rightFirst, rightSecond)) = pair;
            int first = leftFirst.AsSpan().SequenceCompareTo(rightFirst);
            int expected = first != 0 ? first : leftSecond.AsSpan().SequenceCompareTo(rightSecond);
            byte[] left = [.. Encode(leftFirst), .. Encode(leftSecond)];
            byte[] right = [.. Encode(rightFirst), .. Encode(rightSecond)];
            Assert.Equal(Math.Sign(expected), Math.Sign(left.AsSpan().SequenceCompareTo(right)));
        },
        count: 3000);

    [Fact]
    public void Decoding_gives_the_content_back_and_leaves_what_follows() => Property.Holds(
        Generate.Bytes.Two(),
        pair =>
        {
            byte[] encoded = Encode(pair.Item1);
            byte[] content = new byte[encoded.Length + pair.Item2.Length];
            Assert.True(KeyTuple.TryDecode([.. encoded, .. pair.Item2], content, out int contentLength, out int length));
            Assert.Equal(pair.Item1, content[..contentLength]);
            Assert.Equal(encoded.Length, length);
        });

    [Fact]
    public void A_prefix_is_the_start_of_what_continues_it() => Property.Holds(
        Generate.Bytes.Two(),
        pair =>
        {
            byte[] prefix = new byte[KeyTuple.LengthMax(pair.Item1.Length)];
            int length = KeyTuple.EncodePrefix(pair.Item1, prefix);
            Assert.Equal(prefix[..length], Encode([.. pair.Item1, .. pair.Item2])[..length]);
        });

    [Theory]
    [InlineData("")]
    [InlineData("61")]
    [InlineData("6100")]
    [InlineData("6100FF")]
    [InlineData("610002")]
    public void What_does_not_end_is_refused(string bytes) =>
        Assert.False(KeyTuple.TryDecode(Convert.FromHexString(bytes), new byte[16], out _, out _));

    private static byte[] Encode(byte[] content)
    {
        byte[] bytes = new byte[KeyTuple.LengthMax(content.Length)];
        return bytes[..KeyTuple.Encode(content, bytes)];
    }
}

public sealed class KeyHashTests
{
    // published test vectors of XXH64
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void The_hash_is_XXH64(string text, ulong hash) => Assert.Equal(hash, KeyHash.Compute(Encoding.UTF8.GetBytes(text)));
}
