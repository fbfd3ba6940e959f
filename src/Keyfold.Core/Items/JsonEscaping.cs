using System.Buffers;

namespace Keyfold.Items;

/// <summary>The escapes that JSON demands within a string: quotation mark, backslash, control characters. All else stands for itself as UTF-8.</summary>
internal static class JsonEscaping
{
    /// <summary>How many times longer an escaped text is at most: <c>\u0000</c> for one byte.</summary>
    public const int ExpansionMax = 6;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(value => (byte)value)]);

    public static bool IsNeeded(ReadOnlySpan<byte> utf8) => utf8.ContainsAny(Escaped);

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
