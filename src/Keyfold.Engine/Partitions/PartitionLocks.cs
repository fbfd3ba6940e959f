using System.Runtime.InteropServices;

namespace Keyfold.Engine.Partitions;

/// <summary>
/// The locks of all partitions that an operation needs of one kind (tables' or indexes'), taken in the order of ids, so that two
/// operations never wait for each other. Reused from operation to operation.
/// </summary>
internal sealed class PartitionLocks
{
    private readonly List<(PartitionMap Map, ulong Hash)> _places = [];
    private readonly List<HeldPartition> _held = [];

    /// <summary>The partitions whose locks are held.</summary>
    public Span<HeldPartition> Held => CollectionsMarshal.AsSpan(_held);

    /// <summary>Asks for the partition of a hash.</summary>
    public void Add(PartitionMap map, ulong hash) => _places.Add((map, hash));

    /// <summary>Takes the locks. A partition that was split while this waited is not the one to change: then it starts over.</summary>
    public void Acquire()
    {
        while (!TryAcquire())
        {
            ReleaseAll();
        }
    }

    /// <summary>The held partition of a hash that was asked for.</summary>
    public ref HeldPartition Find(PartitionMap map, ulong hash)
    {
        foreach (ref HeldPartition held in Held)
        {
            if (ReferenceEquals(held.Map, map) && held.Partition.FirstHash <= hash && hash <= held.Partition.LastHash)
            {
                return ref held;
            }
        }

        throw new InvalidOperationException("Broken invariant: the partition's lock is not held.");
    }

    /// <summary>The number of held partitions that have changed.</summary>
    public int CountChanged()
    {
        int count = 0;
        foreach (ref readonly HeldPartition held in Held)
        {
            count += held.HasChanged ? 1 : 0;
        }

        return count;
    }

    /// <summary>Shows readers what has changed: at once, or as soon as a commit over several partitions completes.</summary>
    public void Publish(JointCommit? commit)
    {
        foreach (ref HeldPartition held in Held)
        {
            if (held.HasChanged)
            {
                held.Publish(commit);
            }
        }
    }

    /// <summary>Lets go of the versions before a commit over several partitions, which is complete.</summary>
    public void Settle()
    {
        foreach (ref readonly HeldPartition held in Held)
        {
            if (held.HasChanged)
            {
                held.Settle();
            }
        }
    }

    /// <summary>Splits what has grown past a bound, gives the locks back and forgets what was asked for.</summary>
    public void Release(EngineOptions options)
    {
        foreach (ref HeldPartition held in Held)
        {
            if (held.HasChanged)
            {
                held.Map.SplitIfNeeded(held.Partition, options);
            }
        }

        ReleaseAll();
        _places.Clear();
    }

    private bool TryAcquire()
    {
        foreach ((PartitionMap map, ulong hash) in _places)
        {
            Partition partition = map.Find(hash);
            if (!IsListed(partition))
            {
                _held.Add(new HeldPartition(map, partition));
            }
        }

        if (_held.Count > 1)
        {
            _held.Sort(static (left, right) => left.Partition.Id.CompareTo(right.Partition.Id));
        }

        bool isCurrent = true;
        foreach (ref HeldPartition held in Held)
        {
            held.Partition.Lock.Enter();
            isCurrent &= !held.Partition.IsRetired;

            // what it holds is known only now that nobody else can change it
            held = new HeldPartition(held.Map, held.Partition);
        }

        return isCurrent;
    }

    private bool IsListed(Partition partition)
    {
        foreach (ref readonly HeldPartition held in Held)
        {
            if (ReferenceEquals(held.Partition, partition))
            {
                return true;
            }
        }

        return false;
    }

    private void ReleaseAll()
    {
        foreach (ref HeldPartition held in Held)
        {
            held.Partition.Lock.Exit();
        }

        _held.Clear();
    }
}
