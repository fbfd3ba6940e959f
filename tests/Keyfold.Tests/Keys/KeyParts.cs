using Keyfold.Codecs;
using Keyfold.Templates;

namespace Keyfold.Tests.Keys;

/// <summary>How properties become text in keys, and which values are refused.</summary>
public sealed class KeyParts
{
    private static readonly DateTime Time = new(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc);

    [Fact]
    public void Every_kind_of_part_has_its_text()
    {
        Assert.Equal("17850", KeyText.Of(KeyText.InTemplate(new TextPart("P")), "17850"));
        Assert.Equal("x", KeyText.Of(KeyText.InTemplate(new CharPart("P")), 'x'));
        Assert.Equal("https://a/b", KeyText.Of(KeyText.InTemplate(new UriPart("P")), new Uri("https://a/b")));
        Assert.Equal("-12.5", KeyText.Of(KeyText.InTemplate(new NumberPart<decimal, DecimalCodec>("P")), -12.50m));
        Assert.Equal("0000000042", KeyText.Of(KeyText.InTemplate(new PaddedNumberPart<int, IntegerCodec<int>>("P", 10)), 42));
        Assert.Equal("0042.50", KeyText.Of(KeyText.InTemplate(new PaddedNumberPart<decimal, DecimalCodec>("P", 4, 2)), 42.5m));
        Assert.Equal("0000.00", KeyText.Of(KeyText.InTemplate(new PaddedNumberPart<decimal, DecimalCodec>("P", 4, 2)), 0m));
        Assert.Equal("003", KeyText.Of(KeyText.InTemplate(new PaddedNumberPart<DayOfWeek, EnumNumberCodec<DayOfWeek, int>>("P", 3)), DayOfWeek.Wednesday));
        Assert.Equal("true", KeyText.Of(KeyText.InTemplate(new BooleanPart("P")), true));
        Assert.Equal("01020304-0506-0708-090a-0b0c0d0e0f10", KeyText.Of(KeyText.InTemplate(new GuidPart("P")), new Guid("0102030405060708090a0b0c0d0e0f10")));
        Assert.Equal("0102030405060708090a0b0c0d0e0f10", KeyText.Of(KeyText.InTemplate(new GuidPart("P", "N")), new Guid("0102030405060708090a0b0c0d0e0f10")));
        Assert.Equal("2010-12-01T08:26:00", KeyText.Of(KeyText.InTemplate(new DateTimePart("P", "yyyy-MM-ddTHH:mm:ss")), Time));
        Assert.Equal(
            "2010-12-01T08:26:00.0000000Z", KeyText.Of(KeyText.InTemplate(new DateTimePart("P", "O")), DateTime.SpecifyKind(Time, DateTimeKind.Unspecified)));
        Assert.Equal(
            "2010-12-01",
            KeyText.Of(KeyText.InTemplate(new DateTimeOffsetPart("P", "yyyy-MM-dd")), new DateTimeOffset(2010, 12, 1, 2, 0, 0, TimeSpan.FromHours(2))));
        Assert.Equal("2010-12-01", KeyText.Of(KeyText.InTemplate(new DateOnlyPart("P")), new DateOnly(2010, 12, 1)));
        Assert.Equal("08:26", KeyText.Of(KeyText.InTemplate(new TimeOnlyPart("P", "HH:mm")), new TimeOnly(8, 26)));
        Assert.Equal(
            "85123A",
            KeyText.Of(KeyText.InTemplate(new ConvertedPart<Codecs.StockCode, string, Codecs.StockCodeConverter>("P", new TextPart("P"))), new("85123A")));
    }

    [Fact]
    public void A_separator_is_refused_before_another_part_and_free_at_the_end()
    {
        Assert.Equal("a#b", KeyText.Of(KeyText.InTemplate(new TextPart("P")), "a#b"));
        Refuses(
            "Thing.P cannot be part of the key PK = \"K#{P}#Z\": the value \"a#b\" contains '#', which ends the part, so that two values could have one key. Write {P:escape} in the template to escape it.",
            KeyText.InTemplate(new TextPart("P"), "#Z"),
            "a#b");
        Refuses(
            "Thing.P cannot be part of the key PK = \"K#{P}.Z\": the value \"-12.5\" contains '.', which ends the part, so that two values could have one key. Choose another separator.",
            KeyText.InTemplate(new NumberPart<decimal, DecimalCodec>("P"), ".Z"),
            -12.5m);
    }

    [Fact]
    public void An_escaped_part_keeps_separators_and_percent_signs_apart()
    {
        KeyPart<string> part = KeyText.InTemplate(new TextPart("P", escapes: true), "#Z");
        Assert.Equal("a%23b%2523", KeyText.Of(part, "a#b%23"));
        Assert.Equal("plain", KeyText.Of(part, "plain"));
        Assert.Equal("%C3%A9", KeyText.Of(KeyText.InTemplate(new TextPart("P", escapes: true), "éZ"), "é"));
    }

    [Fact]
    public void Values_that_cannot_be_part_of_a_key()
    {
        Refuses("Thing.P cannot be part of the key PK = \"K#{P}\": the value \"\" is empty. A key part has at least one character.", KeyText.InTemplate(new TextPart("P")), "");
        Refuses(
            "Thing.P cannot be part of the key PK = \"K#{P}\": the value \"\" is null, so that there is no key.", KeyText.InTemplate(new TextPart("P")), null!);
        Refuses(
            "Thing.P cannot be part of the key PK = \"K#{P}\": the value \"a\U0010FFFF\" contains U+10FFFF, which Keyfold keeps for the ends of ranges.",
            KeyText.InTemplate(new TextPart("P")),
            "a\U0010FFFF");
        Refuses(
            "Thing.P cannot be part of the key PK = \"K#{P}\": the value \"a\uD800\" is not valid Unicode: a surrogate has no pair.", KeyText.InTemplate(new TextPart("P")), "a\uD800");
        Refuses(
            "Thing.P cannot be part of the key PK = \"K#{P:000}\": the value \"-1\" is negative, and would be sorted wrongly in the format \"000\".",
            KeyText.InTemplate(new PaddedNumberPart<int, IntegerCodec<int>>("P", 3)),
            -1);
        Refuses(
            "Thing.P cannot be part of the key PK = \"K#{P:000}\": the value \"1000\" has more digits than its format \"000\". Pad it wider.",
            KeyText.InTemplate(new PaddedNumberPart<int, IntegerCodec<int>>("P", 3)),
            1000);
        Refuses(
            "Thing.P cannot be part of the key PK = \"K#{P:000.0}\": the value \"1.25\" has more digits than its format \"000.0\". Pad it wider.",
            KeyText.InTemplate(new PaddedNumberPart<decimal, DecimalCodec>("P", 3, 1)),
            1.25m);
        Refuses(
            "Thing.P cannot be part of the key PK = \"K#{P:yyyy-MM-ddTHH:mm:ss}\": the value \"2010-12-01T08:26:00.5000000Z\" has more to it than its format \"yyyy-MM-ddTHH:mm:ss\" says, and would not come back equal. Use a finer format, or cut the value off.",
            KeyText.InTemplate(new DateTimePart("P", "yyyy-MM-ddTHH:mm:ss")),
            Time.AddMilliseconds(500));
        Refuses(
            "Thing.P cannot be part of the key PK = \"K#{P:yyyy-MM}\": the value \"2010-12-01T08:26:00.0000000Z\" has more to it than its format \"yyyy-MM\" says, and would not come back equal. Use a finer format, or cut the value off.",
            KeyText.InTemplate(new DateTimePart("P", "yyyy-MM")),
            Time);
        Assert.StartsWith(
            "Thing.P cannot be part of the key PK = \"K#{P:O}\": the value \"2010-12-01T08:26:00.0000000",
            Assert.Throws<KeyException>(() => KeyText.Of(KeyText.InTemplate(new DateTimePart("P", "O")), DateTime.SpecifyKind(Time, DateTimeKind.Local))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_neither_empty_nor_too_long()
    {
        var template = new KeyTemplate("Thing", "PK", KeyRole.Partition, "K#", new TextPart("P"));
        var sort = new KeyTemplate("Thing", "SK", KeyRole.Sort, new TextPart("P"));

        template.CheckLength(2048);
        sort.CheckLength(1024);
        Assert.Equal("The key PK = \"K#{P}\" of Thing has 2049 bytes, and may have at most 2048.", Assert.Throws<KeyException>(() => template.CheckLength(2049)).Message);
        Assert.Equal(
            "The key SK = \"{P}\" of Thing has 1025 bytes, and may have at most 1024.", Assert.Throws<KeyException>(() => sort.CheckLength(1025)).Message);
        Assert.Equal("The key PK = \"K#{P}\" of Thing is empty, which no key may be.", Assert.Throws<KeyException>(() => template.CheckLength(0)).Message);
    }

    [Fact]
    public void A_time_comes_back_from_every_format_that_takes_it()
    {
        Takes("yyyy-MM-dd", new DateTime(2010, 12, 1));
        Takes("yyyy-MM", new DateTime(2010, 12, 1));
        Takes("yyyy", new DateTime(2010, 1, 1));
        Takes("yyyy-MM-ddTHH", new DateTime(2010, 12, 1, 8, 0, 0));
        Takes("yyyy-MM-ddTHH:mm", new DateTime(2010, 12, 1, 8, 26, 0));
        Takes("yyyy-MM-dd'T'HH:mm:ss.fff", new DateTime(2010, 12, 1, 8, 26, 0, 123));
        Takes("dd.MM.yyyy", new DateTime(2010, 12, 1));
        Takes("s", new DateTime(2010, 12, 1, 8, 26, 0));
        Takes("u", new DateTime(2010, 12, 1, 8, 26, 0));
    }

    private static void Takes(string format, DateTime value)
    {
        KeyPart<DateTime> part = KeyText.InTemplate(new DateTimePart("P", format));
        Assert.Equal(value.ToString(format, System.Globalization.CultureInfo.InvariantCulture), KeyText.Of(part, value));
        Assert.Throws<KeyException>(() => KeyText.Of(part, value.AddTicks(1)));
    }

    private static void Refuses<T>(string message, KeyPart<T> part, T value)
    {
        var error = Assert.Throws<KeyException>(() => KeyText.Of(part, value));
        Assert.Equal(message, error.Message);
        Assert.Equal(("Thing", "P"), (error.EntityName, error.PropertyName));
    }
}
