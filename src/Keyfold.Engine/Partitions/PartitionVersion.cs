using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Partitions;

/// <summary>
/// What a partition holds at one moment: a tree of items and, for a table with local secondary indexes, one tree of entries for each
/// of those, in the schema's order. They change together, so that no reader sees an item without its entries.
/// </summary>
internal sealed class PartitionVersion(Tree items, Tree[] locals)
{
    private PartitionVersion? _before;
    private JointCommit? _commit;

    public Tree Items { get; } = items;

    public Tree[] Locals { get; } = locals;

    /// <summary>All sizes of items and entries, summed.</summary>
    public long Bytes
    {
        get
        {
            long bytes = Items.Bytes;
            foreach (Tree local in Locals)
            {
                bytes += local.Bytes;
            }

            return bytes;
        }
    }

    /// <summary>Makes readers see the version before until the commit over several partitions is complete.</summary>
    public void HideUntil(JointCommit commit, PartitionVersion before)
    {
        _before = before;
        _commit = commit;
    }

    /// <summary>Lets go of the version before, once the commit is complete.</summary>
    public void Settle()
    {
        Volatile.Write(ref _commit, null);
        Volatile.Write(ref _before, null);
    }

    /// <summary>This version, or the one before if this one's commit is not complete.</summary>
    public PartitionVersion Resolve()
    {
        if (Volatile.Read(ref _commit) is not { IsComplete: false })
        {
            return this;
        }

        // gone if the commit has completed since: then this is the version to see
        return Volatile.Read(ref _before) ?? this;
    }
}
