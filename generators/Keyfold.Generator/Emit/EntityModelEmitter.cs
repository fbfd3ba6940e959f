using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes the entity's model: what the runtime knows of its keys and attributes.</summary>
internal sealed class EntityModelEmitter(EntityScope scope)
{
    public void Emit(SourceWriter writer)
    {
        EntityModel entity = scope.Entity;
        KeyModel primary = entity.PrimaryKey!;
        using (writer.Block($"public static readonly global::Keyfold.EntityModel Model = new({Literals.Quoted(entity.Name)})", end: "};"))
        {
            if (entity.TypeAttribute is { } typeAttribute)
            {
                writer.Write($"TypeAttribute = {Literals.Quoted(typeAttribute)},");
            }

            writer.Write($"Partition = {scope.NameOf(primary.Partition[0], isSort: false)},");
            if (primary.Sort.Count > 0)
            {
                writer.Write($"Sort = {scope.NameOf(primary.Sort[0], isSort: true)},");
            }

            EmitList(writer, "IndexKeys", IndexKeys());
            EmitList(writer, "KeyProperties", KeyProperties(primary));
            if (entity.Document.Properties.FirstOrDefault(property => property.Role == PropertyRole.Version) is { } version)
            {
                writer.Write($"VersionAttribute = {Literals.Quoted(version.Attribute)},");
            }

            EmitList(writer, "RequiredAttributes", RequiredAttributes(primary));
            EmitList(writer, "Renamed", Renamed());
        }
    }

    private IEnumerable<string> IndexKeys() => scope.StoredKeyAttributes()
        .Where(key => !scope.Entity.PrimaryKey!.Attributes.Any(attribute => attribute.Name == key.Attribute.Name))
        .Select(key => scope.NameOf(key.Attribute, key.IsSort));

    private IEnumerable<string> KeyProperties(KeyModel primary)
    {
        foreach (KeyPartModel part in new KeyParameters(primary.Attributes.SelectMany(attribute => attribute.Parts)).Parts)
        {
            string codec = scope.Codecs.Of(scope.PropertyOf(part));
            yield return $"new global::Keyfold.KeyProperty<{part.Value.Type}, {codec}>({Literals.Quoted(part.Property)})";
        }
    }

    private IEnumerable<string> RequiredAttributes(KeyModel primary)
    {
        var keyProperties = new HashSet<string>(
            primary.Attributes.SelectMany(attribute => attribute.Parts).Select(part => part.Property), StringComparer.Ordinal);
        return scope.Entity.Document.Properties
            .Where(property => property.IsRequired && property.Role != PropertyRole.Version && !keyProperties.Contains(property.Name))
            .Select(property => Literals.Quoted(property.Attribute));
    }

    private IEnumerable<string> Renamed() => scope.Entity.Document.Properties
        .Where(property => property.Attribute != property.Name)
        .Select(property => $"new({Literals.Quoted(property.Name)}, {Literals.Quoted(property.Attribute)})");

    private static void EmitList(SourceWriter writer, string name, IEnumerable<string> elements)
    {
        List<string> all = [.. elements];
        const int LineLengthMax = 120;
        string line = $"{name} = [{string.Join(", ", all)}],";
        if (all.Count == 0)
        {
            return;
        }

        if (all.Count == 1 || line.Length <= LineLengthMax)
        {
            writer.Write(line);
            return;
        }

        writer.Write($"{name} =");
        writer.Write("[");
        writer.Indentation++;
        foreach (string element in all)
        {
            writer.Write(element + ",");
        }

        writer.Indentation--;
        writer.Write("],");
    }
}
