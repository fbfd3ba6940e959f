using System.ComponentModel;

namespace Keyfold.Codecs;

/// <summary>
/// Rounds times to live up to whole seconds, as items have them. What cannot be stored (a local time, a time after the last whole second) stays as it is, so
/// that it is refused where it is written.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UnixTime
{
    private static readonly long LastWholeSecond = DateTime.MaxValue.Ticks - (DateTime.MaxValue.Ticks % TimeSpan.TicksPerSecond);

    /// <summary>Whether a time is one of whole seconds; null is.</summary>
    public static bool IsWhole(DateTimeOffset? value) => value is not { } time || IsWhole(time.UtcTicks);

    /// <summary>Whether a time is one of whole seconds; null is.</summary>
    public static bool IsWhole(DateTime? value) => value is not { } time || IsWhole(time.Ticks);

    /// <summary>The next whole second, in UTC; a whole one is its own.</summary>
    public static DateTimeOffset RoundUp(DateTimeOffset value) =>
        IsWhole(value.UtcTicks) || value.UtcTicks > LastWholeSecond ? value : new DateTimeOffset(Next(value.UtcTicks), TimeSpan.Zero);

    /// <summary>The next whole second, in UTC; a whole one is its own.</summary>
    public static DateTimeOffset? RoundUp(DateTimeOffset? value) => value is { } time ? RoundUp(time) : null;

    /// <summary>The next whole second, in UTC; a whole one is its own.</summary>
    public static DateTime RoundUp(DateTime value) =>
        IsWhole(value.Ticks) || value.Ticks > LastWholeSecond || value.Kind == DateTimeKind.Local ? value : new DateTime(Next(value.Ticks), DateTimeKind.Utc);

    /// <summary>The next whole second, in UTC; a whole one is its own.</summary>
    public static DateTime? RoundUp(DateTime? value) => value is { } time ? RoundUp(time) : null;

    private static bool IsWhole(long ticks) => ticks % TimeSpan.TicksPerSecond == 0;

    private static long Next(long ticks) => ticks - (ticks % TimeSpan.TicksPerSecond) + TimeSpan.TicksPerSecond;
}
