using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Parses the secondary indexes of a table.</summary>
internal sealed class IndexParser(INamedTypeSymbol table, string partitionKey, string? sortKey, Findings findings)
{
    private const int GlobalIndexesMax = 20;
    private const int LocalIndexesMax = 5;
    private const int KeyAttributesMax = 4;

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

        CheckCount(indexes, isLocal: false, GlobalIndexesMax, Diagnostics.TooManyGlobalIndexes);
        CheckCount(indexes, isLocal: true, LocalIndexesMax, Diagnostics.TooManyLocalIndexes);
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

        partitionKeys ??= [onePartitionKey ?? name + "PK"];
        if (sortKeys is null)
        {
            string? defaultSortKey = attribute.Texts("PartitionKeys") is null ? name + "SK" : null;
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

        if (index.IsLocal && sortKey is null)
        {
            findings.Add(Diagnostics.LocalIndexWithoutSortKey, place, table.Name, index.Name);
        }

        if (index.Projection == ProjectionKind.Include && index.NonKeyAttributes.Count == 0)
        {
            findings.Add(Diagnostics.IncludeNothing, place, index.Name);
        }

        if (index.Projection != ProjectionKind.Include && index.NonKeyAttributes.Count > 0)
        {
            findings.Add(Diagnostics.IncludeUnused, place with { Name = "NonKeyAttributes" }, index.Name);
        }

        CheckKeyCount(index, index.PartitionKeys.Count, "partition", place);
        CheckKeyCount(index, index.SortKeys.Count, "sort", place);
        string? twice = index.PartitionKeys.Concat(index.SortKeys).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null)
        {
            findings.Add(Diagnostics.KeyAttributeTwice, place, $"Index '{index.Name}'", twice);
        }
    }

    private void CheckKeysAndKey(string index, AttributeData attribute, bool both, string name)
    {
        if (both)
        {
            findings.Add(Diagnostics.KeysAndKey, new Place(table, attribute, Name: name), index, name);
        }
    }

    private void CheckKeyCount(IndexModel index, int count, string key, Place place)
    {
        if (count > KeyAttributesMax)
        {
            findings.Add(Diagnostics.TooManyKeyAttributes, place, index.Name, Text(count), key);
        }
    }

    private void CheckCount(List<IndexModel> indexes, bool isLocal, int max, DiagnosticDescriptor descriptor)
    {
        int count = indexes.Count(index => index.IsLocal == isLocal);
        if (count > max)
        {
            findings.Add(descriptor, new Place(table), table.Name, Text(count));
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
