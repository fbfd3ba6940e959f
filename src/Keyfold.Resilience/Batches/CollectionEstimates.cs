using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>What several requests say of the item collections they wrote to: each collection once, in the order in which they came, as it was last.</summary>
internal sealed class CollectionEstimates
{
    private readonly List<(string TableName, List<ItemCollectionMetrics> Collections)> _tables = [];

    public CollectionEstimates(Sequence<TableItemCollectionMetrics> first) => Add(first);

    public void Add(Sequence<TableItemCollectionMetrics> more)
    {
        foreach (TableItemCollectionMetrics table in more)
        {
            int index = _tables.FindIndex(known => known.TableName == table.TableName);
            if (index < 0)
            {
                index = _tables.Count;
                _tables.Add((table.TableName, []));
            }

            foreach (ItemCollectionMetrics collection in table.Collections)
            {
                Add(_tables[index].Collections, collection);
            }
        }
    }

    public Sequence<TableItemCollectionMetrics> ToSequence() =>
        [.. _tables.Select(table => new TableItemCollectionMetrics(table.TableName, [.. table.Collections]))];

    private static void Add(List<ItemCollectionMetrics> collections, ItemCollectionMetrics collection)
    {
        int index = collections.FindIndex(known => known.ItemCollectionKey == collection.ItemCollectionKey);
        if (index < 0)
        {
            collections.Add(collection);
        }
        else
        {
            collections[index] = collection;
        }
    }
}
