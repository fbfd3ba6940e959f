using System.ComponentModel;
using Keyfold.Codecs;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Templates;

/// <summary>A number in DynamoDB's canonical form, such as <c>-12.5</c>. Its text is not in the order of the numbers.</summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
/// <param name="property">The property's name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NumberPart<T, TCodec>(string property) : KeyPart<T>(property)
    where TCodec : INumberCodec<T>
{
    /// <inheritdoc/>
    public override void Append(ref KeyWriter key, T value)
    {
        Span<byte> text = stackalloc byte[Number.TextLengthMax];
        TCodec.ToNumber(value).TryFormat(text, out int length);
        RefuseSeparator(text[..length]);
        key.Utf8(text[..length]);
    }
}

/// <summary>
/// A number that is not negative, with a fixed number of digits, so that the order of the text is the order of the numbers. One with more digits, before or
/// behind the point, is refused.
/// </summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PaddedNumberPart<T, TCodec> : KeyPart<T>
    where TCodec : INumberCodec<T>
{
    private const int IntegerDigitsMax = 20;

    private readonly int _integerDigits;
    private readonly int _fractionDigits;

    /// <summary>Makes the part.</summary>
    /// <param name="property">The property's name.</param>
    /// <param name="integerDigits">The digits before the point.</param>
    /// <param name="fractionDigits">The digits behind the point; with 0 there is no point.</param>
    public PaddedNumberPart(string property, int integerDigits, int fractionDigits = 0)
        : base(property, new string('0', integerDigits) + (fractionDigits == 0 ? "" : "." + new string('0', fractionDigits)))
    {
        _integerDigits = integerDigits;
        _fractionDigits = fractionDigits;
    }

    /// <inheritdoc/>
    public override void Append(ref KeyWriter key, T value)
    {
        Number number = TCodec.ToNumber(value);
        if (_fractionDigits > 0 || !TryAppendInteger(ref key, in number))
        {
            AppendDecimal(ref key, in number);
        }
    }

    /// <summary>Appends an integer that fits, as most do: its digits go straight to their places.</summary>
    private bool TryAppendInteger(ref KeyWriter key, in Number number)
    {
        Span<byte> text = stackalloc byte[IntegerDigitsMax];
        if (!number.TryGetInt64(out long integer) || integer < 0 || _integerDigits > IntegerDigitsMax)
        {
            return false;
        }

        text.Fill((byte)'0');
        ulong rest = (ulong)integer;
        for (int i = _integerDigits - 1; i >= 0 && rest != 0; i--)
        {
            (rest, ulong digit) = Math.DivRem(rest, 10);
            text[i] += (byte)digit;
        }

        if (rest == 0)
        {
            key.Utf8(text[.._integerDigits]);
        }

        return rest == 0;
    }

    private void AppendDecimal(ref KeyWriter key, in Number number)
    {
        Span<byte> digits = stackalloc byte[Number.TextLengthMax];
        number.TryFormat(digits, out int length);
        digits = digits[..length];
        int point = digits.IndexOf((byte)'.');
        int integerLength = point < 0 ? length : point;
        int fractionLength = point < 0 ? 0 : length - point - 1;
        if (number.IsNegative || integerLength > _integerDigits || fractionLength > _fractionDigits)
        {
            throw Refuse(number.ToString(), Problem(number.IsNegative));
        }

        Span<byte> text = stackalloc byte[Format!.Length];
        text.Fill((byte)'0');
        digits[..integerLength].CopyTo(text[(_integerDigits - integerLength)..]);
        if (_fractionDigits > 0)
        {
            text[_integerDigits] = (byte)'.';
            digits[^fractionLength..].CopyTo(text[(_integerDigits + 1)..]);
        }

        key.Utf8(text);
    }

    private string Problem(bool isNegative) => isNegative
        ? $"is negative, and would be sorted wrongly in the format \"{Format}\"."
        : $"has more digits than its format \"{Format}\". Pad it wider.";
}
