using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Reads;

/// <summary>What a Query or Scan reads: a table or one of its indexes.</summary>
internal sealed class ReadSource
{
    private ReadSource(Table table, TableIndex? index)
    {
        Table = table;
        Index = index;
    }

    public Table Table { get; }

    /// <summary>The index, or null for the table itself.</summary>
    public TableIndex? Index { get; }

    /// <summary>The key that its entries are ordered by.</summary>
    public KeyLayout Key => Index?.Key ?? Table.Key;

    public PartitionMap Partitions => Index?.Partitions ?? Table.Partitions;

    public bool IsGlobal => Index is { IsLocal: false };

    /// <summary>Finds a table or index.</summary>
    public static ReadSource Find(EngineState engine, string tableName, string? indexName, bool isConsistent)
    {
        Table table = engine.Tables.Find(tableName);
        TableIndex? index = indexName is null ? null : table.FindIndex(indexName) ?? throw StorageErrors.IndexNotFound(indexName);
        if (index is { Status: not IndexStatus.Active })
        {
            throw StorageErrors.IndexIsBackfilling(index.Name);
        }

        ReadSource source = new(table, index);
        if (source.IsGlobal)
        {
            engine.DelayedIndexes?.ApplyDue();
        }

        return source.IsGlobal && isConsistent ? throw StorageErrors.ConsistentReadOnGlobalIndex() : source;
    }

    /// <summary>The entries in a version of one of its partitions.</summary>
    public Tree EntriesOf(PartitionVersion version) => Index?.EntriesOf(version) ?? version.Items;

    /// <summary>The key of an entry.</summary>
    /// <param name="entry">An item, an index's entry, or the key attributes of table and index.</param>
    /// <param name="arena">Where the key goes.</param>
    /// <param name="hash">The hash that places the entry.</param>
    public KeySlice WriteKey(EncodedItem entry, KeyArena arena, out ulong hash) =>
        Index is null ? Table.WriteKey(entry, arena, out hash) : Index.WriteKey(entry, arena, out hash);
}
