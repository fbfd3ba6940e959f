using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Trees;
using Keyfold.Schema;

namespace Keyfold.Engine.Indexes;

/// <summary>Makes an index's entry of an item: the keys of table and index, and what the projection names.</summary>
internal sealed class IndexProjector
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly AttributeSelection _selection;

    public IndexProjector(Projection projection, KeyLayout tableKey, KeyLayout indexKey)
    {
        HasAll = projection.Type == ProjectionType.All;
        _names.UnionWith(tableKey.Parts.Select(part => part.Name));
        _names.UnionWith(indexKey.Parts.Select(part => part.Name));
        _names.UnionWith(projection.NonKeyAttributes);
        _selection = new AttributeSelection(_names);
    }

    /// <summary>Whether entries are whole items.</summary>
    public bool HasAll { get; }

    /// <summary>Whether an entry has an attribute if its item does.</summary>
    public bool Has(string attributeName) => HasAll || _names.Contains(attributeName);

    /// <summary>An item's entry. A whole item is shared, not copied.</summary>
    public StoredItem Project(StoredItem item) => HasAll ? item : new StoredItem(Projector.Project(_selection, item.Encoded));
}
