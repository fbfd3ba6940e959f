using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Keyfold.Items;

public readonly partial struct Number
{
    /// <summary>The number of characters of the longest canonical text: <c>-0.</c>, 129 zeros, 38 digits.</summary>
    public const int TextLengthMax = 3 + 129 + Limits.NumberDigitsMax;

    /// <summary>
    /// Writes DynamoDB's canonical text: plain decimal without exponent, without a plus sign, leading zeros (but one before a point) or trailing zeros after
    /// the point.
    /// </summary>
    /// <param name="utf8Destination">Where to write; <see cref="TextLengthMax"/> bytes are always enough.</param>
    /// <param name="bytesWritten">The length of the text, or 0.</param>
    /// <returns>False if the destination is too short.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten) =>
        IsInt64 ? Utf8Formatter.TryFormat((long)_low, utf8Destination, out bytesWritten) : TryFormatDecimal(utf8Destination, out bytesWritten);

    /// <summary>Gives DynamoDB's canonical text; see <see cref="TryFormat"/>.</summary>
    public override string ToString()
    {
        if (IsInt64)
        {
            return ((long)_low).ToString(CultureInfo.InvariantCulture);
        }

        Span<byte> text = stackalloc byte[TextLengthMax];
        TryFormatDecimal(text, out int length);
        return Encoding.ASCII.GetString(text[..length]);
    }

    private bool TryFormatDecimal(Span<byte> destination, out int written)
    {
        Decompose(out bool negative, out UInt128 coefficient, out int exponent);
        Span<byte> digits = stackalloc byte[Limits.NumberDigitsMax];
        coefficient.TryFormat(digits, out int count, provider: CultureInfo.InvariantCulture);
        digits = digits[..count];

        int integerDigits = exponent + count;
        int sign = negative ? 1 : 0;
        written = sign + (exponent >= 0 ? integerDigits : integerDigits > 0 ? count + 1 : 2 - exponent);
        if (destination.Length < written)
        {
            written = 0;
            return false;
        }

        if (negative)
        {
            destination[0] = (byte)'-';
        }

        Place(digits, integerDigits, destination[sign..written]);
        return true;
    }

    /// <summary>
    /// Writes a decimal as <see cref="TryFormat"/> writes its number, unless it needs more than 64 bits: then false. Trailing zeros are taken off the text, where that
    /// costs no division.
    /// </summary>
    /// <param name="value">The decimal.</param>
    /// <param name="destination">Where to write; <see cref="TextLengthMax"/> bytes are always enough.</param>
    /// <param name="written">The length of the text.</param>
    internal static bool TryFormatNarrow(decimal value, Span<byte> destination, out int written)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        ulong rest = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        int places = (parts[3] >> 16) & 0xFF;
        int digits = Math.Max(PowersOfTen.CountDigits(rest), places + 1);
        written = 0;
        if (parts[2] != 0)
        {
            return false;
        }

        destination[0] = (byte)'-';
        int start = parts[3] < 0 && rest != 0 ? 1 : 0;
        int point = start + digits - places;
        if (places == 0)
        {
            written = point;
            return Utf8Formatter.TryFormat(rest, destination[start..], out _);
        }

        written = point + places + 1;
        rest = WriteDigits(destination[(point + 1)..written], rest);
        destination[point] = (byte)'.';
        WriteDigits(destination[start..point], rest);
        while (destination[written - 1] == '0')
        {
            written--;
        }

        written = written - 1 == point ? point : written;
        return true;
    }

    /// <summary>Fills a text with the last digits of a value, perhaps behind zeros, and gives the digits before them.</summary>
    private static ulong WriteDigits(Span<byte> text, ulong value)
    {
        for (int i = text.Length - 1; i >= 0; i--)
        {
            (value, ulong digit) = Math.DivRem(value, 10);
            text[i] = (byte)('0' + digit);
        }

        return value;
    }

    private static void Place(ReadOnlySpan<byte> digits, int integerDigits, Span<byte> text)
    {
        if (integerDigits >= digits.Length)
        {
            digits.CopyTo(text);
            text[digits.Length..].Fill((byte)'0');
        }
        else if (integerDigits > 0)
        {
            digits[..integerDigits].CopyTo(text);
            text[integerDigits] = (byte)'.';
            digits[integerDigits..].CopyTo(text[(integerDigits + 1)..]);
        }
        else
        {
            text[..^digits.Length].Fill((byte)'0');
            text[1] = (byte)'.';
            digits.CopyTo(text[^digits.Length..]);
        }
    }
}
