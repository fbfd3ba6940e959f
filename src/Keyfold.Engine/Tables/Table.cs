using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Streams;
using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold.Engine.Tables;

/// <summary>A table: its schema, laid out for work, and the partitions that hold its items and index entries.</summary>
internal sealed class Table
{
    public Table(TableSchema schema, DateTimeOffset createdAt, PartitionIds ids)
    {
        Schema = schema;
        CreatedAt = createdAt;
        Key = new KeyLayout(schema.Key);
        int locals = schema.Indexes.Count(index => index.Kind == SecondaryIndexKind.Local);
        HasLocalIndexes = locals > 0;
        Partitions = new PartitionMap(ids, locals);
        Indexes = new TableIndex[schema.Indexes.Count];
        int local = 0;
        for (int i = 0; i < Indexes.Length; i++)
        {
            SecondaryIndex definition = schema.Indexes[i];
            Indexes[i] = definition.Kind == SecondaryIndexKind.Local
                ? new TableIndex(definition, Key, Partitions, local++)
                : new TableIndex(definition, Key, new PartitionMap(ids, locals: 0));
        }
    }

    public TableSchema Schema { get; }

    public string Name => Schema.Name;

    public DateTimeOffset CreatedAt { get; }

    public KeyLayout Key { get; }

    /// <summary>The partitions of its items, and of the entries of its local indexes.</summary>
    public PartitionMap Partitions { get; }

    /// <summary>All indexes, in the schema's order.</summary>
    public TableIndex[] Indexes { get; }

    public bool HasLocalIndexes { get; }

    /// <summary>The stream that the table has or had last; its partitions know whether it takes records.</summary>
    public ChangeStream? Stream { get; set; }

    /// <summary>Builds the key of an item that has been checked.</summary>
    public KeySlice WriteKey(EncodedItem item, KeyArena arena, out ulong hash)
    {
        arena.Begin();
        hash = Key.AppendPartition(item, arena);
        Key.AppendPlainSort(item, arena);
        return arena.End();
    }

    public TableIndex? FindIndex(string name) => Array.Find(Indexes, index => string.Equals(index.Name, name, StringComparison.Ordinal));
}
