using System.Runtime.InteropServices;
using Keyfold.Engine.Log;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Items;

namespace Keyfold.Engine.Expiry;

/// <summary>
/// Deletes items whose time to live has passed, as commits like any other: it reads what readers see, and looks again under the lock, so
/// that an item whose time was extended stays. It remembers when the next item of a partition expires, and does not read the partition
/// again before then as long as nobody has written to it.
/// </summary>
internal sealed class ExpirySweep(EngineState engine)
{
    // how many deletions a writer may have to wait for
    private const int ItemsPerCommit = 25;

    private readonly Lock _lock = new();

    // by the root of the partition's tree, which every write replaces
    private Dictionary<Node, Outlook> _outlooks = [];

    /// <summary>Sweeps all tables; waits for a sweep that runs.</summary>
    /// <returns>The number of items deleted.</returns>
    public long Run(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Sweep(cancellationToken);
        }
    }

    /// <summary>Sweeps all tables, unless a sweep runs already.</summary>
    public void TryRun()
    {
        if (_lock.TryEnter())
        {
            try
            {
                Sweep(CancellationToken.None);
            }
            finally
            {
                _lock.Exit();
            }
        }
    }

    private long Sweep(CancellationToken cancellationToken)
    {
        Dictionary<Node, Outlook> outlooks = [];
        long count = 0;
        foreach (Table table in engine.Tables.All)
        {
            if (table.Schema.TimeToLiveAttribute is not { } attributeName)
            {
                continue;
            }

            ExpiryRule rule = new(attributeName, engine.Options.TimeProvider.GetUtcNow());
            foreach (Partition partition in table.Partitions.Partitions)
            {
                cancellationToken.ThrowIfCancellationRequested();
                count += Sweep(table, partition.Visible.Items, rule, outlooks);
            }
        }

        _outlooks = outlooks;
        return count;
    }

    private int Sweep(Table table, Tree items, ExpiryRule rule, Dictionary<Node, Outlook> outlooks)
    {
        if (items.Count == 0)
        {
            return 0;
        }

        if (_outlooks.TryGetValue(items.Root, out Outlook outlook) && outlook.HoldsAt(rule))
        {
            outlooks[items.Root] = outlook;
            return 0;
        }

        List<Place> expired = Find(items, rule, out Number? next);
        if (expired.Count == 0)
        {
            outlooks[items.Root] = new Outlook(rule.AttributeName, next);
        }

        int count = 0;
        for (int start = 0; start < expired.Count; start += ItemsPerCommit)
        {
            count += Delete(table, CollectionsMarshal.AsSpan(expired)[start..Math.Min(start + ItemsPerCommit, expired.Count)], rule);
        }

        return count;
    }

    private static List<Place> Find(Tree items, ExpiryRule rule, out Number? next)
    {
        List<Place> expired = [];
        next = null;
        TreeCursor cursor = new(items, TreeKey.First(0));
        while (cursor.MoveNext())
        {
            if (!rule.TryRead(cursor.Item, out Number time))
            {
                continue;
            }

            if (rule.HasExpired(time))
            {
                expired.Add(new Place(cursor.Hash, cursor.Key));
            }
            else if (time >= rule.Now && (next is null || time < next))
            {
                next = time;
            }
        }

        return expired;
    }

    private int Delete(Table table, ReadOnlySpan<Place> places, ExpiryRule rule)
    {
        using Commit commit = Commit.Begin(engine);
        foreach (Place place in places)
        {
            commit.Keys.Begin();
            commit.Keys.Append(place.Key);
            commit.TryAdd(table, place.Hash, commit.Keys.End());
        }

        int count = 0;
        commit.Lock();
        foreach (ref CommitAction action in commit.Actions)
        {
            if (rule.HasExpired(action.Before))
            {
                action.After = StoredItem.None;
                count++;
            }
        }

        commit.IsExpiry = true;
        commit.Prepare();
        commit.Complete();
        return count;
    }

    /// <summary>Where an item is.</summary>
    private readonly record struct Place(ulong Hash, byte[] Key);

    /// <summary>When the next item of a partition expires by an attribute; null for never.</summary>
    private readonly record struct Outlook(string AttributeName, Number? Next)
    {
        public bool HoldsAt(ExpiryRule rule) =>
            string.Equals(AttributeName, rule.AttributeName, StringComparison.Ordinal) && !(Next is { } next && next < rule.Now);
    }
}
