using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold.Oracle;

/// <summary>A table: its items by key. An index is not kept but computed from the items whenever it is read.</summary>
internal sealed class OracleTable(TableSchema schema, DateTimeOffset createdAt)
{
    public TableSchema Schema { get; set; } = schema;

    public DateTimeOffset CreatedAt => createdAt;

    public SortedDictionary<Item, Item> Items { get; } = new(Ordering.Of(schema.Key, index: null));

    public Item? Find(Item key) => Items.GetValueOrDefault(key);

    /// <summary>Replaces an item, or removes it where the new one is null.</summary>
    public void Write(Item key, Item? item)
    {
        Items.Remove(key);
        if (item is not null)
        {
            Items.Add(key, item);
        }
    }

    public Item KeyOf(Item item) => Only(item, Schema.Key);

    public string? LatestStreamLabel { get; set; }

    /// <summary>What an index keeps of an item, or null if the item lacks one of the index's key attributes, or has one that can be no key.</summary>
    public Item? EntryOf(Item? item, SecondaryIndex index)
    {
        if (item is null || !KeyRules.CanBeIn(index.Key, item))
        {
            return null;
        }

        return Item.Create([.. item.Where(attribute => IsProjected(attribute.Name, index))]);
    }

    public bool IsProjected(string attributeName, SecondaryIndex index) =>
        index.Projection.Type == ProjectionType.All
        || Schema.Key.Contains(attributeName)
        || index.Key.Contains(attributeName)
        || (index.Projection.Type == ProjectionType.Include && index.Projection.NonKeyAttributes.Contains(attributeName));

    /// <summary>The key of an entry of the table or an index, as in a LastEvaluatedKey.</summary>
    public Item PositionOf(Item entry, SecondaryIndex? index) =>
        Item.Create([.. entry.Where(attribute => Schema.Key.Contains(attribute.Name) || (index is not null && index.Key.Contains(attribute.Name)))]);

    private static Item Only(Item item, KeySchema key) => Item.Create([.. item.Where(attribute => key.Contains(attribute.Name))]);
}
