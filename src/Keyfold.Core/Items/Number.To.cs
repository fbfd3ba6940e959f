using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Keyfold.Items;

public readonly partial struct Number
{
    private static readonly UInt128 DecimalCoefficientMax = (UInt128.One << 96) - 1;

    /// <summary>The powers of ten that a double holds exactly.</summary>
    private static readonly double[] ExactPowers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

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
