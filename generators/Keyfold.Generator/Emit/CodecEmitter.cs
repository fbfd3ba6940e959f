using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Names the codecs that store values, as type arguments made of type arguments.</summary>
/// <param name="enums">The names of the enums' codecs in the file being written.</param>
internal sealed class CodecEmitter(EnumNamesEmitter enums)
{
    private const string Codecs = "global::Keyfold.Codecs.";

    /// <summary>The codec of a property's values, leaving null to the caller.</summary>
    public string Of(PropertyModel property)
    {
        if (property.Role == PropertyRole.TimeToLive && property.Value.Kind is ValueKind.DateTime or ValueKind.DateTimeOffset)
        {
            return $"{Codecs}UnixTimeCodec<{property.Value.Type}, {Codecs}{property.Value.Kind}UnixTime{(property.RoundsUp ? "RoundedUp" : "")}>";
        }

        return Of(property.Value);
    }

    /// <summary>The codec of a property that can be null, for which an attribute can be NULL.</summary>
    public string OfNullable(PropertyModel property) => Nullable(property.Value, Of(property));

    /// <summary>The codec of values that are not null.</summary>
    public string Of(ValueModel value) => Codecs + value.Kind switch
    {
        ValueKind.Int128 or ValueKind.UInt128 => $"WideIntegerCodec<{value.Type}>",
        var kind when kind.IsInteger() => $"IntegerCodec<{value.Type}>",
        var kind when kind.IsFloatingPoint() => $"FloatingPointCodec<{value.Type}>",
        ValueKind.EnumName => $"EnumNameCodec<{value.Type}, {enums.NameOf(value)}>",
        ValueKind.EnumNumber => $"EnumNumberCodec<{value.Type}, {value.Enum!.UnderlyingType}>",
        ValueKind.Document => $"DocumentCodec<{value.Type}>",
        ValueKind.List when value.Collection == CollectionKind.List => $"ListCodec<{value.Type}, {ElementOf(value)}>",
        ValueKind.List => $"{value.Collection}Codec<{ElementOf(value)}>",
        ValueKind.Map => $"DictionaryCodec<{value.Type}, {ElementOf(value)}>",
        ValueKind.Set => $"SetCodec<{value.Type}, {ElementOf(value)}, {Codecs}{value.StoredType}>",
        ValueKind.Converted => $"ConverterCodec<{value.Type}, {value.Element!.Type}, {value.Converter}, {Of(value.Element)}>",

        // The rest are named after the kind: StringCodec, GuidCodec, BytesCodec …
        var kind => $"{kind}Codec",
    };

    /// <summary>The codec of an element, for which null is a value like others.</summary>
    public string OfElement(ValueModel value) => value.IsNullable ? Nullable(value, Of(value)) : Of(value);

    private static string Nullable(ValueModel value, string codec) =>
        value.IsValueType ? $"{Codecs}NullableCodec<{value.Type}, {codec}>" : $"{Codecs}NullableReferenceCodec<{value.Type}, {codec}>";

    private string ElementOf(ValueModel collection) => $"{collection.Element!.DeclaredType}, {OfElement(collection.Element)}";
}
