using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes a documentation comment that shows how a type is laid out in an item.</summary>
internal static class LayoutEmitter
{
    /// <summary>A line for each attribute, in the order in which they are stored.</summary>
    public static void Emit(SourceWriter writer, DocumentModel document) =>
        Emit(writer, "As a map:", document.Properties.Select(property => (property.Attribute, Describe(property))));

    public static void Emit(SourceWriter writer, EntityModel entity)
    {
        List<(string Attribute, string Content)> lines = [.. entity.Document.Properties.Select(property => (property.Attribute, Describe(property)))];
        lines.AddRange(entity.Keys.SelectMany(key => key.Attributes)
            .Where(attribute => !attribute.IsPlain)
            .GroupBy(attribute => attribute.Name, StringComparer.Ordinal)
            .Select(same => (same.Key, $"{Code(StoredType.String),-5}{KeyText.Of(same.First())}")));
        if (entity.TypeAttribute is { } typeAttribute)
        {
            lines.Add((typeAttribute, $"{Code(StoredType.String),-5}{entity.Name}"));
        }

        Emit(writer, "As an item:", lines);
    }

    private static void Emit(SourceWriter writer, string introduction, IEnumerable<(string Attribute, string Content)> attributes)
    {
        List<(string Attribute, string Content)> lines = [.. attributes.OrderBy(line => line.Attribute, Utf8Comparer.Instance)];
        int width = lines.Count == 0 ? 0 : lines.Max(line => line.Attribute.Length);
        writer.Write($"""
            /// <remarks>
            /// {introduction}
            /// <code>
            """);
        foreach ((string attribute, string content) in lines)
        {
            writer.Write($"/// {Literals.Xml(attribute.PadRight(width))}  {Literals.Xml(content)}");
        }

        writer.Write("""
            /// </code>
            /// </remarks>
            """);
    }

    /// <summary>DynamoDB's type and the property: <c>N  Total</c>.</summary>
    public static string Describe(PropertyModel property)
    {
        string optional = property.Value.IsNullable ? "?" : "";
        return $"{CodeOf(property),-5}{property.Name}{optional}";
    }

    /// <summary>DynamoDB's short word for the type a property is stored as.</summary>
    public static string CodeOf(PropertyModel property) => Code(property.Role == PropertyRole.TimeToLive ? StoredType.Number : property.Value.StoredType);

    private static string Code(StoredType type) => type switch
    {
        StoredType.String => "S",
        StoredType.Number => "N",
        StoredType.Binary => "B",
        StoredType.Boolean => "BOOL",
        StoredType.List => "L",
        StoredType.Map => "M",
        StoredType.StringSet => "SS",
        StoredType.NumberSet => "NS",
        StoredType.BinarySet => "BS",
        _ => "any",
    };
}
