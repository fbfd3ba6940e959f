using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Decides how a property becomes part of a key's text, and which ranges that text allows.</summary>
internal sealed class KeyPartParser(INamedTypeSymbol type, KeyTemplateSource source, Findings findings)
{
    private const string EscapeFormat = "escape";

    public KeyPartModel? Parse(StoredProperty property, string? format, char? separator)
    {
        string name = property.Symbol.Name;
        ValueModel stored = property.Value.Stored;
        switch (stored.Kind)
        {
            case ValueKind.String or ValueKind.Char or ValueKind.Uri:
                return format is null or EscapeFormat
                    ? Part(KeyPartEncoding.Text, escapes: format == EscapeFormat)
                    : Unsupported(KeyPartEncoding.Text, usualFormat: null, $"{{{name}}} or {{{name}:{EscapeFormat}}}");

            case ValueKind.EnumName when format is null:
                return Part(KeyPartEncoding.EnumName);

            case ValueKind.Guid:
                return format is null or "D" or "N"
                    ? Part(KeyPartEncoding.Guid, format ?? "D")
                    : Unsupported(KeyPartEncoding.Guid, "D", $"{{{name}}} or {{{name}:N}}");

            case ValueKind.Boolean:
                return format is null ? Part(KeyPartEncoding.Boolean) : Unsupported(KeyPartEncoding.Boolean, usualFormat: null, $"{{{name}}}");

            case var kind when kind.IsTime():
                return ParseTime(kind);

            case var kind when kind.IsInteger() || kind is ValueKind.Decimal or ValueKind.EnumName or ValueKind.EnumNumber:
                return ParseNumber(kind);

            default:
                findings.Add(Diagnostics.PartNotKeyable, source.Place, type.Name, name, Names.ShortName(property.Symbol.Type));
                return null;
        }

        KeyPartModel ParseTime(ValueKind kind)
        {
            string? actual = format ?? kind switch { ValueKind.DateOnly => "yyyy-MM-dd", ValueKind.TimeOnly => "HH:mm:ss.fffffff", _ => null };
            if (actual is null)
            {
                findings.Add(Diagnostics.TimeWithoutFormat, source.Place, type.Name, name);
                return Part(KeyPartEncoding.Time, "O");
            }

            TimeFormatKind formatKind = TimeFormat.Classify(kind, actual);
            if (formatKind == TimeFormatKind.Unsupported)
            {
                return Unsupported(KeyPartEncoding.Time, "O", $"{{{name}:O}} or yyyy, MM, dd, HH, mm, ss and f, as in {{{name}:{Example(kind)}}}");
            }

            bool isOrdered = formatKind == TimeFormatKind.Ordered;
            if (!isOrdered && source.IsSort)
            {
                findings.Add(Diagnostics.UnorderedTime, source.Place, type.Name, name, actual, $"{{{name}:{Example(kind)}}}");
            }

            return Part(KeyPartEncoding.Time, actual, isOrdered: isOrdered);
        }

        KeyPartModel ParseNumber(ValueKind kind)
        {
            bool isEnum = kind is ValueKind.EnumName or ValueKind.EnumNumber;
            string padded = kind == ValueKind.Decimal ? $"{{{name}:0000000000.00}}" : isEnum ? $"{{{name}:D3}}" : $"{{{name}:D10}}";
            if (format is null)
            {
                if (source.IsSort)
                {
                    findings.Add(Diagnostics.UnpaddedNumber, source.Place, type.Name, name, padded);
                }

                return Part(KeyPartEncoding.Number);
            }

            return ParsePadding(format, allowsFraction: kind == ValueKind.Decimal) is var (integerDigits, fractionDigits)
                ? Part(KeyPartEncoding.PaddedNumber, integerDigits: integerDigits, fractionDigits: fractionDigits)
                : Unsupported(KeyPartEncoding.Number, usualFormat: null, padded);
        }

        KeyPartModel Part(
            KeyPartEncoding encoding, string? partFormat = null, bool isOrdered = true, int integerDigits = 0, int fractionDigits = 0, bool escapes = false) =>
            new(
                name, property.Value, encoding, partFormat, integerDigits, fractionDigits, escapes && separator is not null, separator,
                Order(property.Value, encoding, isOrdered, separator));

        // The part that the type usually has stands in, so that the signatures of methods stay what they will be when the format is repaired.
        KeyPartModel Unsupported(KeyPartEncoding encoding, string? usualFormat, string repair)
        {
            findings.Add(Diagnostics.UnsupportedFormat, source.Place, type.Name, name, Names.ShortName(property.Symbol.Type), format!, repair);
            return Part(encoding, usualFormat);
        }
    }

    /// <summary>Which ranges a property that is itself a key attribute allows: DynamoDB orders what is stored.</summary>
    public static KeyPartOrder PlainOrder(StoredProperty property) => property.Value.Kind switch
    {
        ValueKind.String or ValueKind.Bytes or ValueKind.Memory => KeyPartOrder.PrefixAndRange,
        _ when property.Role == PropertyRole.TimeToLive => KeyPartOrder.Range,

        // A converter's order is not known, and names are not in the order of an enum.
        ValueKind.Converted or ValueKind.EnumName or ValueKind.Uri or ValueKind.Char => KeyPartOrder.Equality,
        _ => KeyPartOrder.Range,
    };

    private static KeyPartOrder Order(ValueModel value, KeyPartEncoding encoding, bool isOrdered, char? separator) => encoding switch
    {
        _ when value.Kind == ValueKind.Converted || !isOrdered => KeyPartOrder.Equality,

        // Before a separator "a!" is sorted under "a#", though "a" is the lesser: only what is last is in order.
        KeyPartEncoding.Text when value.Kind == ValueKind.String => separator is null ? KeyPartOrder.PrefixAndRange : KeyPartOrder.Prefix,
        KeyPartEncoding.PaddedNumber or KeyPartEncoding.Time or KeyPartEncoding.Guid => KeyPartOrder.Range,
        _ => KeyPartOrder.Equality,
    };

    /// <summary>Reads <c>D10</c>, <c>0000</c> or <c>0000.00</c>.</summary>
    private static (int IntegerDigits, int FractionDigits)? ParsePadding(string format, bool allowsFraction)
    {
        const int DigitsMax = 38;
        if (format[0] is 'D' or 'd' && !allowsFraction)
        {
            bool isNumber = int.TryParse(
                format.Substring(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int digits);
            return isNumber && digits is >= 1 and <= DigitsMax ? (digits, 0) : null;
        }

        int point = format.IndexOf('.');
        string integer = point < 0 ? format : format.Substring(0, point);
        string fraction = point < 0 ? "" : format.Substring(point + 1);
        bool isPadding = integer.Length > 0 && (point < 0 || (allowsFraction && fraction.Length > 0)) && (integer + fraction).All(c => c == '0');
        return isPadding && integer.Length + fraction.Length <= DigitsMax ? (integer.Length, fraction.Length) : null;
    }

    private static string Example(ValueKind kind) => kind switch
    {
        ValueKind.DateOnly => "yyyy-MM-dd",
        ValueKind.TimeOnly => "HH:mm:ss",
        _ => "yyyy-MM-ddTHH:mm:ss",
    };
}

/// <summary>Where a template comes from: the argument to point at, and whether it makes a sort key.</summary>
internal sealed record KeyTemplateSource(string Template, Place Place, bool IsSort, bool IsPrimary);
