using Keyfold.Codecs;
using Keyfold.Items;

namespace Keyfold.Tests.Codecs;

/// <summary>What cannot be stored or read exactly is refused with its reason, never changed.</summary>
public sealed class Refusals
{
    [Fact]
    public void Values_that_cannot_be_stored()
    {
        Refuses("is null, which its type does not allow. Set it, or make its type nullable.", () => RoundTrip.Stored<string, StringCodec>(null!));
        Refuses("is U+D83D, half of a surrogate pair. Use a string.", () => RoundTrip.Stored<char, CharCodec>('\uD83D'));
        Refuses("is NaN, which is no number of DynamoDB's: it is not finite.", () => RoundTrip.Stored<double, FloatingPointCodec<double>>(double.NaN));
        Refuses(
            "is 1E+126, which is no number of DynamoDB's: its magnitude is 1E+126 or more.", () => RoundTrip.Stored<double, FloatingPointCodec<double>>(1e126));
        Refuses("is 5E-324, which is no number of DynamoDB's: its magnitude is below 1E-130.", () => RoundTrip.Stored<double, FloatingPointCodec<double>>(double.Epsilon));
        Refuses(
            "is 170141183460469231731687303715884105727, which is no number of DynamoDB's: it has more than 38 digits.",
            () => RoundTrip.Stored<Int128, WideIntegerCodec<Int128>>(Int128.MaxValue));
        Refuses(
            "is a local time, which another machine would read as another time. Use ToUniversalTime() or a DateTimeOffset.",
            () => RoundTrip.Stored<DateTime, DateTimeCodec>(new DateTime(2010, 12, 1, 0, 0, 0, DateTimeKind.Local)));
        Refuses(
            "is 2010-12-01T00:00:00.5000000Z, but a time to live has whole seconds. Cut the fraction off, or set RoundUp = true on [TimeToLive].",
            () => RoundTrip.Stored<DateTime, UnixTimeCodec<DateTime, DateTimeUnixTime>>(new DateTime(2010, 12, 1).AddMilliseconds(500)));
    }

    [Fact]
    public void Stored_values_that_do_not_fit()
    {
        Refuses("is 300 in the item, which Byte cannot hold exactly. Use a wider type.", () => RoundTrip.Read<byte, IntegerCodec<byte>>(300));
        Refuses("is -1 in the item, which UInt64 cannot hold exactly. Use a wider type.", () => RoundTrip.Read<ulong, IntegerCodec<ulong>>(-1));
        Refuses("is 1.5 in the item, which Int32 cannot hold exactly. Use a wider type.", () => RoundTrip.Read<int, IntegerCodec<int>>(1.5m));
        Refuses(
            "is 12345678901234567890123456789012345678 in the item, which Decimal cannot hold exactly. Use a wider type.",
            () => RoundTrip.Read<decimal, DecimalCodec>(Parse("12345678901234567890123456789012345678")));
        Refuses(
            "is 0.1000000000000000055511151231257827 in the item, which Double cannot hold exactly. Use a wider type.",
            () => RoundTrip.Read<double, FloatingPointCodec<double>>(Parse("0.1000000000000000055511151231257827")));
        Refuses("is 0.00000001 in the item, which TimeSpan cannot hold exactly. Use a wider type.", () => RoundTrip.Read<TimeSpan, TimeSpanCodec>(0.00000001m));
        Refuses("is \"ab\" in the item, which is no Char. Expected: one character.", () => RoundTrip.Read<char, CharCodec>("ab"));
        Refuses("is \"\" in the item, which is no Char. Expected: one character.", () => RoundTrip.Read<char, CharCodec>(""));
        Refuses(
            "is \"yesterday\" in the item, which is no DateTime. Expected: 2010-12-01T08:26:00Z.", () => RoundTrip.Read<DateTime, DateTimeCodec>("yesterday"));
        Refuses(
            "is \"2010-12-01T08:26:00.123456789Z\" in the item, which is no DateTime. Expected: 2010-12-01T08:26:00Z.",
            () => RoundTrip.Read<DateTime, DateTimeCodec>("2010-12-01T08:26:00.123456789Z"));
        Refuses(
            "is \"2010-12-01T08:26:00Z[+15:00]\" in the item, which is no DateTimeOffset. Expected: 2010-12-01T08:26:00Z.",
            () => RoundTrip.Read<DateTimeOffset, DateTimeOffsetCodec>("2010-12-01T08:26:00Z[+15:00]"));
        Refuses("is \"2010-02-30\" in the item, which is no DateOnly. Expected: 2010-12-01.", () => RoundTrip.Read<DateOnly, DateOnlyCodec>("2010-02-30"));
        Refuses("is \"25:00\" in the item, which is no TimeOnly. Expected: 08:26:00.", () => RoundTrip.Read<TimeOnly, TimeOnlyCodec>("25:00"));
        Refuses(
            "is \"x\" in the item, which is no Guid. Expected: 00000000-0000-0000-0000-000000000000.", () => RoundTrip.Read<Guid, GuidCodec>("x"));
    }

    [Fact]
    public void A_value_of_another_type_is_no_value_of_this_one()
    {
        var error = Assert.Throws<ItemFormatException>(() => RoundTrip.Read<int, IntegerCodec<int>>("12"));
        Assert.Equal(ItemFormatError.WrongType, error.Error);
        Assert.Equal(ItemFormatError.WrongType, Assert.Throws<ItemFormatException>(() => RoundTrip.Read<Guid, GuidCodec>(12)).Error);
        Assert.Equal(ItemFormatError.WrongType, Assert.Throws<ItemFormatException>(() => RoundTrip.Read<string, StringCodec>(AttributeValue.Null)).Error);
    }

    private static Number Parse(string text)
    {
        Assert.Equal(NumberError.None, Number.TryParse(text, out Number number));
        return number;
    }

    private static void Refuses(string message, Func<object> code) =>
        Assert.Equal(message, Assert.ThrowsAny<Exception>(code).Message);
}
