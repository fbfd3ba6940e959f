using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Partitions;

/// <summary>
/// The partitions of one table or global index, in the order of their hashes, without gap or overlap. Readers take the array and wait
/// for nobody; whoever still holds an older array finds the partitions of that time, which keep their last version.
/// </summary>
internal sealed class PartitionMap
{
    private readonly PartitionIds _ids;
    private readonly Lock _splits = new();
    private Layout _layout;

    public PartitionMap(PartitionIds ids, int locals)
    {
        _ids = ids;
        PartitionVersion empty = new(Tree.Empty, locals == 0 ? [] : new Tree[locals]);
        _layout = new Layout([new Partition(ids.Next(), 0, ulong.MaxValue, empty)]);
    }

    /// <summary>The partitions as they are now; the array never changes.</summary>
    public ReadOnlySpan<Partition> Partitions => Volatile.Read(ref _layout).Partitions;

    /// <summary>The partition that holds a hash.</summary>
    public Partition Find(ulong hash)
    {
        Layout layout = Volatile.Read(ref _layout);
        return layout.Partitions[layout.IndexOf(hash)];
    }

    /// <summary>Splits a partition in two if it has passed a bound. The caller holds its lock and has published its head.</summary>
    public void SplitIfNeeded(Partition partition, EngineOptions options)
    {
        if (!partition.NeedsSplit(options, out ulong hash))
        {
            return;
        }

        (Partition lower, Partition upper) = partition.Split(hash, _ids.Next(), _ids.Next());
        lock (_splits)
        {
            int index = _layout.IndexOf(partition.FirstHash);
            ReadOnlySpan<Partition> partitions = _layout.Partitions;
            Volatile.Write(ref _layout, new Layout([.. partitions[..index], lower, upper, .. partitions[(index + 1)..]]));
        }

        partition.Retire();
    }

    /// <summary>Partitions, and beside them their first hashes, so that a search does not visit partitions.</summary>
    private sealed class Layout(Partition[] partitions)
    {
        private readonly ulong[] _firstHashes = [.. partitions.Select(partition => partition.FirstHash)];

        public Partition[] Partitions { get; } = partitions;

        public int IndexOf(ulong hash)
        {
            int low = 0;
            int high = _firstHashes.Length - 1;
            while (low < high)
            {
                int middle = (low + high + 1) >>> 1;
                if (_firstHashes[middle] <= hash)
                {
                    low = middle;
                }
                else
                {
                    high = middle - 1;
                }
            }

            return low;
        }
    }
}

/// <summary>Numbers the partitions of an engine; locks are taken in the order of these numbers.</summary>
internal sealed class PartitionIds
{
    private long _last;

    public long Next() => Interlocked.Increment(ref _last);
}
