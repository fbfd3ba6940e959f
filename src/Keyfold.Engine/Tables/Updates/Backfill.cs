using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Trees;
using Keyfold.Items;

namespace Keyfold.Engine.Tables.Updates;

/// <summary>
/// Gives the items of a table their entries in an index that was added to it. It goes through the table's hashes from the first to the last,
/// some items at a time, under the lock of the partition that holds them. A write of an item either comes before the item's turn: then the
/// turn finds what it left. Or it comes after: then the writer takes a lock that this gave back, so it sees the index and keeps it. An entry
/// made by both is the same entry.
/// </summary>
internal static class Backfill
{
    // how many items a writer may have to wait for: some ten microseconds each
    private const int ItemsPerTurn = 64;

    /// <summary>Fills an index, or some of it, if the index is deleted meanwhile.</summary>
    public static void Run(EngineState engine, Table table, TableIndex index)
    {
        Position? next = new Position(0, []);
        while (next is { } position && table.Indexes.Contains(index))
        {
            next = Turn(engine, table, index, position);
        }
    }

    /// <summary>Takes one turn, and tells where the next one begins.</summary>
    private static Position? Turn(EngineState engine, Table table, TableIndex index, Position from)
    {
        PartitionLocks items = new();
        PartitionLocks entries = new();
        using KeyArena keys = KeyArena.Rent();
        items.Add(table.Partitions, from.Hash);
        items.Acquire();
        try
        {
            ref HeldPartition partition = ref items.Find(table.Partitions, from.Hash);
            List<Entry> found = [];
            Position? next = Collect(partition, index, from, keys, found);
            found.ForEach(entry => entries.Add(index.Partitions, entry.Hash));
            entries.Acquire();
            foreach (Entry entry in found)
            {
                ref HeldPartition held = ref entries.Find(index.Partitions, entry.Hash);
                index.SetEntries(ref held, index.EntriesOf(held).Put(new TreeKey(entry.Hash, keys[entry.Key]), null, index.Projection.Project(entry.Item)));
            }

            // nobody reads the index yet, so its partitions need not change together
            entries.Publish(null);
            return next;
        }
        finally
        {
            entries.Release(engine.Options);
            items.Release(engine.Options);
        }
    }

    private static Position? Collect(in HeldPartition partition, TableIndex index, Position from, KeyArena keys, List<Entry> found)
    {
        TreeCursor cursor = new(partition.Items, new TreeKey(from.Hash, from.Key));
        for (int count = 0; cursor.MoveNext(); count++)
        {
            if (count == ItemsPerTurn)
            {
                return new Position(cursor.Hash, cursor.Key);
            }

            EncodedItem item = new(cursor.Item.Encoded);
            if (index.Has(item))
            {
                found.Add(new Entry(index.WriteKey(item, keys, out ulong hash), hash, cursor.Item));
            }
        }

        ulong last = partition.Partition.LastHash;
        return last == ulong.MaxValue ? null : new Position(last + 1, []);
    }

    /// <summary>The first key of a turn.</summary>
    private readonly record struct Position(ulong Hash, byte[] Key);

    private readonly record struct Entry(KeySlice Key, ulong Hash, StoredItem Item);
}
