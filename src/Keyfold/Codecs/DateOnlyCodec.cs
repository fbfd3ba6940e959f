using System.ComponentModel;
using System.Globalization;
using System.Text;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A <see cref="DateOnly"/> as <c>2010-12-01</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateOnlyCodec : ICodec<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, DateOnly value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        Span<byte> text = stackalloc byte[Format.Length];
        value.TryFormat(text, out int length, Format, CultureInfo.InvariantCulture);
        writer.Utf8String(text[..length]);
    }

    /// <inheritdoc/>
    public static DateOnly Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        ReadOnlySpan<byte> utf8 = Utf8.Read(ref reader);
        Span<char> text = stackalloc char[Format.Length];
        if (utf8.Length != Format.Length
            || !Encoding.UTF8.TryGetChars(utf8, text, out int length)
            || !DateOnly.TryParseExact(text[..length], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value))
        {
            MappingFault.NotText<DateOnly>(utf8, "2010-12-01");
            return default;
        }

        return value;
    }
}
