using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Keyfold.Codecs;

namespace Keyfold.Tests.Codecs;

/// <summary>Every codec gives back what it took, for values nobody thought of.</summary>
public sealed class RandomValues
{
    private static readonly Config Config = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void Numbers()
    {
        Holds<int, IntegerCodec<int>>();
        Holds<long, IntegerCodec<long>>();
        Holds<ulong, IntegerCodec<ulong>>();
        Holds<decimal, DecimalCodec>();
        Holds<float, FloatingPointCodec<float>>(float.IsFinite);
        Holds<double, FloatingPointCodec<double>>(value => double.IsFinite(value) && (value == 0 || Math.Abs(value) is >= 1e-130 and < 1e126));
        Holds<TimeSpan, TimeSpanCodec>();
    }

    [Fact]
    public void Texts()
    {
        Holds<string, StringCodec>(text => text is not null && IsUnicode(text));
        Holds<char, CharCodec>(character => !char.IsSurrogate(character));
        Holds<Guid, GuidCodec>();
    }

    [Fact]
    public void Times()
    {
        Prop.ForAll<DateTime>(value => Same<DateTime, DateTimeCodec>(DateTime.SpecifyKind(value, DateTimeKind.Utc))).Check(Config);
        Prop.ForAll<DateTime, sbyte>((value, quarters) =>
        {
            var offset = TimeSpan.FromMinutes(15 * Math.Clamp((int)quarters, -56, 56));
            return value.Year is < 2 or > 9998
                || new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Unspecified), offset) is var time
                    && time.EqualsExact(RoundTrip.ThroughBinary<DateTimeOffset, DateTimeOffsetCodec>(time));
        }).Check(Config);
    }

    [Fact]
    public void Collections()
    {
        Holds<List<int>, ListCodec<List<int>, int, IntegerCodec<int>>>(list => list is not null);
        Prop.ForAll<int[]>(members => members is not { Length: > 0 } || Same<HashSet<int>, SetCodec<HashSet<int>, int, IntegerCodec<int>, NumberSet>>([.. members])).Check(Config);
        Holds<byte[], BytesCodec>(bytes => bytes is not null);
    }

    private static void Holds<T, TCodec>(Func<T, bool>? canBeStored = null)
        where TCodec : ICodec<T> =>
        Prop.ForAll<T>(value => canBeStored?.Invoke(value) == false || Same<T, TCodec>(value)).Check(Config);

    private static bool Same<T, TCodec>(T value)
        where TCodec : ICodec<T>
    {
        RoundTrip.Check<T, TCodec>(value);
        return true;
    }

    private static bool IsUnicode(string text) => string.Equals(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
}
