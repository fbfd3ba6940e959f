using System.Buffers.Binary;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Trees;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Indexes;

/// <summary>
/// A secondary index of a table. The entries of a local one live in the partitions of its table, beside their items; those of a global
/// one have partitions of their own.
/// </summary>
internal sealed class TableIndex
{
    private readonly KeyLayout _tableKey;
    private readonly int _local;
    private volatile IndexStatus _status;

    /// <param name="definition">Its schema.</param>
    /// <param name="tableKey">The key of its table.</param>
    /// <param name="partitions">Its own partitions, or its table's if it is local.</param>
    /// <param name="local">A local index's place among the local ones of its table.</param>
    public TableIndex(SecondaryIndex definition, KeyLayout tableKey, PartitionMap partitions, int local = -1)
    {
        _tableKey = tableKey;
        _local = local;
        Definition = definition;
        Key = new KeyLayout(definition.Key);
        Partitions = partitions;
        Projection = new IndexProjector(definition.Projection, tableKey, Key);
    }

    public SecondaryIndex Definition { get; }

    public string Name => Definition.Name;

    public bool IsLocal => Definition.Kind == SecondaryIndexKind.Local;

    public KeyLayout Key { get; }

    public PartitionMap Partitions { get; }

    public IndexProjector Projection { get; }

    /// <summary>Whether it has all of its entries and can be read. Writers keep it from the beginning.</summary>
    public IndexStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>
    /// Whether it was made after its table: then there may be items whose attributes cannot be its keys, which are left out, and during its
    /// building there are items that have no entry yet.
    /// </summary>
    public bool IsYounger { get; init; }

    /// <summary>Lets readers in: every item that belongs in it is in it.</summary>
    public void Activate() => _status = IndexStatus.Active;

    /// <summary>Whether an item has an entry.</summary>
    public bool Has(EncodedItem item) => Key.IsIn(item) && (!IsYounger || Key.Fits(item));

    /// <summary>Its entries in a version of one of its partitions.</summary>
    public Tree EntriesOf(PartitionVersion version) => IsLocal ? version.Locals[_local] : version.Items;

    /// <summary>Its entries in a partition whose lock is held.</summary>
    public Tree EntriesOf(in HeldPartition partition) => IsLocal ? partition.Locals[_local] : partition.Items;

    /// <summary>Changes its entries in a partition whose lock is held.</summary>
    public void SetEntries(ref HeldPartition partition, Tree entries)
    {
        if (IsLocal)
        {
            partition.SetLocal(_local, entries);
        }
        else
        {
            partition.SetItems(entries);
        }
    }

    /// <summary>Builds the key of an item's entry.</summary>
    /// <param name="item">An item with all of the index's key attributes, or an entry made of one.</param>
    /// <param name="arena">Where the key goes.</param>
    /// <param name="hash">The hash that places the entry.</param>
    public KeySlice WriteKey(EncodedItem item, KeyArena arena, out ulong hash)
    {
        arena.Begin();
        hash = Key.AppendPartition(item, arena);
        Key.AppendSortElements(item, arena);
        if (IsLocal)
        {
            _tableKey.AppendPlainSort(item, arena);
        }
        else
        {
            AppendTableKey(item, arena);
        }

        return arena.End();
    }

    /// <summary>Entries with one index key come in the order of their items' hashes, as their items do in a scan of the table.</summary>
    private void AppendTableKey(EncodedItem item, KeyArena arena)
    {
        arena.Reserve(sizeof(ulong));
        arena.Advance(sizeof(ulong));
        int place = arena.Length;
        ulong hash = _tableKey.AppendPartition(item, arena);
        _tableKey.AppendPlainSort(item, arena);
        BinaryPrimitives.WriteUInt64BigEndian(arena.At(place - sizeof(ulong), sizeof(ulong)), hash);
    }
}
