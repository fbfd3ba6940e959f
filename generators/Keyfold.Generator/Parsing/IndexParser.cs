using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Parses the secondary indexes of a table.</summary>
internal sealed class IndexParser(INamedTypeSymbol table, string partitionKey, string? sortKey, Findings findings)
{
    private const int GlobalIndexesMax = 20;
    private const int LocalIndexesMax = 5;
    private const int KeyAttributesMax = 4;
    private const int ProjectedAttributesMax = 100;

    public IReadOnlyList<IndexModel> ParseAll()
    {
        var indexes = new List<IndexModel>();
        foreach (AttributeData attribute in table.GetAttributes().Where(attribute => attribute.AttributeClass is not null))
        {
            IndexModel? index = Annotations.IsKeyfold(attribute.AttributeClass!, KnownNames.GlobalSecondaryIndex) ? ParseGlobal(attribute)
                : Annotations.IsKeyfold(attribute.AttributeClass!, KnownNames.LocalSecondaryIndex) ? ParseLocal(attribute)
                : null;
            if (index is null)
            {
                continue;
            }

            Check(index, attribute, indexes);
            indexes.Add(index);
        }

        CheckCount(KnownNames.GlobalSecondaryIndex, GlobalIndexesMax, Diagnostics.TooManyGlobalIndexes);
        CheckCount(KnownNames.LocalSecondaryIndex, LocalIndexesMax, Diagnostics.TooManyLocalIndexes);
        int projected = indexes.Sum(index => index.NonKeyAttributes.Count);
        if (projected > ProjectedAttributesMax)
        {
            findings.Add(Diagnostics.TooManyProjected, new Place(table), table.Name, Text(projected));
        }

        return indexes;
    }

    private IndexModel ParseGlobal(AttributeData attribute)
    {
        string name = attribute.Text(0) ?? "";
        IReadOnlyList<string>? partitionKeys = attribute.Texts("PartitionKeys");
        IReadOnlyList<string>? sortKeys = attribute.Texts("SortKeys");
        bool hasPartitionKey = attribute.TryText("PartitionKey", out string? onePartitionKey);
        bool hasSortKey = attribute.TryText("SortKey", out string? oneSortKey);
        CheckKeysAndKey(name, attribute, partitionKeys is not null && hasPartitionKey, "PartitionKey");
        CheckKeysAndKey(name, attribute, sortKeys is not null && hasSortKey, "SortKey");

        bool hasSeveral = partitionKeys is not null;
        CheckKeyCount(name, partitionKeys?.Count, 1, "partition", attribute, "PartitionKeys");
        CheckKeyCount(name, sortKeys?.Count, 0, "sort", attribute, "SortKeys");
        if (partitionKeys is not { Count: > 0 })
        {
            // An empty array has been reported; what follows needs a partition key.
            partitionKeys = [onePartitionKey ?? name + "PK"];
        }

        if (sortKeys is null)
        {
            string? defaultSortKey = hasSeveral ? null : name + "SK";
            sortKeys = (hasSortKey ? oneSortKey : defaultSortKey) is { } only ? [only] : [];
        }

        return new IndexModel(
            name, IsLocal: false, partitionKeys.ToEquatableArray(), sortKeys.ToEquatableArray(), Projection(attribute), NonKeyAttributes(attribute));
    }

    private IndexModel ParseLocal(AttributeData attribute)
    {
        string name = attribute.Text(0) ?? "";
        string[] sortKeys = [attribute.Text("SortKey") ?? name + "SK"];
        return new IndexModel(
            name, IsLocal: true, new[] { partitionKey }.ToEquatableArray(), sortKeys.ToEquatableArray(), Projection(attribute), NonKeyAttributes(attribute));
    }

    private static ProjectionKind Projection(AttributeData attribute) => attribute.Choice("Projection") switch
    {
        1 => ProjectionKind.KeysOnly,
        2 => ProjectionKind.Include,
        _ => ProjectionKind.All,
    };

    private static EquatableArray<string> NonKeyAttributes(AttributeData attribute) => (attribute.Texts("NonKeyAttributes") ?? []).ToEquatableArray();

    private void Check(IndexModel index, AttributeData attribute, List<IndexModel> earlier)
    {
        var place = new Place(table, attribute);
        if (!Names.IsTableOrIndexName(index.Name))
        {
            findings.Add(Diagnostics.InvalidName, place with { Position = 0 }, index.Name, "an index", TableParser.NameRule);
        }

        if (earlier.Any(other => other.Name == index.Name))
        {
            findings.Add(Diagnostics.IndexNameTaken, place with { Position = 0 }, table.Name, index.Name);
        }
        else if (earlier.FirstOrDefault(other => Names.Identifier(other.Name) == Names.Identifier(index.Name)) is { } alike)
        {
            findings.Add(
                Diagnostics.IndexIdentifierTaken, place with { Position = 0 }, alike.Name, index.Name, table.Name, Names.Identifier(index.Name));
        }

        if (index.IsLocal && sortKey is null)
        {
            findings.Add(Diagnostics.LocalIndexWithoutSortKey, place, table.Name, index.Name);
        }

        if (index.Projection == ProjectionKind.Include && index.NonKeyAttributes.Count == 0)
        {
            findings.Add(Diagnostics.IncludeNothing, place with { Name = "Projection" }, index.Name);
        }

        if (index.Projection != ProjectionKind.Include && index.NonKeyAttributes.Count > 0)
        {
            findings.Add(Diagnostics.IncludeUnused, place with { Name = "NonKeyAttributes" }, index.Name);
        }

        if (index.PartitionKeys.Concat(index.SortKeys).FirstOrDefault(name => !Names.IsKeyAttributeName(name)) is { } wrong)
        {
            findings.Add(Diagnostics.InvalidName, place, wrong, "an attribute", TableParser.AttributeRule);
        }

        if (FindTwice(index.PartitionKeys.Concat(index.SortKeys)) is { } keyTwice)
        {
            findings.Add(Diagnostics.KeyAttributeTwice, place, $"Index '{index.Name}'", keyTwice);
        }

        if (FindTwice(index.NonKeyAttributes) is { } projectedTwice)
        {
            findings.Add(Diagnostics.ProjectedTwice, place with { Name = "NonKeyAttributes" }, index.Name, projectedTwice);
        }
    }

    private static string? FindTwice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;

    private void CheckKeysAndKey(string index, AttributeData attribute, bool both, string name)
    {
        if (both)
        {
            findings.Add(Diagnostics.KeysAndKey, new Place(table, attribute, Name: name), index, name);
        }
    }

    private void CheckKeyCount(string index, int? count, int min, string key, AttributeData attribute, string argument)
    {
        if (count < min || count > KeyAttributesMax)
        {
            string allowed = min == 0 ? $"at most {KeyAttributesMax}" : $"{min} to {KeyAttributesMax}";
            findings.Add(Diagnostics.KeyAttributeCount, new Place(table, attribute, Name: argument), index, Text(count.Value), key, allowed);
        }
    }

    /// <summary>Points at the first declaration that is too much.</summary>
    private void CheckCount(string annotation, int max, DiagnosticDescriptor descriptor)
    {
        List<AttributeData> declarations = [.. table.FindAll(annotation)];
        if (declarations.Count > max)
        {
            findings.Add(descriptor, new Place(table, declarations[max]), table.Name, Text(declarations.Count));
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
