namespace Keyfold.Templates;

/// <summary>The smallest step of time that a format of dates with times can say.</summary>
internal static class TimeUnit
{
    /// <summary>
    /// Gives the step in ticks, so that a value comes back from its text exactly if it is a multiple of it. 0 where that is no matter of a step: a format
    /// without the day, or one with minutes but no hours.
    /// </summary>
    public static long Of(string format)
    {
        if (format.Length == 1)
        {
            return format[0] is 'O' or 'o' ? 1 : TimeSpan.TicksPerSecond;
        }

        Span<int> fields = stackalloc int['z' + 1];
        fields.Clear();
        char quotation = '\0';
        for (int index = 0; index < format.Length; index++)
        {
            char c = format[index];
            if (quotation != '\0')
            {
                quotation = c == quotation ? '\0' : quotation;
            }
            else if (c is '\'' or '"')
            {
                quotation = c;
            }
            else if (c == '\\')
            {
                index++;
            }
            else if (char.IsAsciiLetter(c))
            {
                fields[c]++;
            }
        }

        return Of(fields);
    }

    private static long Of(ReadOnlySpan<int> fields)
    {
        bool hasDay = fields['y'] == 4 && fields['M'] == 2 && fields['d'] == 2;
        bool hasHour = fields['H'] == 2;
        bool hasMinute = fields['m'] == 2;
        bool hasSecond = fields['s'] == 2;
        return (hasDay, hasHour, hasMinute, hasSecond, fields['f']) switch
        {
            (true, true, true, true, > 0 and var digits) => (long)Math.Pow(10, 7 - digits),
            (true, true, true, true, _) => TimeSpan.TicksPerSecond,
            (true, true, true, false, 0) => TimeSpan.TicksPerMinute,
            (true, true, false, false, 0) => TimeSpan.TicksPerHour,
            (true, false, false, false, 0) => TimeSpan.TicksPerDay,
            _ => 0,
        };
    }
}
