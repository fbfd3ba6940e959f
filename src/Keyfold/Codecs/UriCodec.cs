using System.ComponentModel;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A <see cref="Uri"/> as the string it was made from, absolute or relative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriCodec : ICodec<Uri>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, Uri value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (value is null)
        {
            MappingFault.NullValue();
        }

        writer.String(value.OriginalString);
    }

    /// <inheritdoc/>
    public static Uri Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        string text = reader.GetString();
        return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? value)
            ? value
            : throw new MappingFault($"is \"{text}\" in the item, which is no Uri.");
    }
}
