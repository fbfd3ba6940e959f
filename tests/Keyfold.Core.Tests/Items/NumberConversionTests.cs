using System.Globalization;
using System.Numerics;
using FsCheck.Fluent;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

public sealed class NumberConversionTests
{
    [Fact]
    public void Integers_come_back_exactly_where_they_fit()
    {
        AssertBounds<sbyte>();
        AssertBounds<byte>();
        AssertBounds<short>();
        AssertBounds<ushort>();
        AssertBounds<int>();
        AssertBounds<uint>();
        AssertBounds<long>();
        AssertBounds<ulong>();
        AssertBounds<char>();
    }

    [Fact]
    public void Wide_integers_come_back_up_to_38_digits()
    {
        Int128 largest = Int128.Parse(new string('9', 38), CultureInfo.InvariantCulture);
        foreach (var value in new[] { largest, -largest, (Int128)ulong.MaxValue + 1, Int128.Zero, long.MinValue })
        {
            Assert.Equal(NumberError.None, Number.TryFrom(value, out var number));
            Assert.True(number.TryGet(out Int128 back));
            Assert.Equal(value, back);
            Assert.Equal(value >= 0, number.TryGet(out UInt128 unsigned));
            Assert.Equal(value >= 0 ? (UInt128)value : 0, unsigned);
        }

        Assert.Equal(NumberError.TooManyDigits, Number.TryFrom(Int128.MaxValue, out _));
        Assert.Equal(NumberError.TooManyDigits, Number.TryFrom(Int128.MinValue, out _));
        Assert.False(NumberTests.Parse("1e39").TryGet(out Int128 _));
        Assert.True(NumberTests.Parse("1e38").TryGet(out Int128 _));
        Assert.False(NumberTests.Parse("2e38").TryGet(out Int128 _));
        Assert.True(NumberTests.Parse("3e38").TryGet(out UInt128 _));
        Assert.False(NumberTests.Parse("4e38").TryGet(out UInt128 _));
        Assert.False(NumberTests.Parse("1.5").TryGet(out Int128 _));
    }

    [Fact]
    public void Decimals_come_back_without_their_trailing_zeros() => Property.Holds(AnyDecimal, value =>
    {
        Number number = value;
        Assert.True(number.TryGet(out decimal back));
        Assert.Equal(value, back);
        Assert.Equal(number, NumberTests.Parse(value.ToString(CultureInfo.InvariantCulture)));
    });

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1e29")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    public void What_a_decimal_cannot_hold_is_refused(string text) => Assert.False(NumberTests.Parse(text).TryGet(out decimal _));

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("70000000000000000000000000000")]
    [InlineData("0.0000000000000000000000000001")]
    public void What_a_decimal_can_just_hold_is_taken(string text)
    {
        Assert.True(NumberTests.Parse(text).TryGet(out decimal value));
        Assert.Equal(text, value.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Doubles_come_back_exactly() => Property.Holds(
        AnyDouble,
        value =>
        {
            var expected = NumberTests.Parse(value.ToString("R", CultureInfo.InvariantCulture));
            Assert.Equal(NumberError.None, Number.TryFrom(value, out var number));
            Assert.Equal(expected, number);
            Assert.True(number.TryGet(out double back));
            Assert.Equal(value, back);
        },
        count: 2000);

    [Fact]
    public void A_number_is_a_double_only_if_the_double_prints_as_the_number() => Property.Holds(
        Generate.AnyNumber,
        number =>
        {
            double nearest = double.Parse(number.ToString(), CultureInfo.InvariantCulture);
            bool same = NumberTests.Parse(nearest.ToString("R", CultureInfo.InvariantCulture)) == number;
            Assert.Equal(same, number.TryGet(out double value));
            Assert.True(!same || value == nearest);
        },
        count: 2000);

    [Fact]
    public void Floats_and_halves_come_back_exactly()
    {
        foreach (float value in new[] { 0f, -0f, 0.1f, 1f / 3, 16777216f, 16777217f, 1e10f, float.MaxValue, float.MinValue, float.Epsilon, 12.95f })
        {
            Assert.Equal(NumberError.None, Number.TryFrom(value, out var number));
            Assert.Equal(NumberTests.Parse(value.ToString("R", CultureInfo.InvariantCulture)), number);
            Assert.True(number.TryGet(out float back));
            Assert.Equal(value, back);
        }

        foreach (var value in new[] { (Half)0, (Half)0.1, Half.MaxValue, Half.MinValue, Half.Epsilon })
        {
            Assert.Equal(NumberError.None, Number.TryFrom(value, out var number));
            Assert.True(number.TryGet(out Half back));
            Assert.Equal(value, back);
        }

        Assert.False(NumberTests.Parse("0.1234567890").TryGet(out float _));
        Assert.False(NumberTests.Parse("65505").TryGet(out Half _));
        Assert.False(NumberTests.Parse("1e39").TryGet(out float _));
    }

    [Fact]
    public void What_DynamoDB_cannot_hold_is_refused()
    {
        Assert.Equal(NumberError.NotANumber, Number.TryFrom(double.NaN, out _));
        Assert.Equal(NumberError.NotANumber, Number.TryFrom(double.PositiveInfinity, out _));
        Assert.Equal(NumberError.NotANumber, Number.TryFrom(float.NegativeInfinity, out _));
        Assert.Equal(NumberError.Overflow, Number.TryFrom(1e126, out _));
        Assert.Equal(NumberError.Overflow, Number.TryFrom(double.MinValue, out _));
        Assert.Equal(NumberError.Underflow, Number.TryFrom(double.Epsilon, out _));
    }

    private static FsCheck.Gen<decimal> AnyDecimal { get; } =
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Elements(0, 1, -1, int.MaxValue, 1234567)
        from high in Gen.Elements(0, 0, 1, -1, 12345)
        from negative in Gen.Elements(false, true)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, middle, high, negative, (byte)scale);

    private static FsCheck.Gen<double> AnyDouble { get; } = Gen.OneOf(
        Gen.Elements(0, -0.0, 0.1, 1.0 / 3, 1e15, 1e16, 123456789012345680, 9007199254740991, 9007199254740992, 9007199254740993, 1e22, 1e23, 1e125, 9.9e125, 1e-130, 5e-100),
        Gen.Choose(int.MinValue, int.MaxValue).Select(value => value / 1000.0),
        from high in Gen.Choose(0, 0x7FE)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        let value = BitConverter.Int64BitsToDouble(((long)high << 52) | (uint)low)
        where Math.Abs(value) is >= 1e-130 and < 9.99e125
        select value);

    private static void AssertBounds<T>()
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var low = NumberTests.Parse(BigInteger.CreateChecked(T.MinValue).ToString(CultureInfo.InvariantCulture));
        var high = NumberTests.Parse(BigInteger.CreateChecked(T.MaxValue).ToString(CultureInfo.InvariantCulture));
        Assert.True(low.TryGet(out T smallest));
        Assert.Equal(T.MinValue, smallest);
        Assert.True(high.TryGet(out T largest));
        Assert.Equal(T.MaxValue, largest);
        Assert.Equal(NumberError.None, Number.TryAdd(high, 1, out var above));
        Assert.False(above.TryGet(out T _));
        Assert.Equal(NumberError.None, Number.TrySubtract(low, 1, out var below));
        Assert.False(below.TryGet(out T _));
        Assert.False(NumberTests.Parse("0.5").TryGet(out T _));
    }
}
