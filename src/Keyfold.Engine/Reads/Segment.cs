namespace Keyfold.Engine.Reads;

/// <summary>
/// A scan's share of the hashes: a contiguous range, so that segments neither overlap nor leave a gap and a partition key value lies
/// in one of them, however the table is split.
/// </summary>
internal readonly record struct Segment(ulong FirstHash, ulong LastHash)
{
    public static Segment Whole { get; } = new(0, ulong.MaxValue);

    public static Segment Of(int segment, int totalSegments) =>
        new(FirstHashOf(segment, totalSegments), segment + 1 == totalSegments ? ulong.MaxValue : FirstHashOf(segment + 1, totalSegments) - 1);

    public bool Contains(ulong hash) => FirstHash <= hash && hash <= LastHash;

    private static ulong FirstHashOf(int segment, int totalSegments) =>
        (ulong)(((UInt128.One << 64) * (uint)segment + (uint)totalSegments - 1) / (uint)totalSegments);
}
