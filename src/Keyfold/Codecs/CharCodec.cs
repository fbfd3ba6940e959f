using System.ComponentModel;
using System.Text;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A <see cref="char"/> as a string of one character; half of a surrogate pair is refused.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CharCodec : ICodec<char>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, char value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (!Rune.TryCreate(value, out _))
        {
            throw new MappingFault($"is U+{(int)value:X4}, half of a surrogate pair. Use a string.");
        }

        writer.String(new ReadOnlySpan<char>(in value));
    }

    /// <inheritdoc/>
    public static char Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        ReadOnlySpan<byte> utf8 = Utf8.Read(ref reader);
        Rune.DecodeFromUtf8(utf8, out Rune rune, out int length);
        if (length != utf8.Length || utf8.IsEmpty || !rune.IsBmp)
        {
            MappingFault.NotText<char>(utf8, "one character");
        }

        return (char)rune.Value;
    }
}
