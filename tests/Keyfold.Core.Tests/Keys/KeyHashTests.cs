using System.Text;
using Keyfold.Keys;

namespace Keyfold.Core.Tests.Keys;

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
