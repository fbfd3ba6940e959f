namespace Keyfold.Items;

public readonly partial struct Number
{
    /// <summary>Adds exactly.</summary>
    /// <returns>
    /// <see cref="NumberError.None"/>, or why the sum is not a number: <see cref="NumberError.TooManyDigits"/> (which DynamoDB reports as an overflow),
    /// <see cref="NumberError.Overflow"/> or <see cref="NumberError.Underflow"/>.
    /// </returns>
    public static NumberError TryAdd(in Number left, in Number right, out Number sum)
    {
        if (left.IsInt64 && right.IsInt64)
        {
            long a = (long)left._low;
            long b = (long)right._low;
            long narrow = unchecked(a + b);
            if (((a ^ narrow) & (b ^ narrow)) >= 0)
            {
                sum = new Number(narrow);
                return NumberError.None;
            }
        }

        return AddDecimals(in left, in right, out sum);
    }

    /// <summary>Subtracts exactly.</summary>
    /// <inheritdoc cref="TryAdd" path="/returns"/>
    public static NumberError TrySubtract(in Number left, in Number right, out Number difference) => TryAdd(in left, right.Negate(), out difference);

    /// <summary>The number with the opposite sign.</summary>
    public Number Negate()
    {
        if (IsInt64 && _low != 1UL << 63)
        {
            return new Number(-(long)_low);
        }

        Decompose(out bool negative, out UInt128 coefficient, out int exponent);
        return CreateStripped(!negative, coefficient, PowersOfTen.CountDigits(coefficient), exponent);
    }

    private static NumberError AddDecimals(in Number left, in Number right, out Number sum)
    {
        if (left.IsZero || right.IsZero)
        {
            sum = left.IsZero ? right : left;
            return NumberError.None;
        }

        left.Decompose(out bool leftNegative, out UInt128 leftCoefficient, out int leftExponent);
        right.Decompose(out bool rightNegative, out UInt128 rightCoefficient, out int rightExponent);
        int exponent = Math.Min(leftExponent, rightExponent);
        if (!TryScale(ref leftCoefficient, leftExponent - exponent) || !TryScale(ref rightCoefficient, rightExponent - exponent))
        {
            sum = default;
            return NumberError.TooManyDigits;
        }

        if (leftNegative == rightNegative)
        {
            // at most 2 × 10^38 + 10^38, below 2^128
            return TryCreate(leftNegative, leftCoefficient + rightCoefficient, exponent, out sum);
        }

        return leftCoefficient >= rightCoefficient
            ? TryCreate(leftNegative, leftCoefficient - rightCoefficient, exponent, out sum)
            : TryCreate(rightNegative, rightCoefficient - leftCoefficient, exponent, out sum);
    }

    /// <summary>
    /// Multiplies by a power of ten, unless the product is 2 × 10^38 or more: then no term below 10^38 brings the sum back to 38 digits, and no trailing zero
    /// helps, because the other term ends in a digit other than zero at a lower place.
    /// </summary>
    private static bool TryScale(ref UInt128 coefficient, int exponent)
    {
        if (exponent == 0)
        {
            return true;
        }

        if (exponent > Limits.NumberDigitsMax || coefficient >= 2 * PowersOfTen.Get(Limits.NumberDigitsMax) / PowersOfTen.Get(exponent))
        {
            return false;
        }

        coefficient *= PowersOfTen.Get(exponent);
        return true;
    }
}
