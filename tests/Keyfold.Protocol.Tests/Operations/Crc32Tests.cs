using Keyfold.Protocol.Responses;

namespace Keyfold.Protocol.Tests.Operations;

public sealed class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("a", 0xE8B7BE43u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void The_checksum_is_that_of_IEEE_802_3(string text, uint checksum) =>
        Assert.Equal(checksum, Crc32.Compute(System.Text.Encoding.ASCII.GetBytes(text)));

    // what boto3 and others check
    [Fact]
    public void An_empty_object_has_the_checksum_that_DynamoDB_sends() => Assert.Equal(2745614147u, Crc32.Compute("{}"u8));
}
