using System.Buffers.Text;
using System.Globalization;
using Keyfold.Items;

namespace Keyfold.Keys;

/// <summary>
/// Numbers as bytes whose unsigned order is the order of the numbers. Equal numbers have equal bytes, no encoding is the start of another, and the number can
/// be read back.
/// </summary>
/// <remarks>
/// <code>
/// zero      80
/// positive  C0, then [power of ten of the first digit + 130], then the digits in pairs from the first on, a last lone digit with a 0:
///           each pair is one byte, 2 × pair + 1, the last one 2 × pair
/// negative  40, then what the positive number has, each byte inverted
/// </code>
/// </remarks>
public static class KeyNumber
{
    /// <summary>The length of the longest encoding in bytes: 21.</summary>
    public const int LengthMax = 2 + (Limits.NumberDigitsMax / 2);

    private const byte Negative = 0x40;
    private const byte Zero = 0x80;
    private const byte Positive = 0xC0;
    private const int MagnitudeBias = -Limits.NumberExponentMin;

    /// <summary>Encodes a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="destination">Where to write; <see cref="LengthMax"/> bytes are always enough.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Encode(in Number number, Span<byte> destination)
    {
        if (number.IsZero)
        {
            destination[0] = Zero;
            return 1;
        }

        number.Decompose(out bool negative, out UInt128 coefficient, out int exponent);
        Span<byte> digits = stackalloc byte[Limits.NumberDigitsMax + 1];
        int count = WriteDigits(coefficient, digits);
        digits[count] = (byte)'0';

        destination[0] = negative ? Negative : Positive;
        destination[1] = (byte)(exponent + count - 1 + MagnitudeBias);
        int length = 2;
        for (int i = 0; i < count; i += 2)
        {
            int pair = ((digits[i] - '0') * 10) + digits[i + 1] - '0';
            destination[length++] = (byte)((pair << 1) | (i + 2 < count ? 1 : 0));
        }

        if (negative)
        {
            Invert(destination[1..length]);
        }

        return length;
    }

    /// <summary>Reads the number that the bytes start with.</summary>
    /// <param name="bytes">An encoded number, and perhaps more.</param>
    /// <param name="number">The number.</param>
    /// <param name="length">The number of bytes that it takes.</param>
    /// <returns>False if the bytes do not start with what <see cref="Encode"/> writes.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out Number number, out int length)
    {
        number = default;
        length = 1;
        if (bytes.IsEmpty || bytes[0] is not (Negative or Zero or Positive))
        {
            return false;
        }

        return bytes[0] == Zero || TryDecodeDigits(bytes, out number, out length);
    }

    private static bool TryDecodeDigits(ReadOnlySpan<byte> bytes, out Number number, out int length)
    {
        number = default;
        length = 0;
        bool negative = bytes[0] == Negative;
        byte mask = negative ? (byte)0xFF : (byte)0;
        UInt128 coefficient = 0;
        for (int i = 2; i < Math.Min(bytes.Length, LengthMax); i++)
        {
            int pair = (bytes[i] ^ mask) >> 1;
            bool isLast = ((bytes[i] ^ mask) & 1) == 0;
            if (pair > 99 || (i == 2 && pair < 10) || (isLast && pair == 0))
            {
                return false;
            }

            coefficient = (coefficient * 100) + (uint)pair;
            if (isLast)
            {
                length = i + 1;
                int exponent = (bytes[1] ^ mask) - MagnitudeBias + 1 - ((length - 2) * 2);
                return Number.TryCreate(negative, coefficient, exponent, out number) == NumberError.None;
            }
        }

        return false;
    }

    private static int WriteDigits(UInt128 coefficient, Span<byte> digits)
    {
        int count;
        if (coefficient <= ulong.MaxValue)
        {
            Utf8Formatter.TryFormat((ulong)coefficient, digits, out count);
        }
        else
        {
            coefficient.TryFormat(digits, out count, provider: CultureInfo.InvariantCulture);
        }

        return count;
    }

    private static void Invert(Span<byte> bytes)
    {
        foreach (ref byte value in bytes)
        {
            value = (byte)~value;
        }
    }
}
