using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>
/// Writes the body of an entity's Write method: its properties, its key attributes and its type attribute, in the order in which items keep them, so that
/// nothing has to be sorted when it is written.
/// </summary>
internal sealed class EntityWriteEmitter(EntityScope scope)
{
    private readonly KeysEmitter _keys = new(scope);

    public void EmitBody(SourceWriter writer)
    {
        var write = new WriteEmitter(scope.Codecs);
        List<(string Attribute, Action Emit)> attributes = [.. scope.Entity.Document.Properties.Select(property =>
            (property.Attribute, Emit: (Action)(() => write.Emit(writer, property))))];
        if (scope.Entity.TypeAttribute is { } typeAttribute)
        {
            attributes.Add((typeAttribute, () => EmitConstant(writer, typeAttribute, scope.Entity.Name)));
        }

        bool usesKeys = false;
        foreach ((KeyAttributeModel attribute, bool isSort) in scope.StoredKeyAttributes())
        {
            bool hasParts = attribute.Parts.Any();
            usesKeys |= hasParts;
            attributes.Add((attribute.Name, () =>
            {
                if (hasParts)
                {
                    EmitKey(writer, attribute, isSort);
                }
                else
                {
                    EmitConstant(writer, attribute.Name, string.Concat(attribute.Segments.Select(segment => segment.Text)));
                }
            }
            ));
        }

        if (usesKeys)
        {
            writer.Write(KeysEmitter.NewWriter);
        }

        foreach ((string _, Action emit) in attributes.OrderBy(attribute => attribute.Attribute, Utf8Comparer.Instance))
        {
            emit();
        }

        if (usesKeys)
        {
            writer.Write("key.Dispose();");
        }
    }

    private static void EmitConstant(SourceWriter writer, string attribute, string text) => writer.Write($"""
        writer.{(Literals.IsPlain(attribute) ? "PlainName" : "Name")}({Literals.Utf8(attribute)});
        writer.Utf8String({Literals.Utf8(text)});
        """);

    /// <summary>A key with a part that is null is left out: the entity is not in that index.</summary>
    private void EmitKey(SourceWriter writer, KeyAttributeModel attribute, bool isSort)
    {
        string name = scope.NameOf(attribute, isSort);
        var locals = new LocalNames("writer", "value", "key");
        var conditions = new List<string>();
        var arguments = new List<string>();
        foreach (KeyPartModel part in new KeyParameters(attribute.Parts).Parts)
        {
            string value = "value." + Literals.Identifier(part.Property);
            if (part.Value.IsNullable)
            {
                string local = locals.Free(char.ToLowerInvariant(name[0]) + name.Substring(1) + part.Property);
                conditions.Add($"{value} is {{ }} {local}");
                value = local;
            }

            arguments.Add(value);
        }

        string block = $"""
            key.Partition();
            {scope.Keys}.Write{name}(ref key, {string.Join(", ", arguments)});
            {scope.Keys}.{name}.Write(ref writer, key.PartitionBytes);
            """;
        if (conditions.Count == 0)
        {
            writer.Write(block);
            return;
        }

        using (writer.Block($"if ({string.Join(" && ", conditions)})"))
        {
            writer.Write(block);
        }

        writer.Blank();
    }
}
