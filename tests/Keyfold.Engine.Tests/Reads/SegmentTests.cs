using Keyfold.Engine.Reads;

namespace Keyfold.Engine.Tests.Reads;

public sealed class SegmentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1_000_000)]
    public void Segments_cover_all_hashes_once(int total)
    {
        ulong next = 0;
        for (int number = 0; number < total; number++)
        {
            Segment segment = Segment.Of(number, total);
            Assert.Equal(next, segment.FirstHash);
            Assert.True(segment.FirstHash <= segment.LastHash);
            next = unchecked(segment.LastHash + 1);
        }

        Assert.Equal(0ul, next);
    }
}
