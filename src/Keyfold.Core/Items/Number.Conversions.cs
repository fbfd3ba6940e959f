using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Keyfold.Items;

public readonly partial struct Number
{
    private static readonly UInt128 DecimalCoefficientMax = (UInt128.One << 96) - 1;

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
    /// Converts to one of .NET's numeric types (the integers from <see cref="sbyte"/> to <see cref="UInt128"/>, <see cref="decimal"/>, <see cref="double"/>,
    /// <see cref="float"/>, <see cref="Half"/>), exactly or not at all. A floating-point value counts as exact if it is the one that <c>TryFrom</c> turns
    /// into this number.
    /// </summary>
    /// <returns>False if the number is out of the type's range, has a fraction that the type has not, or more digits than it keeps.</returns>
    public bool TryGet<T>(out T value)
        where T : unmanaged, INumberBase<T>
    {
        // the JIT keeps one branch for each T
        if (typeof(T) == typeof(long))
        {
            return Result(TryGetInt64(out long result), result, out value);
        }

        if (typeof(T) == typeof(decimal))
        {
            return Result(TryGetDecimal(out decimal result), result, out value);
        }

        if (typeof(T) == typeof(double))
        {
            return Result(TryGetDouble(out double result), result, out value);
        }

        if (typeof(T) == typeof(float))
        {
            return Result(TryGetSingle(out float result), result, out value);
        }

        if (typeof(T) == typeof(Half))
        {
            return Result(TryGetHalf(out Half result), result, out value);
        }

        if (typeof(T) == typeof(UInt128) || typeof(T) == typeof(Int128))
        {
            return TryGetWide(out value);
        }

        return TryGetNarrow(out value);
    }

    /// <summary>Converts to a <see cref="long"/>; false if it does not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetInt64(out long value)
    {
        value = (long)_low;
        return IsInt64;
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

    private static bool Result<TSource, T>(bool success, TSource result, out T value)
        where TSource : unmanaged
        where T : unmanaged
    {
        value = success ? Unsafe.BitCast<TSource, T>(result) : default;
        return success;
    }

    private bool TryGetNarrow<T>(out T value)
        where T : unmanaged, INumberBase<T>
    {
        // a ulong above long.MaxValue is the one such integer that is not kept as a long
        if (typeof(T) == typeof(ulong) && !IsInt64)
        {
            bool fits = TryGetMagnitude(out UInt128 wide) && !IsNegative && wide <= ulong.MaxValue;
            return Result(fits, (ulong)wide, out value);
        }

        if (!IsInt64)
        {
            value = default;
            return false;
        }

        value = T.CreateTruncating((long)_low);
        return long.CreateTruncating(value) == (long)_low && T.IsNegative(value) == IsNegative;
    }

    private bool TryGetWide<T>(out T value)
        where T : unmanaged
    {
        bool integer = TryGetMagnitude(out UInt128 magnitude);
        if (typeof(T) == typeof(UInt128))
        {
            return Result(integer && !IsNegative, magnitude, out value);
        }

        // 38 digits fit with either sign, 39 with the zeros of a larger exponent may not
        return Result(
            integer && magnitude <= (UInt128)Int128.MaxValue + (IsNegative ? 1u : 0u),
            IsNegative ? (Int128)(UInt128.Zero - magnitude) : (Int128)magnitude,
            out value);
    }

    private bool TryGetMagnitude(out UInt128 magnitude)
    {
        Decompose(out _, out magnitude, out int exponent);
        if (exponent is < 0 or > Limits.NumberDigitsMax || magnitude > UInt128.MaxValue / PowersOfTen.Get(exponent))
        {
            return false;
        }

        magnitude *= PowersOfTen.Get(exponent);
        return true;
    }

    private bool TryGetDecimal(out decimal value)
    {
        value = (long)_low;
        if (IsInt64)
        {
            return true;
        }

        Decompose(out bool negative, out UInt128 coefficient, out int exponent);
        if (exponent > 0)
        {
            if (exponent > 28 || coefficient > DecimalCoefficientMax / PowersOfTen.Get(exponent))
            {
                return false;
            }

            coefficient *= PowersOfTen.Get(exponent);
            exponent = 0;
        }

        if (exponent < -28 || coefficient > DecimalCoefficientMax)
        {
            return false;
        }

        ulong low = (ulong)coefficient;
        value = new decimal((int)low, (int)(low >> 32), (int)(uint)(coefficient >> 64), negative, (byte)-exponent);
        return true;
    }

    private bool TryGetDouble(out double value)
    {
        Decompose(out bool negative, out UInt128 coefficient, out int exponent);

        // 15 digits survive the way to a double and back, and both operands of the one operation below are exact
        if (coefficient < PowersOfTen.Get(15) && exponent is >= -22 and <= 22)
        {
            double magnitude = (ulong)coefficient;
            magnitude = exponent < 0 ? magnitude / ExactPowers[-exponent] : magnitude * ExactPowers[exponent];
            value = negative ? -magnitude : magnitude;
            return true;
        }

        Span<byte> text = stackalloc byte[64];
        return double.TryParse(text[..FormatScientific(text)], NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && TryFrom(value, out Number back) == NumberError.None && Equals(back);
    }

    private bool TryGetSingle(out float value)
    {
        Span<byte> text = stackalloc byte[64];
        return float.TryParse(text[..FormatScientific(text)], NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && TryFrom(value, out Number back) == NumberError.None && Equals(back);
    }

    private bool TryGetHalf(out Half value)
    {
        Span<byte> text = stackalloc byte[64];
        return Half.TryParse(text[..FormatScientific(text)], NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && TryFrom(value, out Number back) == NumberError.None && Equals(back);
    }

    private static ReadOnlySpan<double> ExactPowers =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    private int FormatScientific(Span<byte> text)
    {
        Decompose(out bool negative, out UInt128 coefficient, out int exponent);
        text[0] = (byte)(negative ? '-' : '+');
        coefficient.TryFormat(text[1..], out int digits, provider: CultureInfo.InvariantCulture);
        text[1 + digits] = (byte)'E';
        exponent.TryFormat(text[(2 + digits)..], out int length, provider: CultureInfo.InvariantCulture);
        return 2 + digits + length;
    }
}
