using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Names the runtime's classes of key parts, and how each is made.</summary>
internal sealed class KeyPartEmitter(EntityScope scope)
{
    private const string Templates = "global::Keyfold.Templates.";

    /// <summary>The type by which the part is known.</summary>
    public string TypeOf(KeyPartModel part) => part.Encoding == KeyPartEncoding.Stored ? StoredPart(part) : $"{Templates}KeyPart<{part.Value.Type}>";

    /// <summary>An expression that makes the part.</summary>
    public string Create(KeyPartModel part) => part.Encoding == KeyPartEncoding.Stored
        ? $"new({Literals.Quoted(part.Property)})"
        : Create(part, part.Value);

    private string Create(KeyPartModel part, ValueModel value)
    {
        string property = Literals.Quoted(part.Property);
        string escapes = part.Escapes ? ", escapes: true" : "";
        return value.Kind == ValueKind.Converted
            ? $"new {Templates}ConvertedPart<{value.Type}, {value.Element!.Type}, {value.Converter}>({property}, {Create(part, value.Element)})"
            : $"new {Templates}" + part.Encoding switch
            {
                KeyPartEncoding.Text => $"{TextClass(value.Kind)}({property}{escapes})",
                KeyPartEncoding.Number => $"NumberPart<{value.Type}, {NumberCodec(value)}>({property})",
                KeyPartEncoding.PaddedNumber =>
                    $"PaddedNumberPart<{value.Type}, {NumberCodec(value)}>({property}, {Literals.Text(part.IntegerDigits)}, {Literals.Text(part.FractionDigits)})",
                KeyPartEncoding.Time => $"{value.Kind}Part({property}, {Literals.Quoted(part.Format)})",
                KeyPartEncoding.Guid => $"GuidPart({property}, {Literals.Quoted(part.Format)})",
                KeyPartEncoding.EnumName => $"EnumNamePart<{value.Type}, {scope.Enums.NameOf(value)}>({property})",
                _ => $"BooleanPart({property})",
            };
    }

    private static string TextClass(ValueKind kind) => kind switch
    {
        ValueKind.Char => "CharPart",
        ValueKind.Uri => "UriPart",
        _ => "TextPart",
    };

    /// <summary>The codec of a number in a key; an enum that is stored as its name can be a number there.</summary>
    private string NumberCodec(ValueModel value) =>
        scope.Codecs.Of(value.Kind == ValueKind.EnumName ? value with { Kind = ValueKind.EnumNumber } : value);

    private string StoredPart(KeyPartModel part)
    {
        string codec = scope.Codecs.Of(scope.PropertyOf(part));
        return $"{Templates}StoredPart<{part.Value.Type}, {codec}>";
    }
}
