using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Parses a type that writes and reads itself. <see cref="EntityParser"/> says how parsers are used.</summary>
internal static class DocumentParser
{
    private static readonly string[] EntityOnlyAnnotations = [KnownNames.PrimaryKey, KnownNames.SecondaryKey, KnownNames.LocalSecondaryKey];

    private static readonly string[] EntityOnlyPropertyAnnotations =
        [KnownNames.PartitionKey, KnownNames.SortKey, KnownNames.Version, KnownNames.TimeToLive];

    /// <summary>Parses a type with <c>[Document]</c>. A type that is also an entity gives null: it is generated as one.</summary>
    public static DocumentModel? Parse(INamedTypeSymbol type, Findings findings, CancellationToken cancellationToken)
    {
        if (type.Has(KnownNames.Entity))
        {
            findings.Add(Diagnostics.EntityAndDocument, new Place(type, type.Find(KnownNames.Document)), type.Name);
            return null;
        }

        if (type.Find(KnownNames.Table) is { } table)
        {
            findings.Add(Diagnostics.UnsuitableType, new Place(type, table), type.Name, "a table");
            return null;
        }

        IReadOnlyList<StoredProperty> properties = PropertyParser.ParseAll(type, findings);
        CheckEntityOnly(type, type, EntityOnlyAnnotations, type.Name, findings);
        foreach (StoredProperty property in properties)
        {
            CheckEntityOnly(type, property.Symbol, EntityOnlyPropertyAnnotations, type.Name + "." + property.Symbol.Name, findings);
        }

        GeneratedNames.Check(type, GeneratedNames.OfDocument(type.Name), new Place(type), findings);
        GeneratedNames.CheckProperties(type, properties, GeneratedNames.OfDocument(type.Name), findings);
        GeneratedNames.CheckMembers(type.Name + "Fields", type, properties, GeneratedNames.FieldsMembers, findings);
        return ParseBody(type, properties, findings, cancellationToken);
    }

    /// <summary>Parses the mapped side of a type, whether document or entity.</summary>
    public static DocumentModel ParseBody(
        INamedTypeSymbol type, IReadOnlyList<StoredProperty> properties, Findings findings, CancellationToken cancellationToken)
    {
        TypeModel model = TypeParser.Parse(type, findings, cancellationToken);
        Construction construction = new ConstructionParser(type, properties, findings, cancellationToken).Parse();
        CheckAttributeNames(type, properties, findings);
        return new DocumentModel(model, construction.Properties.ToEquatableArray(), construction.Parameters.ToEquatableArray(), findings.HasErrors);
    }

    private static void CheckEntityOnly(INamedTypeSymbol type, ISymbol symbol, string[] annotations, string name, Findings findings)
    {
        foreach (AttributeData annotation in annotations.SelectMany(symbol.FindAll))
        {
            findings.Add(Diagnostics.EntityOnly, new Place(symbol, annotation), name, Annotations.Written(annotation), type.Name);
        }
    }

    private static void CheckAttributeNames(INamedTypeSymbol type, IReadOnlyList<StoredProperty> properties, Findings findings)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (StoredProperty property in properties)
        {
            if (taken.TryGetValue(property.Attribute, out string first))
            {
                findings.Add(
                    Diagnostics.AttributeNameTaken,
                    new Place(property.Symbol, property.Symbol.Find(KnownNames.Attribute), 0),
                    type.Name,
                    property.Symbol.Name,
                    property.Attribute,
                    $"that of '{first}'");
            }
            else
            {
                taken.Add(property.Attribute, property.Symbol.Name);
            }
        }
    }
}
