using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Storage;

namespace Keyfold.Engine.Indexes;

/// <summary>
/// The changes of global indexes that are not shown yet, in the order of their commits. No thread waits for their time: who reads a global
/// index or adds a change applies those that are due, one thread at a time. A commit adds its changes under the locks of its items, so that
/// two changes of an entry never change places; the lock here is taken after those, and before those of indexes.
/// </summary>
internal sealed class DelayedIndexChanges(EngineOptions options)
{
    private readonly Lock _lock = new();
    private readonly Queue<DelayedIndexChange> _pending = new();

    /// <summary>Whether changes of an index wait: not of a local one, nor of one that is still being built, which nobody reads.</summary>
    public static bool Concerns(TableIndex index) => !index.IsLocal && index.Status == IndexStatus.Active;

    /// <summary>Takes a change of an index whose changes wait.</summary>
    public void Add(in IndexChange change, KeyArena keys)
    {
        lock (_lock)
        {
            DateTimeOffset now = options.TimeProvider.GetUtcNow();
            _pending.Enqueue(change.Delay(keys, now + options.GlobalIndexDelay));
            ApplyUntil(now);
        }
    }

    /// <summary>Shows readers the changes that are due.</summary>
    public void ApplyDue()
    {
        lock (_lock)
        {
            ApplyUntil(options.TimeProvider.GetUtcNow());
        }
    }

    private void ApplyUntil(DateTimeOffset now)
    {
        while (_pending.TryPeek(out DelayedIndexChange? oldest) && oldest.DueAt <= now)
        {
            Apply(_pending.Dequeue());
        }
    }

    private void Apply(DelayedIndexChange change)
    {
        PartitionLocks locks = new();
        change.Change.AddPlaces(locks);
        locks.Acquire();
        try
        {
            change.Apply(locks);
            JointCommit? commit = locks.CountChanged() > 1 ? new JointCommit() : null;
            locks.Publish(commit);
            if (commit is not null)
            {
                commit.Complete();
                locks.Settle();
            }
        }
        finally
        {
            locks.Release(options);
        }
    }
}

/// <summary>A change of an entry with the keys that it needs, and when readers are to see it.</summary>
internal sealed record DelayedIndexChange(IndexChange Change, byte[] OldKey, byte[] NewKey, DateTimeOffset DueAt)
{
    public void Apply(PartitionLocks locks) => Change.Apply(locks, OldKey, NewKey, owner: null);
}
