using Keyfold.Generator.Model;

namespace Keyfold.Generator.Parsing;

/// <summary>
/// Which formats of dates and times a key may have. The text must have a fixed length and no names of months or days, which differ between cultures; it is in
/// order if its fields go from the year down without a gap.
/// </summary>
internal static class TimeFormat
{
    private static readonly string[] DateFields = ["yyyy", "MM", "dd"];
    private static readonly string[] TimeFields = ["HH", "mm", "ss"];

    public static TimeFormatKind Classify(ValueKind kind, string format)
    {
        if (format.Length == 1)
        {
            return (kind, format) switch
            {
                (_, "O" or "o") => TimeFormatKind.Ordered,
                (ValueKind.DateTime or ValueKind.DateTimeOffset, "s" or "u") => TimeFormatKind.Ordered,
                _ => TimeFormatKind.Unsupported,
            };
        }

        if (Fields(format) is not { } fields)
        {
            return TimeFormatKind.Unsupported;
        }

        string[] allowed = kind switch
        {
            ValueKind.DateOnly => DateFields,
            ValueKind.TimeOnly => TimeFields,
            _ => [.. DateFields, .. TimeFields],
        };
        bool hasFraction(string field) => field[0] == 'f' && field.Length <= 7 && kind != ValueKind.DateOnly;
        if (fields.Count == 0 || !fields.All(field => allowed.Contains(field) || hasFraction(field)))
        {
            return TimeFormatKind.Unsupported;
        }

        bool isOrdered = fields.Count <= allowed.Length + 1
            && fields.Take(allowed.Length).SequenceEqual(allowed.Take(fields.Count))
            && fields.Skip(allowed.Length).All(hasFraction);
        return isOrdered ? TimeFormatKind.Ordered : TimeFormatKind.Unordered;
    }

    /// <summary>The fields of a custom format without the text between them; null if a quotation is not closed.</summary>
    private static List<string>? Fields(string format)
    {
        var fields = new List<string>();
        int at = 0;
        while (at < format.Length)
        {
            char c = format[at];
            if (c is '\'' or '"')
            {
                at = format.IndexOf(c, at + 1) + 1;
                if (at == 0)
                {
                    return null;
                }
            }
            else if (c == '\\')
            {
                at += 2;
            }
            else
            {
                int start = at;
                while (at < format.Length && format[at] == c)
                {
                    at++;
                }

                // The letters T, Z and the like stand for themselves; these do not.
                if ("yMdHhmsfFtzKg%".Contains(c))
                {
                    fields.Add(format.Substring(start, at - start));
                }
            }
        }

        return fields;
    }
}

internal enum TimeFormatKind
{
    /// <summary>Not a format that a key can have.</summary>
    Unsupported,

    /// <summary>The text says what the value is, but is not in order.</summary>
    Unordered,

    /// <summary>The order of the text is the order of time.</summary>
    Ordered,
}
