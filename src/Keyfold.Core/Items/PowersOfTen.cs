using System.Numerics;

namespace Keyfold.Items;

/// <summary>Powers of ten, and the digit counts that follow from them.</summary>
internal static class PowersOfTen
{
    // an array: a span over static data allocates in code that is not optimized, which would hide what allocation tests look for
    private static readonly ulong[] Narrow =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
        10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
        1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
        10_000_000_000_000_000_000,
    ];

    private static readonly UInt128[] Wide = BuildWide();

    /// <summary>10 to the power of 0 … 38.</summary>
    public static UInt128 Get(int exponent) => Wide[exponent];

    /// <summary>10 to the power of 0 … 19.</summary>
    public static ulong GetUInt64(int exponent) => Narrow[exponent];

    /// <summary>Decimal digits of a value; 1 for zero.</summary>
    public static int CountDigits(ulong value)
    {
        // 1233 / 4096 is log10(2) to four places, enough for 64 bits
        int estimate = (BitOperations.Log2(value | 1) + 1) * 1233 >> 12;
        return value < Narrow[estimate] && estimate > 0 ? estimate : estimate + 1;
    }

    /// <summary>Decimal digits of a value up to 39 digits; 1 for zero.</summary>
    public static int CountDigits(UInt128 value)
    {
        if (value <= ulong.MaxValue)
        {
            return CountDigits((ulong)value);
        }

        int digits = 20;
        while (digits < Wide.Length && value >= Wide[digits])
        {
            digits++;
        }

        return digits;
    }

    /// <summary>Removes the trailing decimal zeros of a value that is not zero, and tells how many there were.</summary>
    public static int StripZeros(ref ulong value) => StripZeros(ref value, int.MaxValue);

    /// <summary>Removes at most so many trailing decimal zeros of a value that is not zero, and tells how many there were.</summary>
    public static int StripZeros(ref ulong value, int zerosMax)
    {
        int zeros = 0;
        while ((value & 1) == 0 && zeros < zerosMax)
        {
            (ulong quotient, ulong remainder) = Math.DivRem(value, 10);
            if (remainder != 0)
            {
                break;
            }

            value = quotient;
            zeros++;
        }

        return zeros;
    }

    /// <inheritdoc cref="StripZeros(ref ulong)"/>
    public static int StripZeros(ref UInt128 value)
    {
        int zeros = 0;
        while (value > ulong.MaxValue)
        {
            if (!UInt128.IsEvenInteger(value))
            {
                return zeros;
            }

            (UInt128 quotient, UInt128 remainder) = UInt128.DivRem(value, 10);
            if (remainder != UInt128.Zero)
            {
                return zeros;
            }

            value = quotient;
            zeros++;
        }

        ulong narrow = (ulong)value;
        zeros += StripZeros(ref narrow);
        value = narrow;
        return zeros;
    }

    private static UInt128[] BuildWide()
    {
        var powers = new UInt128[39];
        powers[0] = UInt128.One;
        for (int i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
