using System.Globalization;

namespace Keyfold.Items;

public readonly partial struct Number
{
    /// <summary>Every <see cref="int"/> is a number.</summary>
    public static implicit operator Number(int value) => new(value);

    /// <summary>Every <see cref="long"/> is a number.</summary>
    public static implicit operator Number(long value) => new(value);

    /// <summary>Every <see cref="ulong"/> is a number.</summary>
    public static implicit operator Number(ulong value)
    {
        if (value <= long.MaxValue)
        {
            return new Number((long)value);
        }

        TryCreate(negative: false, value, 0, out Number number);
        return number;
    }

    /// <summary>Every <see cref="decimal"/> is a number; its trailing zeros are not kept.</summary>
    public static implicit operator Number(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        bool negative = parts[3] < 0;
        int exponent = -((parts[3] >> 16) & 0xFF);
        ulong low = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        if (parts[2] == 0)
        {
            return CreateSmall(negative, low, exponent);
        }

        TryCreate(negative, new UInt128((uint)parts[2], low), exponent, out Number number);
        return number;
    }

    /// <summary>
    /// Takes a decimal apart into ±coefficient × 10^exponent, without trailing zeros behind the point, unless it needs more than 63 bits: then false. Most
    /// prices do not, and are written without arithmetic of 128 bits.
    /// </summary>
    internal static bool TryDecompose(decimal value, out bool negative, out ulong coefficient, out int exponent)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        coefficient = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        exponent = -((parts[3] >> 16) & 0xFF);
        negative = parts[3] < 0;
        if (parts[2] != 0 || coefficient > long.MaxValue)
        {
            return false;
        }

        exponent = coefficient == 0 ? 0 : exponent + PowersOfTen.StripZeros(ref coefficient, -exponent);
        return true;
    }

    /// <summary>Takes an integer; only one of 39 significant digits is refused, with <see cref="NumberError.TooManyDigits"/>.</summary>
    public static NumberError TryFrom(Int128 value, out Number number)
    {
        bool negative = Int128.IsNegative(value);
        return TryCreate(negative, negative ? (UInt128)(-value) : (UInt128)value, 0, out number);
    }

    /// <inheritdoc cref="TryFrom(Int128, out Number)"/>
    public static NumberError TryFrom(UInt128 value, out Number number) => TryCreate(negative: false, value, 0, out number);

    /// <summary>
    /// Takes the decimal that a <see cref="double"/> prints as: the shortest that reads back as the same value, so that 0.1 is stored as 0.1. Negative zero
    /// becomes 0; NaN and the infinities are no numbers; a double can be too large or too small for DynamoDB.
    /// </summary>
    public static NumberError TryFrom(double value, out Number number)
    {
        // below 2^53 neighbouring doubles are at most 1 apart, and an integer's shortest text is the integer itself
        long integer = Math.Abs(value) < 1L << 53 ? (long)value : 0;
        if (integer == value)
        {
            number = new Number(integer);
            return NumberError.None;
        }

        return TryFromFewDecimals(value, out number) ? NumberError.None : TryFromText(value, out number);
    }

    /// <inheritdoc cref="TryFrom(double, out Number)"/>
    public static NumberError TryFrom(float value, out Number number)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        return TryParse(text[..length], out number);
    }

    /// <inheritdoc cref="TryFrom(double, out Number)"/>
    public static NumberError TryFrom(Half value, out Number number)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        return TryParse(text[..length], out number);
    }

    /// <summary>
    /// Takes a double with a few decimal places, such as a price, without printing it. A decimal of at most 15 digits that gives the double is its shortest
    /// text, since no two such decimals give the same double.
    /// </summary>
    private static bool TryFromFewDecimals(double value, out Number number)
    {
        double magnitude = Math.Abs(value);
        for (int places = 1; places <= 4; places++)
        {
            double scaled = Math.Round(magnitude * ExactPowers[places]);
            if (scaled < 1e15 && scaled / ExactPowers[places] == magnitude)
            {
                number = CreateSmall(value < 0, (ulong)scaled, -places);
                return true;
            }
        }

        number = default;
        return false;
    }

    private static NumberError TryFromText(double value, out Number number)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        return TryParse(text[..length], out number);
    }

    /// <summary>Makes the number ±coefficient × 10^exponent, which must be in range.</summary>
    private static Number CreateSmall(bool negative, ulong coefficient, int exponent)
    {
        if (coefficient == 0)
        {
            return default;
        }

        exponent += PowersOfTen.StripZeros(ref coefficient);
        return CreateStripped(negative, coefficient, PowersOfTen.CountDigits(coefficient), exponent);
    }
}
