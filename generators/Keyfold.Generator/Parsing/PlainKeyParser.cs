using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Parses an entity's keys that are properties themselves: those with <c>[PartitionKey]</c> and <c>[SortKey]</c>.</summary>
internal sealed class PlainKeyParser(
    INamedTypeSymbol type, TableModel table, IReadOnlyList<StoredProperty> properties, Findings findings)
{
    private readonly IReadOnlyList<PlainKey> _keys =
    [
        .. properties.SelectMany(
            property => property.Symbol.FindAll(KnownNames.PartitionKey).Select(annotation => new PlainKey(property, annotation, IsSort: false))),
        .. properties.SelectMany(
            property => property.Symbol.FindAll(KnownNames.SortKey).Select(annotation => new PlainKey(property, annotation, IsSort: true))),
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
        IReadOnlyList<KeyAttributeModel> partition = ParseAttributes(keys, [table.PartitionKey], new PlainKeyRole(IsSort: false, whose, Index: null));
        string[] sortKeys = table.SortKey is { } sortKey ? [sortKey] : [];
        IReadOnlyList<KeyAttributeModel> sort = ParseAttributes(keys, sortKeys, new PlainKeyRole(IsSort: true, whose, Index: null));
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
                    Diagnostics.UnknownIndex, keys[0].Place with { Name = "Index" }, type.Name, group.Key, table.Type.Name,
                    $"[GlobalSecondaryIndex(\"{group.Key}\")]");
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
        IReadOnlyList<KeyAttributeModel> partition = ParseAttributes(keys, index.PartitionKeys, new PlainKeyRole(IsSort: false, whose, index.Name));
        IReadOnlyList<KeyAttributeModel> sort = ParseAttributes(keys, index.SortKeys, new PlainKeyRole(IsSort: true, whose, index.Name));
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
        IReadOnlyList<KeyAttributeModel> sort = keys.Exists(key => key.IsSort)
            ? ParseAttributes(keys, index.SortKeys, new PlainKeyRole(IsSort: true, $"index '{index.Name}'", index.Name))
            : [];
        return new KeyModel(
            KeyKind.Local,
            index.Name,
            NameOf(keys) ?? QueryNames.Local(partition, sort, index.Name),
            partition,
            sort.ToEquatableArray(),
            index.Projection,
            index.NonKeyAttributes);
    }

    /// <summary>
    /// Finds the property of each declared key attribute, in the order of the declaration. A property that is stored in another attribute is taken to be meant
    /// for one that has none.
    /// </summary>
    private List<KeyAttributeModel> ParseAttributes(List<PlainKey> keys, IReadOnlyList<string> declared, PlainKeyRole role)
    {
        List<PlainKey> left = [.. keys.Where(key => key.IsSort == role.IsSort)];
        var missing = new List<string>();
        var found = new List<KeyAttributeModel>();
        foreach (string attribute in declared)
        {
            List<PlainKey> matches = [.. left.Where(key => key.Property.Attribute == attribute)];
            left.RemoveAll(matches.Contains);
            if (matches.Count > 0)
            {
                found.Add(ParseAttribute(matches[0], isPrimary: role.Index is null));
            }
            else
            {
                missing.Add(attribute);
            }
        }

        for (int i = 0; i < Math.Max(missing.Count, left.Count); i++)
        {
            if (i >= left.Count)
            {
                ReportMissing(missing[i], role);
            }
            else if (i >= missing.Count)
            {
                ReportExtra(left[i], keys, declared, role);
            }
            else
            {
                ReportName(left[i], missing[i], role);
            }
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

        if (isPrimary && property.IsDeclaredNullable)
        {
            findings.Add(Diagnostics.PartNullable, key.Place, type.Name, name, Names.NotNullable(property.Symbol.Type));
        }

        if (isPrimary && property.Role != PropertyRole.None)
        {
            findings.Add(Diagnostics.ChangingKey, key.Place, type.Name, name);
        }

        var part = new KeyPartModel(
            name, isPrimary ? property.InPrimaryKey.Value : property.Value, KeyPartEncoding.Stored, Format: null, 0, 0, Escapes: false, Separator: null,
            KeyPartParser.PlainOrder(property));
        return new KeyAttributeModel(
            property.Attribute, property.StoredType, new[] { new KeySegmentModel(Text: null, part) }.ToEquatableArray(), IsPlain: true);
    }

    private void ReportName(PlainKey key, string attribute, PlainKeyRole role) => findings.Add(
        Diagnostics.PlainKeyName,
        key.Place,
        type.Name,
        key.Property.Symbol.Name,
        key.Property.Attribute,
        role.Words,
        role.Whose,
        attribute,
        role.Argument);

    private void ReportMissing(string attribute, PlainKeyRole role)
    {
        if (role.Index is { } index)
        {
            findings.Add(Diagnostics.IndexKeyIncomplete, new Place(type), type.Name, index, attribute, role.Annotation);
        }
        else if (role.IsSort)
        {
            findings.Add(Diagnostics.PlainSortMissing, new Place(type), $"Table '{table.Type.Name}'", attribute, type.Name);
        }
        else
        {
            findings.Add(Diagnostics.PlainPartitionMissing, new Place(type), type.Name, role.Whose, attribute);
        }
    }

    private void ReportExtra(PlainKey extra, List<PlainKey> keys, IReadOnlyList<string> declared, PlainKeyRole role)
    {
        string name = extra.Property.Symbol.Name;
        if (declared.Count == 1)
        {
            string first = keys.First(key => key.IsSort == role.IsSort && key != extra).Property.Symbol.Name;
            findings.Add(Diagnostics.PlainKeyTwice, extra.Place, type.Name, first, name, role.Words, role.Whose);
            return;
        }

        string repair = declared.Count == 0
            ? $"declare {role.Argument} = \"{extra.Property.Attribute}\""
            : $"add \"{extra.Property.Attribute}\" to {role.Argument}s";
        string whose = char.ToUpperInvariant(role.Whose[0]) + role.Whose.Substring(1);
        findings.Add(
            Diagnostics.PlainKeyExtra,
            extra.Place,
            whose,
            role.IsSort ? "sort key" : "partition key",
            type.Name,
            name,
            repair,
            Annotations.Written(extra.Annotation));
    }

    private static string? NameOf(List<PlainKey> keys) => keys.Select(key => key.Annotation.Text("Name")).FirstOrDefault(name => name is not null);

    private sealed record PlainKey(StoredProperty Property, AttributeData Annotation, bool IsSort)
    {
        public string? Index => Annotation.Text("Index");

        public Place Place => new(Property.Symbol, Annotation);
    }
}

/// <summary>Which key a property is looked for, in the words of messages.</summary>
internal sealed record PlainKeyRole(bool IsSort, string Whose, string? Index)
{
    public string Words => IsSort ? "the sort key" : "the partition key";

    /// <summary>The argument that declares it, at the table or the index.</summary>
    public string Argument => IsSort ? "SortKey" : "PartitionKey";

    /// <summary>The annotation that makes a property this key.</summary>
    public string Annotation => Index is null ? $"[{Argument}]" : $"[{Argument}(Index = \"{Index}\")]";
}
