using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Keyfold.Codecs;

/// <summary>Times as ISO 8601 texts, with the bracketed offset of RFC 9557.</summary>
internal static class IsoTime
{
    public const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.fffffff";
    public const string Form = "2010-12-01T08:26:00Z";

    /// <summary><c>2010-12-01T08:26:00.0000000Z[+02:00]</c>.</summary>
    public const int TextLengthMax = 36;

    private const int BracketLength = 8;

    private static readonly string[] Formats = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd"];

    /// <summary>Reads a text; fractions finer than .NET's 100 ns are refused rather than cut off.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="value">The time; in UTC if the text has no offset.</param>
    /// <param name="hasOffset">Whether the text says how it relates to UTC.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateTimeOffset value, out bool hasOffset)
    {
        ReadOnlySpan<byte> bracket = default;
        if (utf8.Length > BracketLength && utf8[^1] == ']')
        {
            bracket = utf8[^BracketLength..];
            utf8 = utf8[..^BracketLength];
        }

        if (!TryParseInstant(utf8, out value, out hasOffset))
        {
            return false;
        }

        if (bracket.IsEmpty)
        {
            return true;
        }

        bool parsed = TryParseOffset(bracket, out TimeSpan offset);
        value = parsed ? value.ToOffset(offset) : value;
        return parsed && hasOffset;
    }

    private static bool TryParseInstant(ReadOnlySpan<byte> utf8, out DateTimeOffset value, out bool hasOffset)
    {
        hasOffset = utf8.Length > 10 && (utf8[^1] == 'Z' || utf8[10..].IndexOfAny((byte)'+', (byte)'-') >= 0);
        if (hasOffset && utf8[^1] == 'Z' && Utf8Parser.TryParse(utf8, out DateTime utc, out int length, 'O') && length == utf8.Length)
        {
            value = new DateTimeOffset(utc);
            return true;
        }

        return DateTimeOffset.TryParseExact(
            Encoding.UTF8.GetString(utf8), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> bracket, out TimeSpan offset)
    {
        offset = default;
        if (bracket[0] != '[' || bracket[1] is not ((byte)'+' or (byte)'-') || bracket[4] != ':'
            || !Utf8Parser.TryParse(bracket[2..4], out int hours, out int hourDigits) || hourDigits != 2 || hours > 14
            || !Utf8Parser.TryParse(bracket[5..7], out int minutes, out int minuteDigits) || minuteDigits != 2 || minutes > 59
            || (hours * 60) + minutes > 14 * 60)
        {
            return false;
        }

        var magnitude = new TimeSpan(hours, minutes, 0);
        offset = bracket[1] == '-' ? -magnitude : magnitude;
        return true;
    }
}
