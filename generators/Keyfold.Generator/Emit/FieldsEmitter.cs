using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes the structs of fields: what the lambdas of conditions and updates are given.</summary>
internal sealed class FieldsEmitter(CodecEmitter codecs)
{
    private readonly FieldEmitter _fields = new(codecs);

    /// <summary>Writes the fields of a document, which are at a path and themselves a field.</summary>
    public void EmitForDocument(SourceWriter writer, DocumentModel document)
    {
        string self = document.Type.FullName;
        string name = document.Type.Name + "Fields";
        writer.Blank();
        writer.Write($"""
            /// <summary>The fields of <see cref="{self}"/> in conditions and updates.</summary>
            {SourceFile.GeneratedCode}
            """);
        using (writer.Block($"{Visibility(document.Type.IsPublic)} readonly struct {name} : global::Keyfold.Fields.IField<{self}>"))
        {
            writer.Write($"""
                private readonly global::Keyfold.Expressions.DocumentPath _path;

                /// <summary>The fields of a document at a path.</summary>
                public {name}(global::Keyfold.Expressions.DocumentPath path) => _path = path;
                """);
            foreach (PropertyModel property in document.Properties)
            {
                Emit(writer, property, _fields.Create(property, $"_path.Member({Literals.Quoted(property.Attribute)})"));
            }

            writer.Blank();
            writer.Write($"""
                global::Keyfold.Expressions.DocumentPath global::Keyfold.Fields.IField.Path => _path;

                global::Keyfold.Items.AttributeValue global::Keyfold.Fields.IField<{self}>.Encode({self} value) =>
                    global::Keyfold.Codecs.ValueEncoder<{self}, global::Keyfold.Codecs.DocumentCodec<{self}>>.Instance.Encode(value);
                """);
        }
    }

    /// <summary>Writes the fields of an entity, and those of them that an update can change.</summary>
    public void EmitForEntity(SourceWriter writer, EntityScope scope)
    {
        writer.Blank();
        writer.Write($"""
            /// <summary>The fields of <see cref="{scope.Self}"/> in conditions.</summary>
            {SourceFile.GeneratedCode}
            """);
        using (writer.Block($"{scope.Visibility} readonly struct {scope.Type.Name}Fields"))
        {
            bool isFirst = true;
            foreach (PropertyModel property in scope.Entity.Document.Properties)
            {
                Emit(writer, property, _fields.Create(property, $"{scope.Type.Name}Paths.{Literals.Identifier(property.Name)}"), isFirst);
                isFirst = false;
            }
        }

        EmitUpdateFields(writer, scope);
    }

    /// <summary>Writes the file's class of paths, which are made once.</summary>
    public static void EmitPaths(SourceWriter writer, EntityScope scope)
    {
        writer.Blank();
        using (writer.Block($"file static class {scope.Type.Name}Paths"))
        {
            foreach (PropertyModel property in scope.Entity.Document.Properties)
            {
                writer.Write(
                    $"public static readonly global::Keyfold.Expressions.DocumentPath {Literals.Identifier(property.Name)} = new({Literals.Quoted(property.Attribute)});");
            }
        }
    }

    private static void EmitUpdateFields(SourceWriter writer, EntityScope scope)
    {
        var keyProperties = new HashSet<string>(
            scope.Entity.PrimaryKey!.Attributes.SelectMany(attribute => attribute.Parts).Select(part => part.Property), StringComparer.Ordinal);
        writer.Blank();
        writer.Write($"""
            /// <summary>The fields of <see cref="{scope.Self}"/> that an update can change: all but those of its primary key and its version.</summary>
            {SourceFile.GeneratedCode}
            """);
        using (writer.Block($"{scope.Visibility} readonly struct {scope.Type.Name}UpdateFields"))
        {
            bool isFirst = true;
            foreach (PropertyModel property in scope.Entity.Document.Properties)
            {
                if (property.Role != PropertyRole.Version && !keyProperties.Contains(property.Name))
                {
                    Emit(writer, property, $"default({scope.FieldsType}).{Literals.Identifier(property.Name)}", isFirst);
                    isFirst = false;
                }
            }
        }
    }

    private static void Emit(SourceWriter writer, PropertyModel property, string value, bool isFirst = false)
    {
        if (!isFirst)
        {
            writer.Blank();
        }

        string or = property.Value.IsNullable ? ", or none" : "";
        writer.Write($"""
            /// <summary>{LayoutEmitter.CodeOf(property)} <c>{Literals.Xml(property.Attribute)}</c>{or}.</summary>
            {Visibility(property.IsPublic)} {FieldEmitter.TypeOf(property)} {Literals.Identifier(property.Name)} => {value};
            """);
    }

    private static string Visibility(bool isPublic) => isPublic ? "public" : "internal";
}
