using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Log;

/// <summary>
/// The sizes of item collections: all items of one partition key value and their entries in local indexes, in tables that have such.
/// Nothing is kept for them. The trees sum bytes over any range in logarithmic time, and are asked only when a partition holds enough
/// for a collection in it to be too large.
/// </summary>
internal static class ItemCollections
{
    private const double GigaByte = 1024 * 1024 * 1024;

    /// <summary>Whether an action makes its item collection pass the bound. Shrinking is always allowed.</summary>
    /// <param name="commit">The commit, prepared but not complete.</param>
    /// <param name="position">The action's position.</param>
    /// <param name="bytesMax">The bound.</param>
    public static bool IsTooLarge(Commit commit, int position, long bytesMax)
    {
        ref readonly CommitAction action = ref commit.Actions[position];
        if (!action.Table.HasLocalIndexes || GrowthOf(commit, position) <= 0)
        {
            return false;
        }

        ref HeldPartition partition = ref commit.PartitionOf(action);
        long growth = 0;
        KeySlice prefix = PrefixOf(commit.Keys, action.Key);
        for (int other = 0; other < commit.Actions.Length; other++)
        {
            if (IsSameCollection(commit, action, commit.Actions[other], prefix))
            {
                growth += GrowthOf(commit, other);
            }
        }

        return partition.Partition.Head.Bytes + growth > bytesMax && BytesOf(partition, commit.Keys, action) + growth > bytesMax;
    }

    /// <summary>What the response says of the item collection of a complete commit of one item; null for a table without local indexes.</summary>
    public static ItemCollectionMetrics? Measure(Commit commit) => commit.Actions[0].Table.HasLocalIndexes ? Measure(commit, commit.Actions[0]) : null;

    /// <summary>What the response says of the item collections of a complete commit of several items.</summary>
    public static Sequence<TableItemCollectionMetrics> MeasureAll(Commit commit)
    {
        Dictionary<Table, List<ItemCollectionMetrics>> tables = [];
        foreach (ref readonly CommitAction action in commit.Actions)
        {
            if (action.Table.HasLocalIndexes && action.IsChange)
            {
                ItemCollectionMetrics metrics = Measure(commit, action);
                List<ItemCollectionMetrics> collections = CollectionsMarshal.GetValueRefOrAddDefault(tables, action.Table, out _) ??= [];
                if (!collections.Contains(metrics))
                {
                    collections.Add(metrics);
                }
            }
        }

        return Sequence.From(tables.Select(table => new TableItemCollectionMetrics(table.Key.Name, Sequence.From(table.Value))));
    }

    private static ItemCollectionMetrics Measure(Commit commit, in CommitAction action)
    {
        double lower = Math.Floor(BytesOf(commit.PartitionOf(action), commit.Keys, action) / GigaByte);
        AttributeValue value = action.Table.Key.Partition[0].Read(commit.Keys[PrefixOf(commit.Keys, action.Key)][sizeof(ushort)..]);
        return new ItemCollectionMetrics(value, lower, lower + 1);
    }

    private static long GrowthOf(Commit commit, int position)
    {
        CommitAction action = commit.Actions[position];
        long growth = action.After.Size - action.Before.Size;
        foreach (ref readonly IndexChange change in commit.IndexChanges)
        {
            if (change.Action == position && change.Index.IsLocal)
            {
                growth += change.New.Size - change.Old.Size;
            }
        }

        return growth;
    }

    private static bool IsSameCollection(Commit commit, in CommitAction action, in CommitAction other, KeySlice prefix) =>
        ReferenceEquals(action.Table, other.Table) && commit.Keys[other.Key].StartsWith(commit.Keys[prefix]);

    private static long BytesOf(in HeldPartition partition, KeyArena keys, in CommitAction action)
    {
        KeySlice prefix = PrefixOf(keys, action.Key);
        KeySlice past = keys.Past(prefix);
        TreeKey lower = new(action.Hash, keys[prefix]);
        TreeKey upper = new(action.Hash, keys[past]);
        long bytes = partition.Items.BytesBetween(lower, upper);
        foreach (Tree entries in partition.Locals)
        {
            bytes += entries.BytesBetween(lower, upper);
        }

        return bytes;
    }

    /// <summary>The length of the partition bytes and these: what all keys of the collection begin with, in the table and in its local indexes.</summary>
    private static KeySlice PrefixOf(KeyArena keys, KeySlice key) =>
        key with { Length = sizeof(ushort) + BinaryPrimitives.ReadUInt16BigEndian(keys[key]) };
}
