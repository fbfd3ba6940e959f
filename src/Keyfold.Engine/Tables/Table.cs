using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Streams;
using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold.Engine.Tables;

/// <summary>
/// A table: its schema, laid out for work, and the partitions that hold its items and index entries. The key and the local indexes are for
/// ever; everything else is in the state, which readers and writers take as it is and only UpdateTable replaces.
/// </summary>
internal sealed class Table
{
    private readonly Lock _changes = new();
    private TableState _state;

    public Table(TableSchema schema, Guid id, DateTimeOffset createdAt, PartitionIds ids)
    {
        Id = id;
        CreatedAt = createdAt;
        Key = new KeyLayout(schema.Key);
        int locals = schema.Indexes.Count(index => index.Kind == SecondaryIndexKind.Local);
        HasLocalIndexes = locals > 0;
        Partitions = new PartitionMap(ids, locals);
        TableIndex[] indexes = new TableIndex[schema.Indexes.Count];
        int local = 0;
        for (int i = 0; i < indexes.Length; i++)
        {
            SecondaryIndex definition = schema.Indexes[i];
            indexes[i] = definition.Kind == SecondaryIndexKind.Local
                ? new TableIndex(definition, Key, Partitions, local++)
                : new TableIndex(definition, Key, new PartitionMap(ids, locals: 0));
        }

        _state = new TableState(schema, indexes)
        {
            OnDemandSince = schema.BillingMode == BillingMode.OnDemand ? createdAt : null,
        };
    }

    /// <summary>What the last change left.</summary>
    public TableState State => Volatile.Read(ref _state);

    public TableSchema Schema => State.Schema;

    public string Name => Schema.Name;

    public Guid Id { get; }

    public DateTimeOffset CreatedAt { get; }

    public KeyLayout Key { get; }

    /// <summary>The partitions of its items, and of the entries of its local indexes.</summary>
    public PartitionMap Partitions { get; }

    /// <summary>
    /// All indexes that a write has to keep, in the schema's order. A write looks here under the lock of its item's partition: then it sees
    /// an index that is being built unless the item's turn in the building is still to come.
    /// </summary>
    public TableIndex[] Indexes => State.Indexes;

    public bool HasLocalIndexes { get; }

    /// <summary>The stream that the table has or had last; its partitions know whether it takes records.</summary>
    public ChangeStream? Stream { get; set; }

    /// <summary>Replaces the state, one change at a time.</summary>
    public TableState Change<TArgument>(Func<Table, TArgument, TableState> change, TArgument argument)
    {
        lock (_changes)
        {
            TableState changed = change(this, argument);
            Volatile.Write(ref _state, changed);
            return changed;
        }
    }

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
