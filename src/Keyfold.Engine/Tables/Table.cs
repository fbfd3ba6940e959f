using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
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
        Partitions = new PartitionMap(ids, schema.Indexes.Count(index => index.Kind == SecondaryIndexKind.Local));
        foreach (SecondaryIndex definition in schema.Indexes)
        {
            bool isLocal = definition.Kind == SecondaryIndexKind.Local;
            List<TableIndex> family = isLocal ? Locals : Globals;
            TableIndex index = new(definition, Key, family.Count, isLocal ? Partitions : new PartitionMap(ids, locals: 0));
            family.Add(index);
            Indexes.Add(index);
        }
    }

    public TableSchema Schema { get; }

    public string Name => Schema.Name;

    public DateTimeOffset CreatedAt { get; }

    public KeyLayout Key { get; }

    /// <summary>The partitions of its items, and of the entries of its local indexes.</summary>
    public PartitionMap Partitions { get; }

    /// <summary>All indexes, in the schema's order.</summary>
    public List<TableIndex> Indexes { get; } = [];

    public List<TableIndex> Locals { get; } = [];

    public List<TableIndex> Globals { get; } = [];

    /// <summary>Builds the key of an item that has been checked.</summary>
    public KeySlice WriteKey(EncodedItem item, KeyArena arena, out ulong hash)
    {
        arena.Begin();
        hash = Key.AppendPartition(item, arena);
        Key.AppendPlainSort(item, arena);
        return arena.End();
    }

    public TableIndex? FindIndex(string name) => Indexes.Find(index => string.Equals(index.Name, name, StringComparison.Ordinal));
}
