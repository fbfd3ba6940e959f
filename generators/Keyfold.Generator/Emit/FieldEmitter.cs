using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Names the fields by which lambdas reach properties: their types, and how each is made for a path.</summary>
internal sealed class FieldEmitter(CodecEmitter codecs)
{
    private const string Fields = "global::Keyfold.Fields.";

    public static string TypeOf(PropertyModel property) => IsUnixTime(property) ? $"{Fields}OrderedField<{property.Value.Type}>" : TypeOf(property.Value);

    /// <summary>An expression that makes the field, given one for its path.</summary>
    public string Create(PropertyModel property, string path) =>
        IsUnixTime(property) ? $"new({path}, {EncoderOf(property)})" : $"new({Arguments(property.Value, path)})";

    /// <summary>What makes operands of a property's values.</summary>
    public string EncoderOf(PropertyModel property) => IsUnixTime(property) ? Encoder(property.Value.Type, codecs.Of(property)) : Encoder(property.Value);

    private static bool IsUnixTime(PropertyModel property) =>
        property.Role == PropertyRole.TimeToLive && property.Value.Kind is ValueKind.DateTime or ValueKind.DateTimeOffset;

    private static string TypeOf(ValueModel value) => value.Kind switch
    {
        ValueKind.Document => FieldsOf(value.Type),
        ValueKind.String => Fields + "StringField",
        ValueKind.Boolean => Fields + "BooleanField",
        ValueKind.DateTime or ValueKind.DateTimeOffset => $"{Fields}InstantField<{value.Type}>",
        ValueKind.Bytes or ValueKind.Memory => $"{Fields}BinaryField<{value.Type}>",
        ValueKind.Guid or ValueKind.DateOnly or ValueKind.TimeOnly or ValueKind.EnumNumber => $"{Fields}OrderedField<{value.Type}>",
        ValueKind.TimeSpan => $"{Fields}NumberField<{value.Type}>",
        ValueKind.List => $"{Fields}ListField<{value.Type}, {value.Element!.DeclaredType}, {TypeOf(value.Element)}>",
        ValueKind.Map => $"{Fields}MapField<{value.Type}, {TypeOf(value.Element!)}>",
        ValueKind.Set => $"{Fields}SetField<{value.Type}, {value.Element!.Type}>",
        var kind when kind.IsNumber() => $"{Fields}NumberField<{value.Type}>",
        _ => $"{Fields}ValueField<{value.Type}>",
    };

    private string Arguments(ValueModel value, string path) => value.Kind switch
    {
        ValueKind.Document or ValueKind.String or ValueKind.Boolean => path,
        ValueKind.List => $"{path}, {Encoder(value)}, {Encoder(value.Element!.DeclaredType, codecs.OfElement(value.Element))}, {Element(value.Element)}",
        ValueKind.Map => $"{path}, {Encoder(value)}, {Element(value.Element!)}",
        ValueKind.Set => $"{path}, {Encoder(value)}, {Encoder(value.Element!.Type, codecs.Of(value.Element))}",
        _ => $"{path}, {Encoder(value)}",
    };

    private string Element(ValueModel element) => $"static path => new {TypeOf(element)}({Arguments(element, "path")})";

    private string Encoder(ValueModel value) => value.Kind is ValueKind.DateTime or ValueKind.DateTimeOffset
        ? $"global::Keyfold.Codecs.InstantEncoder<{value.Type}, {codecs.Of(value)}>.Instance"
        : Encoder(value.Type, codecs.Of(value));

    private static string Encoder(string type, string codec) => $"global::Keyfold.Codecs.ValueEncoder<{type}, {codec}>.Instance";

    /// <summary>The fields of a document stand beside it, and have its name: <c>AddressFields</c>.</summary>
    public static string FieldsOf(string type) => type + "Fields";
}
