using System.ComponentModel;
using Keyfold.Items;

namespace Keyfold.Codecs;

/// <summary>A <see cref="bool"/> as a Boolean.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanCodec : ICodec<bool>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, bool value)
        where TWriter : struct, IItemWriter, allows ref struct => writer.Boolean(value);

    /// <inheritdoc/>
    public static bool Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct => reader.GetBoolean();
}
