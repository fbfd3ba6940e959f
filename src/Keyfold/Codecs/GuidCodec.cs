using System.Buffers.Text;
using System.ComponentModel;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A <see cref="Guid"/> as a string of 36 characters, with hyphens, lower case; read with or without them, in any case.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidCodec : ICodec<Guid>
{
    private const int TextLength = 36;

    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, Guid value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        Span<byte> text = stackalloc byte[TextLength];
        Utf8Formatter.TryFormat(value, text, out _);
        writer.Utf8String(text);
    }

    /// <inheritdoc/>
    public static Guid Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        ReadOnlySpan<byte> utf8 = Utf8.Read(ref reader);
        if (!Guid.TryParse(utf8, out Guid value))
        {
            MappingFault.NotText<Guid>(utf8, "00000000-0000-0000-0000-000000000000");
        }

        return value;
    }
}
