using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>What must hold between the keys and the properties of one entity.</summary>
internal static class EntityRules
{
    /// <summary>The members that every entity set has.</summary>
    public static HashSet<string> SetMembers { get; } = new(StringComparer.Ordinal)
    {
        "Connection", "GetAsync", "GetManyAsync", "PutAsync", "DeleteAsync", "Update", "Get", "Put", "Delete", "Check", "Scan", "Table",
        "Equals", "Finalize", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone",
    };

    /// <summary>Gives the keys whose query cannot be generated, since its name is not to be had.</summary>
    public static IEnumerable<KeyModel> FindUnnamed(
        INamedTypeSymbol type, IReadOnlyList<StoredProperty> properties, KeyModel? primary, IReadOnlyList<KeyModel> secondary, Findings findings)
    {
        List<KeyModel> keys = [.. secondary.Prepend(primary).OfType<KeyModel>()];
        var ofKeys = new HashSet<string>(keys.Select(GeneratedNames.Plan).Concat(secondary.Select(GeneratedNames.Scan)), StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeyModel key in keys)
        {
            if (key.Method is not { } method)
            {
                continue;
            }

            var place = new Place(type, FindNaming(type, properties, key), Name: "Name");
            string pattern = key.Index is { } index ? $"the query of index '{index}'" : "the query of its primary key";
            if (!Names.IsIdentifier(method))
            {
                findings.Add(Diagnostics.NotAnIdentifier, place, method, "a query method");
                yield return key;
            }
            else if (SetMembers.Contains(method))
            {
                findings.Add(Diagnostics.MethodNameTaken, place, type.Name, pattern, method, "a member of every entity set");
                yield return key;
            }
            else if (ofKeys.Contains(method))
            {
                findings.Add(Diagnostics.MethodNameTaken, place, type.Name, pattern, method, "a member of this entity set");
                yield return key;
            }
            else if (!taken.Add(method))
            {
                findings.Add(Diagnostics.MethodNameTaken, place, type.Name, pattern, method, "that of another query");
                yield return key;
            }
        }
    }

    /// <summary>
    /// Each attribute is written once: by a property, by the type attribute, or by keys that have the same template for it, as an inverted index has.
    /// </summary>
    public static void CheckAttributeNames(
        INamedTypeSymbol type,
        IReadOnlyList<StoredProperty> properties,
        string? typeAttribute,
        KeyModel? primary,
        IReadOnlyList<KeyModel> secondary,
        Findings findings)
    {
        var generated = new Dictionary<string, (string Whose, string? Template)>(StringComparer.Ordinal);
        if (typeAttribute is not null)
        {
            generated.Add(typeAttribute, ("the table's type attribute", null));
        }

        foreach (KeyModel key in secondary.Prepend(primary).OfType<KeyModel>())
        {
            string whose = key.Index is { } index ? $"a key of index '{index}'" : "a key of the table";
            IEnumerable<KeyAttributeModel> attributes = key.Kind == KeyKind.Local ? key.Sort : key.Partition.Concat(key.Sort);
            foreach (KeyAttributeModel attribute in attributes.Where(attribute => !attribute.IsPlain))
            {
                string template = KeyText.Of(attribute);
                if (!generated.TryGetValue(attribute.Name, out (string Whose, string? Template) other))
                {
                    generated.Add(attribute.Name, (whose, template));
                }
                else if (other.Template != template)
                {
                    findings.Add(Diagnostics.KeyAttributeTaken, new Place(type, FindAnnotation(type, key)), type.Name, attribute.Name, whose, other.Whose);
                }
            }
        }

        foreach (StoredProperty property in properties)
        {
            if (generated.TryGetValue(property.Attribute, out (string Whose, string? Template) other))
            {
                findings.Add(
                    Diagnostics.AttributeNameTaken,
                    new Place(property.Symbol, property.Symbol.Find(KnownNames.Attribute), 0),
                    type.Name,
                    property.Symbol.Name,
                    property.Attribute,
                    other.Whose);
            }
        }
    }

    /// <summary>The annotation that makes a key from templates.</summary>
    private static AttributeData? FindAnnotation(INamedTypeSymbol type, KeyModel key) => key.Kind == KeyKind.Primary
        ? type.Find(KnownNames.PrimaryKey)
        : type.FindAll(key.Kind == KeyKind.Local ? KnownNames.LocalSecondaryKey : KnownNames.SecondaryKey)
            .FirstOrDefault(annotation => annotation.Text(0) == key.Index);

    /// <summary>The annotation that names a key's query, of a property where that is the key itself.</summary>
    private static AttributeData? FindNaming(INamedTypeSymbol type, IReadOnlyList<StoredProperty> properties, KeyModel key) =>
        FindAnnotation(type, key)
        ?? properties
            .SelectMany(property => property.Symbol.FindAll(KnownNames.PartitionKey).Concat(property.Symbol.FindAll(KnownNames.SortKey)))
            .FirstOrDefault(annotation => annotation.Text("Index") == key.Index && annotation.Text("Name") is not null);
}
