using System.ComponentModel;
using System.Globalization;
using System.Text;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A <see cref="TimeOnly"/> as <c>08:26:00.0000000</c>; read with fewer digits too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeOnlyCodec : ICodec<TimeOnly>
{
    private const string Format = "HH:mm:ss.fffffff";

    private static readonly string[] ReadFormats = ["HH:mm:ss.FFFFFFF", "HH:mm"];

    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, TimeOnly value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        Span<byte> text = stackalloc byte[Format.Length];
        value.TryFormat(text, out int length, Format, CultureInfo.InvariantCulture);
        writer.Utf8String(text[..length]);
    }

    /// <inheritdoc/>
    public static TimeOnly Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        ReadOnlySpan<byte> utf8 = Utf8.Read(ref reader);
        Span<char> text = stackalloc char[Format.Length];
        if (utf8.Length > Format.Length
            || !Encoding.UTF8.TryGetChars(utf8, text, out int length)
            || !TimeOnly.TryParseExact(text[..length], ReadFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly value))
        {
            MappingFault.NotText<TimeOnly>(utf8, "08:26:00");
            return default;
        }

        return value;
    }
}
