using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>
/// Parses an entity's keys from templates: the primary key, and those of indexes. Keys that are properties are <see cref="PlainKeyParser"/>'s.
/// </summary>
internal sealed class KeyParser(
    INamedTypeSymbol type, TableModel table, IReadOnlyList<StoredProperty> properties, Findings findings)
{
    private readonly KeyTemplateParser _templates = new(type, properties, findings);
    private readonly PlainKeyParser _plain = new(type, table, properties, findings);

    public KeyModel? ParsePrimary()
    {
        if (type.Find(KnownNames.PrimaryKey) is not { } annotation)
        {
            return _plain.ParsePrimary();
        }

        _plain.RefuseBeside(index: null, "the table");
        var sort = new List<KeyAttributeModel>();
        if (annotation.Text(1) is { } sortTemplate)
        {
            if (table.SortKey is null)
            {
                findings.Add(Diagnostics.SortTemplateUnexpected, new Place(type, annotation, 1), table.Type.Name, type.Name);
            }
            else
            {
                sort.Add(Parse(table.SortKey, sortTemplate, annotation, 1, isSort: true, isPrimary: true));
            }
        }
        else if (table.SortKey is not null)
        {
            findings.Add(Diagnostics.SortTemplateMissing, new Place(type, annotation), table.Type.Name, table.SortKey, type.Name);
        }

        KeyAttributeModel partition = Parse(table.PartitionKey, annotation.Text(0) ?? "", annotation, 0, isSort: false, isPrimary: true);
        return new KeyModel(
            KeyKind.Primary,
            Index: null,
            annotation.Text("Name") ?? QueryNames.Primary([partition], sort),
            new[] { partition }.ToEquatableArray(),
            sort.ToEquatableArray(),
            ProjectionKind.All,
            EquatableArray<string>.Empty);
    }

    public IReadOnlyList<KeyModel> ParseSecondary(KeyModel? primary)
    {
        var keys = new List<KeyModel>();
        foreach (AttributeData annotation in type.GetAttributes().Where(attribute => attribute.AttributeClass is not null))
        {
            bool isLocal = Annotations.IsKeyfold(annotation.AttributeClass!, KnownNames.LocalSecondaryKey);
            if (!isLocal && !Annotations.IsKeyfold(annotation.AttributeClass!, KnownNames.SecondaryKey))
            {
                continue;
            }

            string name = annotation.Text(0) ?? "";
            if (keys.Any(key => key.Index == name))
            {
                findings.Add(Diagnostics.IndexKeyTwice, new Place(type, annotation), type.Name, name);
            }
            else if (FindIndex(name, isLocal, annotation) is { } index)
            {
                _plain.RefuseBeside(name, $"index '{name}'");
                keys.Add(isLocal ? ParseLocal(index, annotation, primary) : ParseGlobal(index, annotation));
            }
        }

        keys.AddRange(_plain.ParseSecondary(primary, keys));
        return keys;
    }

    private IndexModel? FindIndex(string name, bool isLocal, AttributeData annotation)
    {
        var place = new Place(type, annotation, 0);
        if (table.Indexes.FirstOrDefault(index => index.Name == name) is not { } index)
        {
            string declaration = isLocal ? "LocalSecondaryIndex" : "GlobalSecondaryIndex";
            findings.Add(Diagnostics.UnknownIndex, place, type.Name, name, table.Type.Name, $"[{declaration}(\"{name}\")]");
            return null;
        }

        if (index.IsLocal != isLocal)
        {
            (string kind, string repair) = index.IsLocal ? ("a local one", "[LocalSecondaryKey]") : ("a global one", "[SecondaryKey]");
            findings.Add(Diagnostics.WrongKindOfIndex, place, name, table.Type.Name, kind, repair);
            return null;
        }

        if (index.PartitionKeys.Count > 1 || index.SortKeys.Count > 1)
        {
            findings.Add(Diagnostics.MultiAttributeTemplate, place, name, type.Name);
            return null;
        }

        return index;
    }

    private KeyModel ParseGlobal(IndexModel index, AttributeData annotation)
    {
        KeyAttributeModel[] partition = [Parse(index.PartitionKeys[0], annotation.Text(1) ?? "", annotation, 1, isSort: false, isPrimary: false)];
        var sort = new List<KeyAttributeModel>();
        if (annotation.Text(2) is { } sortTemplate)
        {
            if (index.SortKeys.Count == 0)
            {
                findings.Add(Diagnostics.IndexSortUnexpected, new Place(type, annotation, 2), index.Name, type.Name);
            }
            else
            {
                sort.Add(Parse(index.SortKeys[0], sortTemplate, annotation, 2, isSort: true, isPrimary: false));
            }
        }
        else if (index.SortKeys.Count > 0)
        {
            findings.Add(Diagnostics.IndexSortMissing, new Place(type, annotation), index.Name, index.SortKeys[0], type.Name);
        }

        string method = annotation.Text("Name") ?? QueryNames.Global(partition, sort, index.Name);
        return new KeyModel(
            KeyKind.Global, index.Name, method, partition.ToEquatableArray(), sort.ToEquatableArray(), index.Projection, index.NonKeyAttributes);
    }

    private KeyModel ParseLocal(IndexModel index, AttributeData annotation, KeyModel? primary)
    {
        KeyAttributeModel[] sort = [Parse(index.SortKeys[0], annotation.Text(1) ?? "", annotation, 1, isSort: true, isPrimary: false)];
        EquatableArray<KeyAttributeModel> partition = primary?.Partition ?? EquatableArray<KeyAttributeModel>.Empty;
        string method = annotation.Text("Name") ?? QueryNames.Local(partition, sort, index.Name);
        return new KeyModel(KeyKind.Local, index.Name, method, partition, sort.ToEquatableArray(), index.Projection, index.NonKeyAttributes);
    }

    private KeyAttributeModel Parse(string attribute, string template, AttributeData annotation, int position, bool isSort, bool isPrimary) =>
        _templates.Parse(attribute, new KeyTemplateSource(template, new Place(type, annotation, position), isSort, isPrimary));
}
