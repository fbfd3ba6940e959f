using System.Numerics;

namespace Keyfold.Items;

public readonly partial struct Number
{
    // far beyond any exponent that a digit string in memory could bring back into range
    private const int ExponentBound = 1_000_000_000;

    /// <summary>
    /// Reads a decimal literal: an optional sign, digits with an optional point (<c>.5</c> and <c>5.</c> are fine), an optional exponent. Blanks, group
    /// separators, suffixes, <c>NaN</c> and the like are refused.
    /// </summary>
    /// <param name="utf8">The whole literal.</param>
    /// <param name="number">The number, or 0 if there is an error.</param>
    public static NumberError TryParse(ReadOnlySpan<byte> utf8, out Number number) => Parse(utf8, out number);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out Number)"/>
    public static NumberError TryParse(ReadOnlySpan<char> text, out Number number) => Parse(text, out number);

    private static NumberError Parse<TCharacter>(ReadOnlySpan<TCharacter> text, out Number number)
        where TCharacter : unmanaged, IBinaryInteger<TCharacter>
    {
        bool negative = false;
        int start = 0;
        if (text.Length > 0 && At(text, 0) is '-' or '+')
        {
            negative = At(text, 0) == '-';
            start = 1;
        }

        // 18 digits always fit a long, and most numbers are such integers or prices
        int digits = text.Length - start;
        if (digits is > 0 and <= 18)
        {
            long value = 0;
            int index = start;
            while (index < text.Length && At(text, index) - '0' is <= 9 and uint digit)
            {
                value = (value * 10) + digit;
                index++;
            }

            if (index == text.Length)
            {
                number = new Number(negative ? -value : value);
                return NumberError.None;
            }

            if (digits > 1 && At(text, index) == '.' && TryParseFraction(text[(index + 1)..], ref value))
            {
                number = CreateSmall(negative, (ulong)value, index + 1 - text.Length);
                return NumberError.None;
            }
        }

        return ParseLong(text[start..], negative, out number);
    }

    /// <summary>Appends the digits behind a point to those before it; false if there is anything else.</summary>
    private static bool TryParseFraction<TCharacter>(ReadOnlySpan<TCharacter> text, ref long value)
        where TCharacter : unmanaged, IBinaryInteger<TCharacter>
    {
        for (int index = 0; index < text.Length; index++)
        {
            uint digit = At(text, index) - '0';
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }

    private static NumberError ParseLong<TCharacter>(ReadOnlySpan<TCharacter> text, bool negative, out Number number)
        where TCharacter : unmanaged, IBinaryInteger<TCharacter>
    {
        number = default;
        var digits = default(DigitReader);
        int index = 0;
        for (; index < text.Length; index++)
        {
            uint character = At(text, index);
            if (character - '0' <= 9)
            {
                digits.Add(character - '0');
            }
            else if (character != '.' || !digits.TryPoint())
            {
                break;
            }
        }

        int exponent = 0;
        if (digits.Count == 0 || (index < text.Length && !TryParseExponent(text[index..], out exponent)))
        {
            return NumberError.NotANumber;
        }

        return digits.Finish(negative, exponent, out number);
    }

    private static bool TryParseExponent<TCharacter>(ReadOnlySpan<TCharacter> text, out int exponent)
        where TCharacter : unmanaged, IBinaryInteger<TCharacter>
    {
        exponent = 0;
        if (At(text, 0) is not ('e' or 'E'))
        {
            return false;
        }

        int index = 1;
        bool negative = false;
        if (text.Length > 1 && At(text, 1) is '-' or '+')
        {
            negative = At(text, 1) == '-';
            index = 2;
        }

        if (index == text.Length)
        {
            return false;
        }

        for (; index < text.Length; index++)
        {
            uint digit = At(text, index) - '0';
            if (digit > 9)
            {
                return false;
            }

            exponent = exponent < ExponentBound / 10 ? (exponent * 10) + (int)digit : ExponentBound;
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }

    private static uint At<TCharacter>(ReadOnlySpan<TCharacter> text, int index)
        where TCharacter : unmanaged, IBinaryInteger<TCharacter> => uint.CreateTruncating(text[index]);

    /// <summary>Collects the digits before and after the point, holding zeros back until a digit follows that makes them significant.</summary>
    private struct DigitReader
    {
        private UInt128 _coefficient;
        private int _significant;
        private int _firstSignificant;
        private int _lastSignificant;
        private int _point;
        private bool _hasPoint;

        /// <summary>Digits seen, leading zeros included.</summary>
        public int Count { get; private set; }

        public bool TryPoint()
        {
            bool first = !_hasPoint;
            _hasPoint = true;
            _point = Count;
            return first;
        }

        public void Add(uint digit)
        {
            int index = Count++;
            if (digit == 0)
            {
                return;
            }

            int gap = 1;
            if (_significant == 0)
            {
                _firstSignificant = index;
            }
            else
            {
                gap = index - _lastSignificant;
            }

            _significant += gap;
            _lastSignificant = index;
            if (_significant <= Limits.NumberDigitsMax)
            {
                _coefficient = (_coefficient * PowersOfTen.Get(gap)) + digit;
            }
        }

        public readonly NumberError Finish(bool negative, int exponent, out Number number)
        {
            number = default;
            int integerDigits = _hasPoint ? _point : Count;
            if (_significant == 0)
            {
                // AWS judges a zero by the place of its last digit: 0e126 overflows, 0.0e126 does not
                return (exponent - (Count - integerDigits)) switch
                {
                    > Limits.NumberExponentMax => NumberError.Overflow,
                    < Limits.NumberExponentMin => NumberError.Underflow,
                    _ => NumberError.None,
                };
            }

            int units = integerDigits - 1 + exponent;
            return _significant <= Limits.NumberDigitsMax
                ? TryCreate(negative, _coefficient, units - _lastSignificant, out number)
                : (units - _firstSignificant) switch
                {
                    > Limits.NumberExponentMax => NumberError.Overflow,
                    < Limits.NumberExponentMin => NumberError.Underflow,
                    _ => NumberError.TooManyDigits,
                };
        }
    }
}
