using System.ComponentModel;
using System.Globalization;
using System.Text;
using Keyfold.Keys;

namespace Keyfold.Templates;

/// <summary>A date or a time in a format. A value that its text does not say wholly is refused.</summary>
/// <typeparam name="T">The property's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TimePart<T> : KeyPart<T>
    where T : struct, IFormattable, IUtf8SpanFormattable
{
    private const int TextLengthMax = 128;

    private const string RoundTripFormat = "yyyy-MM-ddTHH:mm:ss.fffffff";

    // 0 where only reading the text back can tell
    private readonly long _unitTicks;

    // such a text is the beginning of the round-trip one, which is written several times as fast as one of a custom format
    private readonly bool _isRoundTripPrefix;

    private protected TimePart(string property, string format, long unitTicks)
        : base(property, format)
    {
        _unitTicks = unitTicks;
        _isRoundTripPrefix = unitTicks > 0 && RoundTripFormat.StartsWith(format, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public sealed override void Append(ref KeyWriter key, T value)
    {
        if (!AppendFloor(ref key, value))
        {
            throw Refuse(
                value.ToString("O", CultureInfo.InvariantCulture),
                $"has more to it than its format \"{Format}\" says, and would not come back equal. Use a finer format, or cut the value off.");
        }
    }

    internal sealed override bool AppendFloor(ref KeyWriter key, T value)
    {
        T written = Normalize(value);
        Span<byte> text = stackalloc byte[TextLengthMax];
        if (!written.TryFormat(text, out int length, _isRoundTripPrefix ? "O" : Format, CultureInfo.InvariantCulture))
        {
            throw Refuse(value.ToString() ?? "", $"is too long in the format \"{Format}\".");
        }

        length = _isRoundTripPrefix ? Format!.Length : length;
        key.Utf8(text[..length]);
        return _unitTicks > 0 ? Ticks(written) % _unitTicks == 0 : ComesBack(text[..length], written);
    }

    private protected abstract long Ticks(T value);

    private protected abstract bool ComesBack(ReadOnlySpan<byte> text, T value);

    /// <summary>The value to write: in UTC.</summary>
    private protected virtual T Normalize(T value) => value;
}

/// <summary>A <see cref="DateTime"/>, which must not be local. The text is that of the UTC time; an unspecified kind counts as UTC.</summary>
/// <param name="property">The property's name.</param>
/// <param name="format">The format.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DateTimePart(string property, string format) : TimePart<DateTime>(property, format, TimeUnit.Of(format))
{
    private protected override long Ticks(DateTime value) => value.Ticks;

    private protected override bool ComesBack(ReadOnlySpan<byte> text, DateTime value) =>
        DateTime.TryParseExact(Encoding.UTF8.GetString(text), Format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime read)
            && read == value;

    private protected override DateTime Normalize(DateTime value) => value.Kind == DateTimeKind.Local
        ? throw Refuse(
            value.ToString("O", CultureInfo.InvariantCulture), "is a local time, which another machine would write as another key. Use ToUniversalTime().")
        : DateTime.SpecifyKind(value, DateTimeKind.Utc);
}

/// <summary>A <see cref="DateTimeOffset"/>. The text is that of the UTC time.</summary>
/// <param name="property">The property's name.</param>
/// <param name="format">The format.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DateTimeOffsetPart(string property, string format) : WrappedPart<DateTimeOffset, DateTime>(property, new DateTimePart(property, format))
{
    private protected override DateTime Unwrap(DateTimeOffset value) => value.UtcDateTime;
}

/// <summary>A <see cref="DateOnly"/>.</summary>
/// <param name="property">The property's name.</param>
/// <param name="format">The format.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DateOnlyPart(string property, string format = "yyyy-MM-dd") : TimePart<DateOnly>(property, format, unitTicks: 0)
{
    private protected override long Ticks(DateOnly value) => 0;

    private protected override bool ComesBack(ReadOnlySpan<byte> text, DateOnly value) =>
        DateOnly.TryParseExact(Encoding.UTF8.GetString(text), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read) && read == value;
}

/// <summary>A <see cref="TimeOnly"/>.</summary>
/// <param name="property">The property's name.</param>
/// <param name="format">The format.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TimeOnlyPart(string property, string format = "HH:mm:ss.fffffff") : TimePart<TimeOnly>(property, format, unitTicks: 0)
{
    private protected override long Ticks(TimeOnly value) => 0;

    private protected override bool ComesBack(ReadOnlySpan<byte> text, TimeOnly value) =>
        TimeOnly.TryParseExact(Encoding.UTF8.GetString(text), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly read) && read == value;
}
