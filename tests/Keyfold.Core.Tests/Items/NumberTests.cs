using System.Text;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

public sealed class NumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("1.50", "1.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1E+3", "1000")]
    [InlineData("1e-3", "0.001")]
    [InlineData("-1.5e2", "-150")]
    [InlineData("123e-2", "1.23")]
    [InlineData("0.10", "0.1")]
    [InlineData("100.000", "100")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("+5", "5")]
    [InlineData("007", "7")]
    [InlineData("-.05", "-0.05")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("-9223372036854775809", "-9223372036854775809")]
    [InlineData("1234567890123456789012345678901234567800000", "1234567890123456789012345678901234567800000")]
    [InlineData("12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    [InlineData("0.12345678901234567890123456789012345678", "0.12345678901234567890123456789012345678")]
    [InlineData("0.0e126", "0")]
    public void Text_becomes_canonical(string text, string canonical)
    {
        Assert.Equal(NumberError.None, Number.TryParse(text, out var number));
        Assert.Equal(canonical, number.ToString());
        Assert.Equal(NumberError.None, Number.TryParse(Encoding.UTF8.GetBytes(text), out var same));
        Assert.Equal(number, same);
    }

    [Fact]
    public void The_largest_and_the_smallest_exponents_print_in_full()
    {
        Assert.Equal("1" + new string('0', 125), Parse("1e125").ToString());
        Assert.Equal("0." + new string('0', 129) + "1", Parse("1e-130").ToString());
        Assert.Equal(new string('9', 38) + new string('0', 88), Parse("9.9999999999999999999999999999999999999E+125").ToString());
        string longest = "-0." + new string('0', 129) + "12345678901234567890123456789012345678";
        Assert.Equal(longest, Parse(longest).ToString());
        Assert.Equal(Number.TextLengthMax, longest.Length);
    }

    [Theory]
    [InlineData("", NumberError.NotANumber)]
    [InlineData("b", NumberError.NotANumber)]
    [InlineData(" 1", NumberError.NotANumber)]
    [InlineData("1 ", NumberError.NotANumber)]
    [InlineData("1_000", NumberError.NotANumber)]
    [InlineData("0x1", NumberError.NotANumber)]
    [InlineData("NaN", NumberError.NotANumber)]
    [InlineData("Infinity", NumberError.NotANumber)]
    [InlineData("1f", NumberError.NotANumber)]
    [InlineData("1d", NumberError.NotANumber)]
    [InlineData("1L", NumberError.NotANumber)]
    [InlineData("-", NumberError.NotANumber)]
    [InlineData(".", NumberError.NotANumber)]
    [InlineData("+-1", NumberError.NotANumber)]
    [InlineData("1.2.3", NumberError.NotANumber)]
    [InlineData("e5", NumberError.NotANumber)]
    [InlineData(".e5", NumberError.NotANumber)]
    [InlineData("1e", NumberError.NotANumber)]
    [InlineData("1e+", NumberError.NotANumber)]
    [InlineData("1e5.", NumberError.NotANumber)]
    [InlineData("٣", NumberError.NotANumber)]
    [InlineData("1e126", NumberError.Overflow)]
    [InlineData("-1e126", NumberError.Overflow)]
    [InlineData("10e125", NumberError.Overflow)]
    [InlineData("1e99999999999999999999", NumberError.Overflow)]
    [InlineData("0e126", NumberError.Overflow)]
    [InlineData("1e-131", NumberError.Underflow)]
    [InlineData("0.1e-130", NumberError.Underflow)]
    [InlineData("1e-99999999999999999999", NumberError.Underflow)]
    [InlineData("0e-131", NumberError.Underflow)]
    [InlineData("123456789012345678901234567890123456789", NumberError.TooManyDigits)]
    [InlineData("1.00000000000000000000000000000000000001", NumberError.TooManyDigits)]
    [InlineData("123456789012345678901234567890123456789e100", NumberError.Overflow)]
    public void Text_that_is_no_number_says_why(string text, NumberError error)
    {
        Assert.Equal(error, Number.TryParse(text, out var number));
        Assert.Equal(default, number);
        Assert.Equal(error, Number.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 2)]
    [InlineData("-1", 3)]
    [InlineData("10", 2)]
    [InlineData("12", 2)]
    [InlineData("100", 2)]
    [InlineData("123", 3)]
    [InlineData("1.5", 3)]
    [InlineData("12.5", 3)]
    [InlineData("12345", 4)]
    [InlineData("0.01", 2)]
    [InlineData("1e125", 2)]
    [InlineData("12345678901234567890123456789012345678", 20)]
    [InlineData("-12345678901234567890123456789012345678", 21)]
    public void Size_is_that_of_DynamoDB(string text, int size) => Assert.Equal(size, Parse(text).SizeInBytes);

    internal static Number Parse(string text)
    {
        Assert.Equal(NumberError.None, Number.TryParse(text, out var number));
        return number;
    }
}
