using Keyfold.Engine.Streams;
using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Partitions;

/// <summary>
/// One contiguous range of hashes of a table or global index. Writers take its lock, one at a time; whoever needs several partitions
/// takes those of tables before those of indexes, and each kind in the order of ids. Readers take the visible version and no lock.
/// </summary>
/// <param name="id">Unique in the engine.</param>
/// <param name="firstHash">The range's first hash.</param>
/// <param name="lastHash">The range's last hash, included.</param>
/// <param name="version">What it holds at first.</param>
internal sealed class Partition(long id, ulong firstHash, ulong lastHash, PartitionVersion version)
{
    private PartitionVersion _head = version;
    private PartitionVersion _visible = version;

    public long Id { get; } = id;

    public ulong FirstHash { get; } = firstHash;

    public ulong LastHash { get; } = lastHash;

    public Lock Lock { get; } = new();

    /// <summary>Whether it was split: its writers must look for its successors. Written and read under the lock.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Where its changes are recorded, if the table has a stream. Written and read under the lock.</summary>
    public Shard? Shard { get; set; }

    /// <summary>What the last commit left, for its writer under the lock; readers see it when it is published.</summary>
    public PartitionVersion Head => _head;

    /// <summary>What readers see: a version whose commit is in the log and complete in every partition that it changes.</summary>
    public PartitionVersion Visible => Volatile.Read(ref _visible).Resolve();

    /// <summary>Puts a commit's outcome at the head.</summary>
    public void Advance(PartitionVersion next) => _head = next;

    /// <summary>Shows readers the head.</summary>
    public void Publish() => Volatile.Write(ref _visible, _head);

    /// <summary>Where to split, if the partition has passed a bound and holds more than one hash.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="hash">The first hash of the upper half.</param>
    public bool NeedsSplit(EngineOptions options, out ulong hash)
    {
        Tree items = _head.Items;
        hash = 0;
        if (items.Count <= options.PartitionItemsMax && _head.Bytes <= options.PartitionBytesMax)
        {
            return false;
        }

        return TryFindMiddle(items, out hash);
    }

    /// <summary>The two partitions that take this one's place.</summary>
    public (Partition Lower, Partition Upper) Split(ulong hash, long lowerId, long upperId)
    {
        (Tree below, Tree fromOn) = _head.Items.CutAt(hash);
        Tree[] localsBelow = new Tree[_head.Locals.Length];
        Tree[] localsFromOn = new Tree[_head.Locals.Length];
        for (int i = 0; i < _head.Locals.Length; i++)
        {
            (localsBelow[i], localsFromOn[i]) = _head.Locals[i].CutAt(hash);
        }

        (Shard? shardBelow, Shard? shardFromOn) = Shard?.Split(lowerId, upperId) ?? default;
        return (
            new Partition(lowerId, FirstHash, hash - 1, new PartitionVersion(below, localsBelow)) { Shard = shardBelow },
            new Partition(upperId, hash, LastHash, new PartitionVersion(fromOn, localsFromOn)) { Shard = shardFromOn });
    }

    public void Retire() => IsRetired = true;

    private static bool TryFindMiddle(Tree items, out ulong hash)
    {
        hash = 0;
        if (items.Count < 2)
        {
            return false;
        }

        ulong first = items.HashAt(0);
        if (first == items.HashAt(items.Count - 1))
        {
            return false;
        }

        hash = items.HashAt(items.Count / 2);
        if (hash == first)
        {
            // the lower half is one item collection: split behind it
            TreeCursor cursor = new(items, TreeKey.First(first + 1));
            cursor.MoveNext();
            hash = cursor.Hash;
        }

        return true;
    }
}
