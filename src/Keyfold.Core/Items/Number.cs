using System.Runtime.CompilerServices;

namespace Keyfold.Items;

/// <summary>
/// A DynamoDB number: an exact decimal of at most 38 significant digits that is zero or has a magnitude of 1E-130 to 9.99…E+125.
/// The default value is 0. Nothing is ever rounded: an operation either gives the exact result or says why there is none.
/// </summary>
/// <remarks>
/// The value is coefficient × 10^exponent in one of two forms. An integer that fits a <see cref="long"/> is its own coefficient with exponent 0, trailing
/// zeros and all, so that counting and comparing such numbers needs no division. Any other number has a coefficient without trailing zeros. A value thus has
/// one form, and equality compares fields.
/// </remarks>
public readonly partial struct Number : IEquatable<Number>, IComparable<Number>
{
    private readonly ulong _low;
    private readonly ulong _high;
    private readonly short _exponent;

    private Number(long value)
    {
        _low = (ulong)value;
        _high = (ulong)(value >> 63);
        _exponent = 0;
    }

    private Number(Int128 coefficient, int exponent)
    {
        _low = (ulong)coefficient;
        _high = (ulong)(coefficient >> 64);
        _exponent = (short)exponent;
    }

    /// <summary>Whether the number is zero.</summary>
    public bool IsZero => (_low | _high) == 0;

    /// <summary>Whether the number is below zero.</summary>
    public bool IsNegative => (long)_high < 0;

    /// <summary>
    /// What the number adds to the size of an item, in bytes, by DynamoDB's rule: 1 for zero, otherwise 1 and 1 for each pair of significant digits (pairs
    /// are aligned at the decimal point) and 1 for a negative sign.
    /// </summary>
    public int SizeInBytes
    {
        get
        {
            if (IsInt64)
            {
                return SizeOf((long)_low);
            }

            Decompose(out bool negative, out UInt128 coefficient, out int exponent);
            return SizeOf(negative, PowersOfTen.CountDigits(coefficient), exponent);
        }
    }

    /// <summary>Whether the number is an integer that fits a <see cref="long"/>: the form that has a path of its own everywhere.</summary>
    internal bool IsInt64
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _exponent == 0 && _high == (ulong)((long)_low >> 63);
    }

    private Int128 Coefficient => new(_high, _low);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Number left, Number right) => left.Equals(right);

    /// <summary>Whether both are different numbers.</summary>
    public static bool operator !=(Number left, Number right) => !left.Equals(right);

    /// <summary>Numeric order.</summary>
    public static bool operator <(Number left, Number right) => left.CompareTo(right) < 0;

    /// <summary>Numeric order.</summary>
    public static bool operator >(Number left, Number right) => left.CompareTo(right) > 0;

    /// <summary>Numeric order.</summary>
    public static bool operator <=(Number left, Number right) => left.CompareTo(right) <= 0;

    /// <summary>Numeric order.</summary>
    public static bool operator >=(Number left, Number right) => left.CompareTo(right) >= 0;

    /// <summary>Gives the coefficient without trailing zeros and its power of ten; zero is 0 × 10^0.</summary>
    public void Deconstruct(out Int128 coefficient, out int exponent)
    {
        Decompose(out bool negative, out UInt128 magnitude, out exponent);
        coefficient = negative ? -(Int128)magnitude : (Int128)magnitude;
    }

    /// <inheritdoc/>
    public bool Equals(Number other) => _low == other._low && _high == other._high && _exponent == other._exponent;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Number other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        // in halves: a ulong's own hash is the same for n and -n - 1
        HashCode.Combine((uint)_low, (uint)(_low >> 32), (uint)_high, _exponent);

    /// <summary>Compares by value.</summary>
    public int CompareTo(Number other)
    {
        if (IsInt64 && other.IsInt64)
        {
            return ((long)_low).CompareTo((long)other._low);
        }

        int sign = Int128.Sign(Coefficient);
        int otherSign = Int128.Sign(other.Coefficient);
        if (sign != otherSign)
        {
            return sign.CompareTo(otherSign);
        }

        int order = CompareMagnitudes(in this, in other);
        return sign < 0 ? -order : order;
    }

    /// <summary>The size of an integer in bytes; see <see cref="SizeInBytes"/>.</summary>
    internal static int SizeOf(long value)
    {
        if (value == 0)
        {
            return 1;
        }

        bool negative = value < 0;
        ulong magnitude = negative ? 0 - (ulong)value : (ulong)value;
        int exponent = PowersOfTen.StripZeros(ref magnitude);
        return SizeOf(negative, PowersOfTen.CountDigits(magnitude), exponent);
    }

    /// <summary>The size of a number other than zero with a coefficient of so many digits, none of them a trailing zero.</summary>
    internal static int SizeOf(bool negative, int digits, int exponent)
    {
        int leading = exponent + digits - 1;
        int pairs = (digits + (leading & 1 ^ 1) + 1) >> 1;
        return 1 + pairs + (negative ? 1 : 0);
    }

    /// <summary>Makes the number ±coefficient × 10^exponent, if there is one. The coefficient may have trailing zeros.</summary>
    internal static NumberError TryCreate(bool negative, UInt128 coefficient, int exponent, out Number number)
    {
        number = default;
        if (coefficient == UInt128.Zero)
        {
            return NumberError.None;
        }

        exponent += PowersOfTen.StripZeros(ref coefficient);
        int digits = PowersOfTen.CountDigits(coefficient);
        int leading = exponent + digits - 1;
        if (leading > Limits.NumberExponentMax)
        {
            return NumberError.Overflow;
        }

        if (leading < Limits.NumberExponentMin)
        {
            return NumberError.Underflow;
        }

        if (digits > Limits.NumberDigitsMax)
        {
            return NumberError.TooManyDigits;
        }

        number = CreateStripped(negative, coefficient, digits, exponent);
        return NumberError.None;
    }

    /// <summary>Makes the number of a coefficient other than zero, in range and without trailing zeros.</summary>
    internal static Number CreateStripped(bool negative, UInt128 coefficient, int digits, int exponent)
    {
        if (exponent >= 0 && exponent + digits <= 19)
        {
            ulong integer = (ulong)coefficient * PowersOfTen.GetUInt64(exponent);
            if (integer <= long.MaxValue || (negative && integer == 1UL << 63))
            {
                return new Number(negative ? (long)(0 - integer) : (long)integer);
            }
        }

        return new Number(negative ? -(Int128)coefficient : (Int128)coefficient, exponent);
    }

    /// <summary>Gives sign, coefficient without trailing zeros, and exponent; zero is 0 × 10^0.</summary>
    internal void Decompose(out bool negative, out UInt128 coefficient, out int exponent)
    {
        negative = IsNegative;
        coefficient = negative ? (UInt128)(-Coefficient) : (UInt128)Coefficient;
        exponent = _exponent;
        if (IsInt64 && !IsZero)
        {
            ulong narrow = (ulong)coefficient;
            exponent = PowersOfTen.StripZeros(ref narrow);
            coefficient = narrow;
        }
    }

    private static int CompareMagnitudes(in Number left, in Number right)
    {
        left.Decompose(out _, out UInt128 leftCoefficient, out int leftExponent);
        right.Decompose(out _, out UInt128 rightCoefficient, out int rightExponent);
        int leftLeading = leftExponent + PowersOfTen.CountDigits(leftCoefficient);
        int rightLeading = rightExponent + PowersOfTen.CountDigits(rightCoefficient);
        if (leftLeading != rightLeading)
        {
            return leftLeading.CompareTo(rightLeading);
        }

        // the first digits stand at the same place, so that aligning the last ones gives at most 38 digits
        if (leftExponent > rightExponent)
        {
            leftCoefficient *= PowersOfTen.Get(leftExponent - rightExponent);
        }
        else
        {
            rightCoefficient *= PowersOfTen.Get(rightExponent - leftExponent);
        }

        return leftCoefficient.CompareTo(rightCoefficient);
    }
}
