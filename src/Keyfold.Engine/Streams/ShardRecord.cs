using Keyfold.Streams;

namespace Keyfold.Engine.Streams;

/// <summary>
/// What a shard keeps of a change: the images that the stream shows, which are the arrays that the table had, or the keys where there is
/// no such image.
/// </summary>
/// <param name="Number">See <see cref="SequenceNumbers"/>.</param>
/// <param name="Time">When it was made, in milliseconds since 1970.</param>
/// <param name="Kind">What happened.</param>
/// <param name="IsExpiry">Whether the item went because its time to live had passed.</param>
/// <param name="Size">The sizes of keys and shown images, in bytes as DynamoDB counts them.</param>
/// <param name="Keys">The keys as an encoded item, if there is no image to take them from.</param>
/// <param name="Before">The item as it was, if shown.</param>
/// <param name="After">The item as it became, if shown.</param>
internal readonly record struct ShardRecord(
    long Number, long Time, ChangeKind Kind, bool IsExpiry, int Size, byte[]? Keys, byte[]? Before, byte[]? After)
{
    // the record itself in its list
    private const int OwnBytes = 48;

    /// <summary>About how much memory the record holds when the table has gone on.</summary>
    public long Bytes => OwnBytes + (Keys?.Length ?? 0) + (Before?.Length ?? 0) + (After?.Length ?? 0);
}
