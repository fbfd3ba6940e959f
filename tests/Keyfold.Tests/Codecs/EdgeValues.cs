using System.Collections.Immutable;
using Keyfold.Codecs;
using Keyfold.Items;

namespace Keyfold.Tests.Codecs;

/// <summary>Every codec gives back what it took, at the ends of its range too.</summary>
public sealed class EdgeValues
{
    [Fact]
    public void Texts()
    {
        RoundTrip.Check<string, StringCodec>("", "a", "é", "日本", "\U0001F600", "a\0b", "\"\\\n", "\uFFFF", new string('x', 70_000));
        RoundTrip.Check<char, CharCodec>('a', '\0', 'é', '\uFFFD', '\uFFFF');
        RoundTrip.Check<Uri, UriCodec>(new Uri("https://example.com/a?b=c#d"), new Uri("/relative/path", UriKind.Relative), new Uri("HTTP://EXAMPLE.com/é"));
        RoundTrip.Check<Guid, GuidCodec>(Guid.Empty, Guid.AllBitsSet, new Guid("0102030405060708090a0b0c0d0e0f10"));
        RoundTrip.Check<bool, BooleanCodec>(true, false);
    }

    [Fact]
    public void Integers()
    {
        RoundTrip.Check<sbyte, IntegerCodec<sbyte>>(sbyte.MinValue, -1, 0, sbyte.MaxValue);
        RoundTrip.Check<byte, IntegerCodec<byte>>(0, byte.MaxValue);
        RoundTrip.Check<short, IntegerCodec<short>>(short.MinValue, short.MaxValue);
        RoundTrip.Check<ushort, IntegerCodec<ushort>>(0, ushort.MaxValue);
        RoundTrip.Check<int, IntegerCodec<int>>(int.MinValue, -10, 0, 100, int.MaxValue);
        RoundTrip.Check<uint, IntegerCodec<uint>>(0, uint.MaxValue);
        RoundTrip.Check<long, IntegerCodec<long>>(long.MinValue, -1, 0, 1_000_000_000_000, long.MaxValue);
        RoundTrip.Check<ulong, IntegerCodec<ulong>>(0, long.MaxValue, (ulong)long.MaxValue + 1, ulong.MaxValue);
        RoundTrip.Check<Int128, WideIntegerCodec<Int128>>(
            0, -1, long.MinValue, Int128.Parse("-99999999999999999999999999999999999999", System.Globalization.CultureInfo.InvariantCulture));
        RoundTrip.Check<UInt128, WideIntegerCodec<UInt128>>(
            0, ulong.MaxValue, UInt128.Parse("99999999999999999999999999999999999999", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Decimals_and_floating_point()
    {
        RoundTrip.Check<decimal, DecimalCodec>(0, decimal.MinValue, decimal.MaxValue, 0.0000000000000000000000000001m, -12.5m, 1.10m);
        RoundTrip.Check<double, FloatingPointCodec<double>>(0, -0.0, 0.1, 1d / 3, 9007199254740993, 1e125, -9.999e125, 1e-130, 123456789.123456789);
        RoundTrip.Check<float, FloatingPointCodec<float>>(0, 0.1f, float.MinValue, float.MaxValue, float.Epsilon, 16777217f);
        RoundTrip.Check<Half, FloatingPointCodec<Half>>(Half.Zero, Half.MinValue, Half.MaxValue, Half.Epsilon, (Half)0.1);
    }

    [Fact]
    public void Times()
    {
        RoundTrip.Check<DateTime, DateTimeCodec>(
            new DateTime(0, DateTimeKind.Unspecified), new DateTime(DateTime.MaxValue.Ticks, DateTimeKind.Utc),
            new DateTime(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc));
        RoundTrip.Check<DateOnly, DateOnlyCodec>(DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2012, 2, 29));
        RoundTrip.Check<TimeOnly, TimeOnlyCodec>(TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(8, 26, 0, 7));
        RoundTrip.Check<TimeSpan, TimeSpanCodec>(TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromHours(36));
    }

    [Fact]
    public void A_DateTime_keeps_its_kind_and_a_DateTimeOffset_its_offset()
    {
        DateTime unspecified = RoundTrip.ThroughBinary<DateTime, DateTimeCodec>(new DateTime(2010, 12, 1));
        DateTime utc = RoundTrip.ThroughBinary<DateTime, DateTimeCodec>(new DateTime(2010, 12, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal((DateTimeKind.Unspecified, DateTimeKind.Utc), (unspecified.Kind, utc.Kind));

        foreach (TimeSpan offset in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromMinutes(-150), TimeSpan.FromHours(14), TimeSpan.FromHours(-14)])
        {
            var value = new DateTimeOffset(new DateTime(2010, 12, 1, 8, 26, 0).AddTicks(1), offset);
            Assert.True(value.EqualsExact(RoundTrip.ThroughBinary<DateTimeOffset, DateTimeOffsetCodec>(value)));
            Assert.True(value.EqualsExact(RoundTrip.ThroughJson<DateTimeOffset, DateTimeOffsetCodec>(value)));
        }

        RoundTrip.Check<DateTimeOffset, DateTimeOffsetCodec>(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
    }

    [Fact]
    public void Binary()
    {
        byte[][] arrays = [[], [0], [255, 0, 128]];
        RoundTrip.Check<byte[], BytesCodec>(arrays);
        foreach (byte[] bytes in arrays)
        {
            Assert.Equal(bytes, RoundTrip.ThroughJson<ReadOnlyMemory<byte>, MemoryCodec>(bytes).ToArray());
        }
    }

    [Fact]
    public void Collections()
    {
        RoundTrip.Check<List<int>, ListCodec<List<int>, int, IntegerCodec<int>>>([], [1], [3, 1, 2]);
        RoundTrip.Check<IEnumerable<string?>, ListCodec<IEnumerable<string?>, string?, NullableReferenceCodec<string, StringCodec>>>(
            ["a", null, ""], new Queue<string?>(["q"]));
        RoundTrip.Check<int?[], ArrayCodec<int?, NullableCodec<int, IntegerCodec<int>>>>([], [1, null, 3]);
        RoundTrip.Check<ImmutableArray<int>, ImmutableArrayCodec<int, IntegerCodec<int>>>([], [1, 2]);
        RoundTrip.Check<Dictionary<string, List<bool>>, DictionaryCodec<Dictionary<string, List<bool>>, List<bool>, ListCodec<List<bool>, bool, BooleanCodec>>>(
            [], new() { ["a.b[0]"] = [true], ["é"] = [] });
        RoundTrip.Check<HashSet<string>, SetCodec<HashSet<string>, string, StringCodec, StringSet>>(["b", "a"], [""]);
        RoundTrip.Check<IReadOnlySet<decimal>, SetCodec<IReadOnlySet<decimal>, decimal, DecimalCodec, NumberSet>>(new HashSet<decimal> { 1.5m, -2 });
        Assert.Equal(new byte[] { 1, 2 }, Assert.Single(
            RoundTrip.ThroughJson<ISet<byte[]>, SetCodec<ISet<byte[]>, byte[], BytesCodec, BinarySet>>(new HashSet<byte[]> { new byte[] { 1, 2 } })));
    }

    [Fact]
    public void Enums_and_nullables()
    {
        RoundTrip.Check<DayOfWeek, EnumNameCodec<DayOfWeek, WeekendNames>>(DayOfWeek.Saturday, DayOfWeek.Sunday);
        RoundTrip.Check<DayOfWeek, EnumNumberCodec<DayOfWeek, int>>(DayOfWeek.Saturday, (DayOfWeek)77, (DayOfWeek)(-1));
        RoundTrip.Check<int?, NullableCodec<int, IntegerCodec<int>>>(null, 5);
        RoundTrip.Check<string?, NullableReferenceCodec<string, StringCodec>>(null, "");
        RoundTrip.Check<AttributeValue, AttributeValueCodec>("text", 12, AttributeValue.Null, AttributeValue.List("a", 1), AttributeValue.StringSet("a"));
        RoundTrip.Check<StockCode, ConverterCodec<StockCode, string, StockCodeConverter, StringCodec>>(new StockCode("85123A"));
    }

    [Fact]
    public void A_time_to_live_is_whole_seconds_since_1970()
    {
        var time = new DateTimeOffset(2010, 12, 1, 8, 26, 0, TimeSpan.FromHours(1));
        RoundTrip.Check<DateTimeOffset, UnixTimeCodec<DateTimeOffset, DateTimeOffsetUnixTime>>(
            time, DateTimeOffset.UnixEpoch, new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal(1291188360, RoundTrip.Stored<DateTimeOffset, UnixTimeCodec<DateTimeOffset, DateTimeOffsetUnixTime>>(time));
        Assert.Equal(1291188361, RoundTrip.Stored<DateTime, UnixTimeCodec<DateTime, DateTimeUnixTimeRoundedUp>>(time.UtcDateTime.AddTicks(1)));
    }

    [Fact]
    public void What_is_stored_is_what_other_programs_expect()
    {
        Assert.Equal("2010-12-01T08:26:00.0000000Z", RoundTrip.Stored<DateTime, DateTimeCodec>(new DateTime(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc)));
        Assert.Equal(
            "2010-12-01T06:26:00.0000000Z[+02:00]",
            RoundTrip.Stored<DateTimeOffset, DateTimeOffsetCodec>(new DateTimeOffset(2010, 12, 1, 8, 26, 0, TimeSpan.FromHours(2))));
        Assert.Equal(5400.5m, RoundTrip.Stored<TimeSpan, TimeSpanCodec>(new TimeSpan(0, 1, 30, 0, 500)));
        Assert.Equal(0.1m, RoundTrip.Stored<double, FloatingPointCodec<double>>(0.1));
        Assert.Equal("08:26:00.0000000", RoundTrip.Stored<TimeOnly, TimeOnlyCodec>(new TimeOnly(8, 26)));
    }

    [Fact]
    public void Texts_that_other_programs_wrote_are_read()
    {
        var time = new DateTime(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc);
        foreach (string text in (string[])["2010-12-01T08:26:00Z", "2010-12-01T08:26:00.000Z", "2010-12-01T10:26:00+02:00", "2010-12-01T08:26Z"])
        {
            Assert.Equal(time, RoundTrip.Read<DateTime, DateTimeCodec>(text));
            Assert.Equal(new DateTimeOffset(time), RoundTrip.Read<DateTimeOffset, DateTimeOffsetCodec>(text));
        }

        Assert.Equal(new DateTime(2010, 12, 1), RoundTrip.Read<DateTime, DateTimeCodec>("2010-12-01"));
        Assert.Equal(new TimeOnly(8, 26), RoundTrip.Read<TimeOnly, TimeOnlyCodec>("08:26"));
        Assert.Equal(new Guid("0102030405060708090a0b0c0d0e0f10"), RoundTrip.Read<Guid, GuidCodec>("0102030405060708090A0B0C0D0E0F10"));
        Assert.Equal(12, RoundTrip.Read<int, IntegerCodec<int>>(Number("12.0")));
        Assert.Equal(1e20, RoundTrip.Read<double, FloatingPointCodec<double>>(Number("100000000000000000000")));
    }

    private static Number Number(string text)
    {
        Assert.Equal(NumberError.None, Items.Number.TryParse(text, out Number number));
        return number;
    }

    private readonly struct WeekendNames : IEnumNames<DayOfWeek>
    {
        public static ReadOnlySpan<byte> NameOf(DayOfWeek value) => value switch
        {
            DayOfWeek.Saturday => "Saturday"u8,
            DayOfWeek.Sunday => "Sunday"u8,
            _ => default,
        };

        public static bool TryParse(ReadOnlySpan<byte> utf8Name, out DayOfWeek value)
        {
            value = utf8Name.SequenceEqual("Saturday"u8) ? DayOfWeek.Saturday : DayOfWeek.Sunday;
            return utf8Name.SequenceEqual(NameOf(value));
        }
    }
}

public readonly record struct StockCode(string Text);

public readonly struct StockCodeConverter : IConverter<StockCode, string>
{
    public static string ToStored(StockCode value) => value.Text;

    public static StockCode FromStored(string stored) => new(stored);
}
