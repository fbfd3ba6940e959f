using System.Buffers;
using System.Buffers.Binary;

namespace Keyfold.Items;

/// <summary>The escapes that JSON demands within a string: quotation mark, backslash, control characters. All else stands for itself as UTF-8.</summary>
internal static class JsonEscaping
{
    /// <summary>How many times longer an escaped text is at most: <c>\u0000</c> for one byte.</summary>
    public const int ExpansionMax = 6;

    private const int ShortLengthMax = 2 * sizeof(ulong);
    private const ulong Ones = 0x0101_0101_0101_0101;
    private const ulong Highs = 0x8080_8080_8080_8080;
    private const ulong Blanks = 0x2020_2020_2020_2020;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(value => (byte)value)]);

    /// <summary>Names and most texts are short: eight bytes at a time cost less than the start of a search.</summary>
    public static bool IsNeeded(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > ShortLengthMax)
        {
            return utf8.ContainsAny(Escaped);
        }

        if (utf8.Length >= sizeof(ulong))
        {
            return IsNeeded(BinaryPrimitives.ReadUInt64LittleEndian(utf8)) || IsNeeded(BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]));
        }

        // blanks fill the rest, which need no escape
        ulong bytes = Blanks;
        foreach (byte value in utf8)
        {
            bytes = (bytes << 8) | value;
        }

        return IsNeeded(bytes);
    }

    // the highest bit of a byte is set where the byte is below 0x20, or equal: "Determine if a word has a byte less than n", Bit Twiddling Hacks by S. E.
    // Anderson
    private static bool IsNeeded(ulong bytes)
    {
        ulong quote = bytes ^ (Ones * '"');
        ulong backslash = bytes ^ (Ones * '\\');
        return ((((bytes - (Ones * 0x20)) & ~bytes) | ((quote - Ones) & ~quote) | ((backslash - Ones) & ~backslash)) & Highs) != 0;
    }

    /// <summary>Writes a text with escapes, and gives the length.</summary>
    public static int Escape(ReadOnlySpan<byte> utf8, Span<byte> destination)
    {
        int length = 0;
        while (true)
        {
            int run = utf8.IndexOfAny(Escaped);
            if (run < 0)
            {
                utf8.CopyTo(destination[length..]);
                return length + utf8.Length;
            }

            utf8[..run].CopyTo(destination[length..]);
            length += run;
            length += EscapeByte(utf8[run], destination[length..]);
            utf8 = utf8[(run + 1)..];
        }
    }

    private static int EscapeByte(byte value, Span<byte> destination)
    {
        ReadOnlySpan<byte> text = value switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\r' => "\\r"u8,
            (byte)'\t' => "\\t"u8,
            (byte)'\b' => "\\b"u8,
            (byte)'\f' => "\\f"u8,
            _ => "\\u00"u8,
        };
        text.CopyTo(destination);
        if (text.Length < 4)
        {
            return text.Length;
        }

        destination[4] = (byte)('0' + (value >> 4));
        destination[5] = "0123456789abcdef"u8[value & 0xF];
        return 6;
    }
}
