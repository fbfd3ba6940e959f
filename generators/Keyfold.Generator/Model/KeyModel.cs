namespace Keyfold.Generator.Model;

/// <summary>An entity's key in its table or in an index, and the access pattern that reads it.</summary>
/// <param name="Kind">Whose key it is.</param>
/// <param name="Index">The index; null for the table.</param>
/// <param name="Method">The name of the query method; null where there is none.</param>
/// <param name="Partition">The attributes of the partition key: one, or up to four of an index.</param>
/// <param name="Sort">The attributes of the sort key: none, one, or up to four of an index.</param>
/// <param name="Projection">What the index keeps; all for the table itself.</param>
/// <param name="NonKeyAttributes">The attributes kept beside the keys.</param>
internal sealed record KeyModel(
    KeyKind Kind,
    string? Index,
    string? Method,
    EquatableArray<KeyAttributeModel> Partition,
    EquatableArray<KeyAttributeModel> Sort,
    ProjectionKind Projection,
    EquatableArray<string> NonKeyAttributes)
{
    /// <summary>Whether a partition holds at most one of these entities: each sort key attribute is a constant.</summary>
    public bool IsSingle => Sort.All(attribute => !attribute.Parts.Any());

    /// <summary>The attributes of the partition key and then those of the sort key.</summary>
    public IEnumerable<KeyAttributeModel> Attributes => Partition.Concat(Sort);

    public IEnumerable<KeyPartModel> PartitionParts => Partition.SelectMany(attribute => attribute.Parts);

    public IEnumerable<KeyPartModel> SortParts => Sort.SelectMany(attribute => attribute.Parts);
}

/// <summary>Whose key a key is.</summary>
internal enum KeyKind
{
    Primary,
    Global,
    Local,
}

/// <summary>What an index keeps of an item beside its keys.</summary>
internal enum ProjectionKind
{
    All,
    KeysOnly,
    Include,
}

/// <summary>One key attribute: text made from a template, or a property itself.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Type">String, number or binary.</param>
/// <param name="Segments">The template, or the property as its only segment.</param>
/// <param name="IsPlain">Whether the attribute is the property itself, which is written once, as a property.</param>
internal sealed record KeyAttributeModel(string Name, StoredType Type, EquatableArray<KeySegmentModel> Segments, bool IsPlain)
{
    public IEnumerable<KeyPartModel> Parts => Segments.Where(segment => segment.Part is not null).Select(segment => segment.Part!);
}

/// <summary>A segment of a key template: constant text or a part. One of the two is null.</summary>
internal sealed record KeySegmentModel(string? Text, KeyPartModel? Part);
