using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes the statement that writes one property.</summary>
internal sealed class WriteEmitter(CodecEmitter codecs)
{
    private const string Member = "global::Keyfold.Mapping.Member.";

    public void Emit(SourceWriter writer, PropertyModel property)
    {
        ValueModel value = property.Value;
        string name = Literals.Utf8(property.Attribute);
        string from = "value." + Literals.Identifier(property.Name) + (Literals.IsPlain(property.Attribute) ? "" : ", isPlain: false");
        writer.Write(value switch
        {
            { Kind: ValueKind.Set, IsNullable: false } =>
                $"{Member}WriteSet<TWriter, {value.Type}, {value.Element!.Type}, {codecs.Of(property)}>(ref writer, {name}, {from});",
            { IsNullable: true } => $"{Member}WriteOptional<TWriter, {value.Type}, {codecs.Of(property)}>(ref writer, {name}, {from});",
            _ => $"{Member}Write<TWriter, {value.Type}, {codecs.Of(property)}>(ref writer, {name}, {from});",
        });
    }
}
