using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck.Fluent;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

/// <summary>Numbers against a model: an integer scaled by 10^-200, so that every number is an integer there.</summary>
public sealed class NumberPropertyTests
{
    private const int Scale = 200;

    [Fact]
    public void Parsing_the_text_gives_the_number_back() => Property.Holds(Generate.AnyNumber, number =>
    {
        Assert.Equal(number, NumberTests.Parse(number.ToString()));
        Span<byte> utf8 = stackalloc byte[Number.TextLengthMax];
        Assert.True(number.TryFormat(utf8, out int length));
        Assert.Equal(number.ToString(), Encoding.ASCII.GetString(utf8[..length]));
        Assert.False(number.TryFormat(utf8[..(length - 1)], out int none));
        Assert.Equal(0, none);
    });

    [Fact]
    public void The_text_is_that_of_the_model() =>
        Property.Holds(Generate.AnyNumber, number => Assert.Equal(TextOf(Model(number)), number.ToString()));

    [Fact]
    public void Order_and_equality_are_those_of_the_model() => Property.Holds(Pairs, pair =>
    {
        int expected = Model(pair.Left).CompareTo(Model(pair.Right));
        Assert.Equal(expected, Math.Sign(pair.Left.CompareTo(pair.Right)));
        Assert.Equal(expected == 0, pair.Left == pair.Right);
        Assert.Equal(expected < 0, pair.Left < pair.Right);
        Assert.True(expected != 0 || pair.Left.GetHashCode() == pair.Right.GetHashCode());
    });

    [Fact]
    public void Sums_and_differences_are_those_of_the_model() => Property.Holds(
        Pairs,
        pair =>
        {
            AssertResult(Model(pair.Left) + Model(pair.Right), Number.TryAdd(pair.Left, pair.Right, out var sum), sum);
            AssertResult(Model(pair.Left) - Model(pair.Right), Number.TrySubtract(pair.Left, pair.Right, out var difference), difference);
        },
        count: 3000);

    [Fact]
    public void Size_follows_the_digits_of_the_text() => Property.Holds(Generate.AnyNumber, number =>
    {
        string digits = TextOf(BigInteger.Abs(Model(number))).Replace(".", "", StringComparison.Ordinal).Trim('0');
        int leading = BigInteger.Abs(Model(number)).ToString(CultureInfo.InvariantCulture).Length - 1 - Scale;
        int aligned = digits.Length + (leading % 2 == 0 ? 1 : 0);
        int expected = number.IsZero ? 1 : 1 + ((aligned + 1) / 2) + (number.IsNegative ? 1 : 0);
        Assert.Equal(expected, number.SizeInBytes);
    });

    /// <summary>Pairs that often share their digits or differ in the last one.</summary>
    private static FsCheck.Gen<(Number Left, Number Right)> Pairs { get; } =
        from left in Generate.AnyNumber
        from other in Generate.AnyNumber
        from kind in Gen.Choose(0, 5)
        select (left, kind switch { 0 => left, 1 => left.Negate(), 2 => NextTo(left), _ => other });

    private static Number NextTo(Number number)
    {
        var (coefficient, exponent) = number;
        string text = $"{coefficient + 1}e{exponent}";
        return Number.TryParse(text, out var next) == NumberError.None ? next : number;
    }

    private static void AssertResult(BigInteger expected, NumberError error, Number result)
    {
        BigInteger magnitude = BigInteger.Abs(expected);
        int digits = magnitude.ToString(CultureInfo.InvariantCulture).TrimEnd('0').Length;
        if (magnitude >= BigInteger.Pow(10, Scale + 126))
        {
            Assert.True(error is NumberError.Overflow or NumberError.TooManyDigits);
        }
        else if (!magnitude.IsZero && magnitude < BigInteger.Pow(10, Scale - 130))
        {
            Assert.Equal(NumberError.Underflow, error);
        }
        else if (digits > 38)
        {
            Assert.Equal(NumberError.TooManyDigits, error);
        }
        else
        {
            Assert.Equal(NumberError.None, error);
            Assert.Equal(TextOf(expected), result.ToString());
        }
    }

    private static BigInteger Model(Number number)
    {
        var (coefficient, exponent) = number;
        return (BigInteger)coefficient * BigInteger.Pow(10, Scale + exponent);
    }

    private static string TextOf(BigInteger scaled)
    {
        string digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        string fraction = digits[^Scale..].TrimEnd('0');
        string sign = scaled.Sign < 0 ? "-" : "";
        return fraction.Length == 0 ? $"{sign}{digits[..^Scale]}" : $"{sign}{digits[..^Scale]}.{fraction}";
    }
}
