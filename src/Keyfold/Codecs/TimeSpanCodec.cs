using System.ComponentModel;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A <see cref="TimeSpan"/> as a number of seconds with up to seven decimals, so that it sorts and can be added to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeSpanCodec : INumberCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, TimeSpan value)
        where TWriter : struct, IItemWriter, allows ref struct => writer.Number(ToSeconds(value));

    /// <inheritdoc/>
    public static TimeSpan Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        Number number = reader.GetNumber();
        if (number.TryGet(out decimal seconds) && Math.Abs(seconds) <= (decimal)long.MaxValue / TimeSpan.TicksPerSecond + 1)
        {
            decimal ticks = seconds * TimeSpan.TicksPerSecond;
            if (ticks is >= long.MinValue and <= long.MaxValue && decimal.IsInteger(ticks))
            {
                return new TimeSpan((long)ticks);
            }
        }

        MappingFault.DoesNotFit<TimeSpan>(in number);
        return default;
    }

    /// <inheritdoc/>
    public static Number ToNumber(TimeSpan value) => ToSeconds(value);

    private static decimal ToSeconds(TimeSpan value) => (decimal)value.Ticks / TimeSpan.TicksPerSecond;
}
