using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>
/// A <see cref="DateTimeOffset"/> as its UTC time, so that the order of the texts is the order of time, and its offset behind it, as RFC 9557 has it:
/// <c>2010-12-01T08:26:00.0000000Z</c>, <c>2010-12-01T08:26:00.0000000Z[+02:00]</c>. Other ISO 8601 texts are read too; without an offset they are UTC.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetCodec : IInstantCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, DateTimeOffset value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        Span<byte> text = stackalloc byte[IsoTime.TextLengthMax];
        Utf8Formatter.TryFormat(value.UtcDateTime, text, out int length, 'O');
        if (value.Offset != TimeSpan.Zero)
        {
            length += WriteOffset(value.Offset, text[length..]);
        }

        writer.Utf8String(text[..length]);
    }

    /// <inheritdoc/>
    public static DateTimeOffset Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        ReadOnlySpan<byte> utf8 = Utf8.Read(ref reader);
        if (!IsoTime.TryParse(utf8, out DateTimeOffset value, out _))
        {
            MappingFault.NotText<DateTimeOffset>(utf8, IsoTime.Form);
        }

        return value;
    }

    /// <inheritdoc/>
    public static string InstantText(DateTimeOffset value) => value.UtcDateTime.ToString(IsoTime.InstantFormat, CultureInfo.InvariantCulture);

    private static int WriteOffset(TimeSpan offset, Span<byte> text)
    {
        TimeSpan magnitude = offset.Duration();
        text[0] = (byte)'[';
        text[1] = (byte)(offset < TimeSpan.Zero ? '-' : '+');
        magnitude.Hours.TryFormat(text[2..], out _, "00", CultureInfo.InvariantCulture);
        text[4] = (byte)':';
        magnitude.Minutes.TryFormat(text[5..], out _, "00", CultureInfo.InvariantCulture);
        text[7] = (byte)']';
        return 8;
    }
}
