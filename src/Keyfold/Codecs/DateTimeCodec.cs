using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>
/// A <see cref="DateTime"/> as <c>2010-12-01T08:26:00.0000000Z</c>, without the <c>Z</c> if its kind is unspecified. A local time is refused, since the
/// machine that reads it may be somewhere else. Other ISO 8601 texts are read too; one with an offset gives the time in UTC.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeCodec : IInstantCodec<DateTime>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, DateTime value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        RefuseLocal(value);
        Span<byte> text = stackalloc byte[IsoTime.TextLengthMax];
        Utf8Formatter.TryFormat(value, text, out int length, 'O');
        writer.Utf8String(text[..length]);
    }

    /// <inheritdoc/>
    public static DateTime Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        ReadOnlySpan<byte> utf8 = Utf8.Read(ref reader);
        if (!IsoTime.TryParse(utf8, out DateTimeOffset value, out bool hasOffset))
        {
            MappingFault.NotText<DateTime>(utf8, IsoTime.Form);
        }

        return hasOffset ? value.UtcDateTime : value.DateTime;
    }

    /// <inheritdoc/>
    public static string InstantText(DateTime value)
    {
        RefuseLocal(value);
        return value.ToString(IsoTime.InstantFormat, CultureInfo.InvariantCulture);
    }

    internal static void RefuseLocal(DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
        {
            throw new MappingFault("is a local time, which another machine would read as another time. Use ToUniversalTime() or a DateTimeOffset.");
        }
    }
}
