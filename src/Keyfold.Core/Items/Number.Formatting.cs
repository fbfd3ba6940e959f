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

    /// <summary>Writes ±coefficient × 10^exponent, which has no trailing zeros behind the point, and gives the length. The destination is long enough.</summary>
    internal static int Format(bool negative, ulong coefficient, int exponent, Span<byte> destination)
    {
        int sign = 0;
        if (negative && coefficient != 0)
        {
            destination[0] = (byte)'-';
            sign = 1;
        }

        if (exponent == 0)
        {
            Utf8Formatter.TryFormat(coefficient, destination[sign..], out int length);
            return sign + length;
        }

        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(coefficient, digits, out int count);
        int integerDigits = exponent + count;
        int written = sign + (integerDigits > 0 ? count + 1 : 2 - exponent);
        Place(digits[..count], integerDigits, destination[sign..written]);
        return written;
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
