using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>What is generated beside the user's own types, as the emitters name it. Nobody else may have these names.</summary>
internal static class GeneratedNames
{
    public static IEnumerable<string> OfEntity(string type, string set, IEnumerable<KeyModel> keys)
    {
        IEnumerable<string> queries = keys
            .Where(key => key.Method is not null)
            .SelectMany(key => key.SortParts.Select((_, position) =>
                set + key.Method + string.Concat(key.SortParts.Take(position).Select(part => "And" + part.Property))));
        return [type + "Key", type + "Set", type + "UpdateFields", .. OfDocument(type), .. queries];
    }

    public static IEnumerable<string> OfDocument(string type) => [type + "Fields"];

    /// <summary>The set's method that starts the plan of a key's partition.</summary>
    public static string Plan(KeyModel key) => "In" + (key.Index is { } index ? Names.Identifier(index) : "Table");

    /// <summary>The set's method that scans a secondary key's index.</summary>
    public static string Scan(KeyModel key) => "Scan" + Names.Identifier(key.Index!);

    /// <summary>Reports those of the names that a user's type beside a type has already.</summary>
    public static void Check(INamedTypeSymbol beside, IEnumerable<string> names, Place place, Findings findings)
    {
        INamespaceOrTypeSymbol container = beside.ContainingType is { } outer ? outer : beside.ContainingNamespace;
        foreach (string name in names.Where(name => container.GetTypeMembers(name, 0).Any(IsWritten)))
        {
            findings.Add(Diagnostics.GeneratedNameTaken, place, name, beside.Name, "another");
        }
    }

    /// <summary>Reports properties that would become members of a generated type with their own name, which C# does not allow.</summary>
    public static void CheckProperties(INamedTypeSymbol type, IReadOnlyList<StoredProperty> properties, IEnumerable<string> names, Findings findings)
    {
        foreach (StoredProperty property in properties.Where(property => names.Contains(property.Symbol.Name)))
        {
            findings.Add(Diagnostics.GeneratedNameTaken, new Place(property.Symbol), property.Symbol.Name, type.Name, "a property");
        }
    }

    /// <summary>What a document's fields have beside those of its properties.</summary>
    public static string[] FieldsMembers { get; } = ["_path"];

    /// <summary>What an entity's key has beside its parts.</summary>
    public static string[] KeyMembers { get; } = ["ToItemKey"];

    /// <summary>Reports properties that would become a second member of one name in a generated type.</summary>
    public static void CheckMembers(string generated, INamedTypeSymbol type, IEnumerable<StoredProperty> properties, string[] names, Findings findings)
    {
        foreach (StoredProperty property in properties.Where(property => names.Contains(property.Symbol.Name)))
        {
            findings.Add(
                Diagnostics.MemberNameTaken, new Place(property.Symbol), type.Name, property.Symbol.Name, generated, property.Attribute);
        }
    }

    /// <summary>Whether somebody wrote a declaration of a symbol: an analyzer sees the generated ones too.</summary>
    public static bool IsWritten(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(declaration => !declaration.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
}
