using FsCheck.Fluent;
using Keyfold.Keys;

namespace Keyfold.Core.Tests.Keys;

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
