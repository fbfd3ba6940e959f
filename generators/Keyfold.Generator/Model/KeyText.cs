namespace Keyfold.Generator.Model;

/// <summary>Writes a key template back as text, for messages and for the comments of generated code.</summary>
internal static class KeyText
{
    public static string Of(KeyAttributeModel attribute) => string.Concat(attribute.Segments.Select(segment =>
        segment.Part is { } part ? Of(part) : segment.Text!.Replace("{", "{{").Replace("}", "}}")));

    private static string Of(KeyPartModel part)
    {
        string? format = part.Encoding switch
        {
            KeyPartEncoding.PaddedNumber when part.FractionDigits > 0 => new string('0', part.IntegerDigits) + "." + new string('0', part.FractionDigits),
            KeyPartEncoding.PaddedNumber => "D" + part.IntegerDigits.ToString(System.Globalization.CultureInfo.InvariantCulture),
            KeyPartEncoding.Guid when part.Format == "D" => null,
            _ => part.Escapes ? "escape" : part.Format,
        };
        return format is null ? $"{{{part.Property}}}" : $"{{{part.Property}:{format}}}";
    }
}
