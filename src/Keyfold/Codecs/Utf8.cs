using Keyfold.Items;

namespace Keyfold.Codecs;

/// <summary>Takes the current value as UTF-8.</summary>
internal static class Utf8
{
    public static ReadOnlySpan<byte> Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        if (!reader.TryGetUtf8(out ReadOnlySpan<byte> utf8))
        {
            // of another type: the reader says of which
            reader.GetString();
        }

        return utf8;
    }
}
