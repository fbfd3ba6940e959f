using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Partitions;

/// <summary>A partition whose lock is held, with the trees that are to become its next version.</summary>
internal struct HeldPartition(PartitionMap map, Partition partition)
{
    private PartitionVersion? _next;
    private Tree[]? _ownLocals;

    public PartitionMap Map { get; } = map;

    public Partition Partition { get; } = partition;

    public Tree Items { get; private set; } = partition.Head.Items;

    public readonly ReadOnlySpan<Tree> Locals => _ownLocals ?? Partition.Head.Locals;

    public bool HasChanged { get; private set; }

    public void SetItems(Tree items)
    {
        Items = items;
        HasChanged = true;
    }

    public void SetLocal(int position, Tree entries)
    {
        _ownLocals ??= [.. Partition.Head.Locals];
        _ownLocals[position] = entries;
        HasChanged = true;
    }

    /// <summary>Shows readers the next version: at once, or as soon as a commit over several partitions completes.</summary>
    public void Publish(JointCommit? commit)
    {
        _next = new PartitionVersion(Items, _ownLocals ?? Partition.Head.Locals);
        if (commit is not null)
        {
            _next.HideUntil(commit, Partition.Head);
        }

        Partition.Advance(_next);
        Partition.Publish();
    }

    public readonly void Settle() => _next!.Settle();
}
