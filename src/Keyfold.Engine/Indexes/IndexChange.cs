using Keyfold.Engine.Keys;
using Keyfold.Engine.Log;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Trees;
using Keyfold.Items;

namespace Keyfold.Engine.Indexes;

/// <summary>What a change of an item does to its entry in one index: the entry goes, comes, moves or is replaced.</summary>
internal readonly struct IndexChange
{
    private readonly ulong _oldHash;
    private readonly ulong _newHash;
    private readonly KeySlice _oldKey;
    private readonly KeySlice _newKey;

    private IndexChange(TableIndex index, int action, StoredItem before, StoredItem after, KeyArena arena)
    {
        Index = index;
        Action = action;
        if (before.Exists)
        {
            _oldKey = index.WriteKey(new EncodedItem(before.Encoded), arena, out _oldHash);
            Old = index.Projection.Project(before);
        }

        if (after.Exists)
        {
            _newKey = index.WriteKey(new EncodedItem(after.Encoded), arena, out _newHash);
            New = index.Projection.Project(after);
        }

        Moves = before.Exists && after.Exists && !arena[_oldKey].SequenceEqual(arena[_newKey]);
    }

    public TableIndex Index { get; }

    /// <summary>The position of the item's action in its commit.</summary>
    public int Action { get; }

    /// <summary>The entry as it was; none if there was none.</summary>
    public StoredItem Old { get; }

    /// <summary>The entry as it becomes; none if it goes.</summary>
    public StoredItem New { get; }

    /// <summary>Whether the entry stays in the index with another key.</summary>
    public bool Moves { get; }

    private bool IsChange => Moves || !Old.Encoded.SequenceEqual(New.Encoded);

    /// <summary>Finds what an action changes in each index of its table. Depends on nothing but the item before and after.</summary>
    public static void Find(in CommitAction action, int position, KeyArena arena, List<IndexChange> changes)
    {
        foreach (TableIndex index in action.Table.Indexes)
        {
            StoredItem before = MemberOf(index, action.Before);
            StoredItem after = MemberOf(index, action.After);
            if (before.Exists || after.Exists)
            {
                IndexChange change = new(index, position, before, after, arena);
                if (change.IsChange)
                {
                    changes.Add(change);
                }
            }
        }
    }

    /// <summary>Asks for the locks of the partitions where the entry was and will be.</summary>
    public void AddPlaces(PartitionLocks locks)
    {
        if (Old.Exists)
        {
            locks.Add(Index.Partitions, _oldHash);
        }

        if (New.Exists)
        {
            locks.Add(Index.Partitions, _newHash);
        }
    }

    /// <summary>Changes the entry in the partitions that hold it.</summary>
    public void Apply(PartitionLocks locks, KeyArena arena, object? owner) => Apply(locks, arena[_oldKey], arena[_newKey], owner);

    /// <summary>The change by itself, to be applied when the arena of its keys serves others.</summary>
    public DelayedIndexChange Delay(KeyArena arena, DateTimeOffset dueAt) => new(this, arena[_oldKey].ToArray(), arena[_newKey].ToArray(), dueAt);

    /// <inheritdoc cref="Apply(PartitionLocks, KeyArena, object?)"/>
    public void Apply(PartitionLocks locks, ReadOnlySpan<byte> oldKey, ReadOnlySpan<byte> newKey, object? owner)
    {
        if (Moves || !New.Exists)
        {
            ref HeldPartition held = ref locks.Find(Index.Partitions, _oldHash);
            Tree entries = Index.EntriesOf(held);
            TreeKey old = new(_oldHash, oldKey);
            if (!Index.IsYounger || entries.Find(old).Exists)
            {
                Index.SetEntries(ref held, entries.Remove(old, owner));
            }
        }

        if (New.Exists)
        {
            ref HeldPartition held = ref locks.Find(Index.Partitions, _newHash);
            Index.SetEntries(ref held, Index.EntriesOf(held).Put(new TreeKey(_newHash, newKey), null, New, owner));
        }
    }

    private static StoredItem MemberOf(TableIndex index, StoredItem item) =>
        item.Exists && index.Has(new EncodedItem(item.Encoded)) ? item : StoredItem.None;
}
