using System.ComponentModel;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>How a time to live of a type becomes seconds since 1970-01-01 UTC, and what to do with a fraction.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUnixTime<T>
{
    /// <summary>Whether a fraction of a second is rounded up; otherwise it is refused.</summary>
    static abstract bool RoundsUp { get; }

    /// <summary>The point in time of a value.</summary>
    static abstract DateTimeOffset ToTime(T value);

    /// <summary>The value of a point in time.</summary>
    static abstract T FromTime(DateTimeOffset time);
}

/// <summary>A time to live as a number of whole seconds since 1970-01-01 UTC.</summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <typeparam name="TTime">How it becomes seconds.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnixTimeCodec<T, TTime> : INumberCodec<T>
    where TTime : IUnixTime<T>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, T value)
        where TWriter : struct, IItemWriter, allows ref struct => writer.Number(ToSeconds(value));

    /// <inheritdoc/>
    public static T Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        Number number = reader.GetNumber();
        if (!number.TryGetInt64(out long seconds)
            || seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds()
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            MappingFault.DoesNotFit<T>(in number);
        }

        return TTime.FromTime(DateTimeOffset.FromUnixTimeSeconds(seconds));
    }

    /// <inheritdoc/>
    public static Number ToNumber(T value) => ToSeconds(value);

    private static long ToSeconds(T value)
    {
        DateTimeOffset time = TTime.ToTime(value);
        long seconds = time.ToUnixTimeSeconds();
        if (time.UtcTicks % TimeSpan.TicksPerSecond == 0)
        {
            return seconds;
        }

        if (!TTime.RoundsUp)
        {
            throw new MappingFault(
                $"is {time.UtcDateTime:O}, but a time to live has whole seconds. Cut the fraction off, or set RoundUp = true on [TimeToLive].");
        }

        return seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? seconds + 1
            : throw new MappingFault($"is {time.UtcDateTime:O}, after which there is no whole second to round up to. Use an earlier time, or null for never.");
    }
}

/// <summary>A <see cref="DateTimeOffset"/> with whole seconds; it comes back in UTC.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetUnixTime : IUnixTime<DateTimeOffset>
{
    /// <inheritdoc/>
    public static bool RoundsUp => false;

    /// <inheritdoc/>
    public static DateTimeOffset ToTime(DateTimeOffset value) => value;

    /// <inheritdoc/>
    public static DateTimeOffset FromTime(DateTimeOffset time) => time;
}

/// <summary>A <see cref="DateTimeOffset"/> rounded up to whole seconds; it comes back in UTC.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetUnixTimeRoundedUp : IUnixTime<DateTimeOffset>
{
    /// <inheritdoc/>
    public static bool RoundsUp => true;

    /// <inheritdoc/>
    public static DateTimeOffset ToTime(DateTimeOffset value) => value;

    /// <inheritdoc/>
    public static DateTimeOffset FromTime(DateTimeOffset time) => time;
}

/// <summary>A <see cref="DateTime"/> with whole seconds, not local; it comes back in UTC.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeUnixTime : IUnixTime<DateTime>
{
    /// <inheritdoc/>
    public static bool RoundsUp => false;

    /// <inheritdoc/>
    public static DateTimeOffset ToTime(DateTime value)
    {
        DateTimeCodec.RefuseLocal(value);
        return new DateTimeOffset(value, TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public static DateTime FromTime(DateTimeOffset time) => time.UtcDateTime;
}

/// <summary>A <see cref="DateTime"/> rounded up to whole seconds, not local; it comes back in UTC.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeUnixTimeRoundedUp : IUnixTime<DateTime>
{
    /// <inheritdoc/>
    public static bool RoundsUp => true;

    /// <inheritdoc/>
    public static DateTimeOffset ToTime(DateTime value) => DateTimeUnixTime.ToTime(value);

    /// <inheritdoc/>
    public static DateTime FromTime(DateTimeOffset time) => time.UtcDateTime;
}
