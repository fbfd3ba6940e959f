using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Parses an entity's keys that are properties themselves: those with <c>[PartitionKey]</c> and <c>[SortKey]</c>.</summary>
internal sealed class PlainKeyParser(
    INamedTypeSymbol type, TableModel table, IReadOnlyList<StoredProperty> properties, Findings findings)
{
    private readonly IReadOnlyList<PlainKey> _keys =
    [
        .. properties.SelectMany(property => property.Symbol.FindAll(KnownNames.PartitionKey).Select(annotation => new PlainKey(property, annotation, IsSort: false))),
        .. properties.SelectMany(property => property.Symbol.FindAll(KnownNames.SortKey).Select(annotation => new PlainKey(property, annotation, IsSort: true))),
    ];

    /// <summary>Reports every property that claims to be a key which a template already makes.</summary>
    public void RefuseBeside(string? index, string whose)
    {
        foreach (PlainKey key in _keys.Where(key => key.Index == index))
        {
            findings.Add(Diagnostics.PlainAndTemplate, key.Place, type.Name, whose, key.Property.Symbol.Name);
        }
    }

    public KeyModel? ParsePrimary()
    {
        List<PlainKey> keys = [.. _keys.Where(key => key.Index is null)];
        if (keys.Count == 0)
        {
            findings.Add(Diagnostics.KeyMissing, new Place(type), type.Name);
            return null;
        }

        string whose = $"table '{table.Type.Name}'";
        IReadOnlyList<KeyAttributeModel> partition = ParseAttributes(keys, [table.PartitionKey], isSort: false, whose, "[PartitionKey]", isPrimary: true);
        string[] sortKeys = table.SortKey is { } sortKey ? [sortKey] : [];
        IReadOnlyList<KeyAttributeModel> sort = ParseAttributes(keys, sortKeys, isSort: true, whose, "[SortKey]", isPrimary: true);
        return new KeyModel(
            KeyKind.Primary,
            Index: null,
            NameOf(keys) ?? QueryNames.Primary(partition, sort),
            partition.ToEquatableArray(),
            sort.ToEquatableArray(),
            ProjectionKind.All,
            EquatableArray<string>.Empty);
    }

    public IEnumerable<KeyModel> ParseSecondary(KeyModel? primary, IReadOnlyList<KeyModel> fromTemplates)
    {
        foreach (IGrouping<string, PlainKey> group in _keys.Where(key => key.Index is not null).GroupBy(key => key.Index!, StringComparer.Ordinal))
        {
            List<PlainKey> keys = [.. group];
            if (table.Indexes.FirstOrDefault(index => index.Name == group.Key) is not { } index)
            {
                findings.Add(
                    Diagnostics.UnknownIndex, keys[0].Place with { Name = "Index" }, type.Name, group.Key, table.Type.Name, $"[GlobalSecondaryIndex(\"{group.Key}\")]");
            }
            else if (!fromTemplates.Any(key => key.Index == group.Key))
            {
                yield return index.IsLocal ? ParseLocal(index, keys, primary) : ParseGlobal(index, keys);
            }
        }
    }

    private KeyModel ParseGlobal(IndexModel index, List<PlainKey> keys)
    {
        string whose = $"index '{index.Name}'";
        string annotation = $"(Index = \"{index.Name}\")]";
        IReadOnlyList<KeyAttributeModel> partition = ParseAttributes(keys, index.PartitionKeys, isSort: false, whose, "[PartitionKey" + annotation, isPrimary: false);
        IReadOnlyList<KeyAttributeModel> sort = ParseAttributes(keys, index.SortKeys, isSort: true, whose, "[SortKey" + annotation, isPrimary: false);
        return new KeyModel(
            KeyKind.Global,
            index.Name,
            NameOf(keys) ?? QueryNames.Global(partition, sort, index.Name),
            partition.ToEquatableArray(),
            sort.ToEquatableArray(),
            index.Projection,
            index.NonKeyAttributes);
    }

    private KeyModel ParseLocal(IndexModel index, List<PlainKey> keys, KeyModel? primary)
    {
        foreach (PlainKey key in keys.Where(key => !key.IsSort))
        {
            findings.Add(Diagnostics.WrongKindOfIndex, key.Place, index.Name, table.Type.Name, "a local one", $"[SortKey(Index = \"{index.Name}\")]");
        }

        EquatableArray<KeyAttributeModel> partition = primary?.Partition ?? EquatableArray<KeyAttributeModel>.Empty;
        IReadOnlyList<KeyAttributeModel> sort = ParseAttributes(
            keys, index.SortKeys, isSort: true, $"index '{index.Name}'", $"[SortKey(Index = \"{index.Name}\")]", isPrimary: false);
        return new KeyModel(
            KeyKind.Local,
            index.Name,
            NameOf(keys) ?? QueryNames.Local(partition, sort, index.Name),
            partition,
            sort.ToEquatableArray(),
            index.Projection,
            index.NonKeyAttributes);
    }

    /// <summary>Finds the property of each declared key attribute, in the order of the declaration.</summary>
    private List<KeyAttributeModel> ParseAttributes(
        List<PlainKey> keys, IReadOnlyList<string> declared, bool isSort, string whose, string annotation, bool isPrimary)
    {
        List<PlainKey> candidates = [.. keys.Where(key => key.IsSort == isSort)];
        var found = new List<KeyAttributeModel>();
        foreach (string attribute in declared)
        {
            List<PlainKey> matches = [.. candidates.Where(key => key.Property.Attribute == attribute)];
            candidates.RemoveAll(matches.Contains);
            if (matches.Count > 0)
            {
                found.Add(ParseAttribute(matches[0], isPrimary));
            }
            else if (declared.Count == 1 && candidates.Count > 0)
            {
                ReportName(candidates[0], attribute, isSort, whose);
                return found;
            }
            else
            {
                ReportMissing(attribute, isSort, whose, annotation, isPrimary);
            }
        }

        foreach (PlainKey extra in candidates)
        {
            ReportExtra(extra, keys, declared, isSort, whose);
        }

        return found;
    }

    private KeyAttributeModel ParseAttribute(PlainKey key, bool isPrimary)
    {
        StoredProperty property = key.Property;
        string name = property.Symbol.Name;
        if (property.StoredType is not (StoredType.String or StoredType.Number or StoredType.Binary))
        {
            findings.Add(Diagnostics.PlainKeyType, key.Place, type.Name, name, Names.ShortName(property.Symbol.Type));
        }

        if (isPrimary && property.Value.IsNullable)
        {
            findings.Add(Diagnostics.PartNullable, key.Place, type.Name, name, Names.ShortName(property.Symbol.Type).TrimEnd('?'));
        }

        if (isPrimary && property.Role != PropertyRole.None)
        {
            findings.Add(Diagnostics.ChangingKey, key.Place, type.Name, name);
        }

        var part = new KeyPartModel(
            name, property.Value, KeyPartEncoding.Stored, Format: null, 0, 0, Escapes: false, Separator: null, KeyPartParser.PlainOrder(property));
        return new KeyAttributeModel(property.Attribute, property.StoredType, new[] { new KeySegmentModel(Text: null, part) }.ToEquatableArray(), IsPlain: true);
    }

    private void ReportName(PlainKey key, string attribute, bool isSort, string whose) => findings.Add(
        Diagnostics.PlainKeyName,
        key.Place,
        type.Name,
        key.Property.Symbol.Name,
        key.Property.Attribute,
        isSort ? "the sort key" : "the partition key",
        whose,
        attribute,
        isSort ? "SortKey" : "PartitionKey");

    private void ReportMissing(string attribute, bool isSort, string whose, string annotation, bool isPrimary)
    {
        if (!isPrimary)
        {
            findings.Add(Diagnostics.IndexKeyIncomplete, new Place(type), type.Name, whose.Substring("index ".Length).Trim('\''), attribute, annotation);
        }
        else if (isSort)
        {
            findings.Add(Diagnostics.PlainSortMissing, new Place(type), $"Table '{table.Type.Name}'", attribute, type.Name);
        }
        else
        {
            findings.Add(Diagnostics.PlainPartitionMissing, new Place(type), type.Name, whose, attribute);
        }
    }

    private void ReportExtra(PlainKey extra, List<PlainKey> keys, IReadOnlyList<string> declared, bool isSort, string whose)
    {
        string name = extra.Property.Symbol.Name;
        if (isSort && declared.Count == 0)
        {
            findings.Add(Diagnostics.PlainSortUnexpected, extra.Place, char.ToUpperInvariant(whose[0]) + whose.Substring(1), type.Name, name, extra.Property.Attribute);
        }
        else if (declared.Count == 1)
        {
            string first = keys.First(key => key.IsSort == isSort && key != extra).Property.Symbol.Name;
            findings.Add(Diagnostics.PlainKeyTwice, extra.Place, type.Name, first, name, isSort ? "the sort key" : "the partition key", whose);
        }
        else
        {
            ReportName(extra, string.Join("', '", declared), isSort, whose);
        }
    }

    private static string? NameOf(List<PlainKey> keys) => keys.Select(key => key.Annotation.Text("Name")).FirstOrDefault(name => name is not null);

    private sealed record PlainKey(StoredProperty Property, AttributeData Annotation, bool IsSort)
    {
        public string? Index => Annotation.Text("Index");

        public Place Place => new(Property.Symbol, Annotation);
    }
}
