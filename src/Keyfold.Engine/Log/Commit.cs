using System.Runtime.InteropServices;
using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Log;

/// <summary>
/// One commit, from the locks to the readers. An operation adds the items that it may change and locks them, decides from what it finds
/// what each becomes, prepares and completes. Each thread keeps one for its next operation; nothing of it survives <see cref="Dispose"/>.
/// </summary>
internal sealed class Commit : IDisposable
{
    [ThreadStatic]
    private static Commit? Kept;

    private readonly List<CommitAction> _actions = [];
    private readonly List<IndexChange> _indexChanges = [];
    private readonly List<ItemChange> _changes = [];
    private readonly PartitionLocks _tables = new();
    private readonly PartitionLocks _indexes = new();
    private EngineState _engine = null!;
    private bool _isStreamed;

    private Commit()
    {
    }

    /// <summary>Where the keys of this commit are built.</summary>
    public KeyArena Keys { get; private set; } = null!;

    /// <summary>The actions in the order in which they were added.</summary>
    public Span<CommitAction> Actions => CollectionsMarshal.AsSpan(_actions);

    /// <summary>Whether items go because their time to live has passed.</summary>
    public bool IsExpiry { get; set; }

    /// <summary>What the commit does to indexes; known when it is prepared.</summary>
    public ReadOnlySpan<IndexChange> IndexChanges => CollectionsMarshal.AsSpan(_indexChanges);

    public static Commit Begin(EngineState engine)
    {
        Commit commit = Kept ?? new Commit();
        Kept = null;
        commit._engine = engine;
        commit.Keys = KeyArena.Rent();
        return commit;
    }

    /// <summary>Adds an item that the commit may change.</summary>
    /// <returns>False if the item was added before.</returns>
    public bool TryAdd(Table table, ulong hash, KeySlice key)
    {
        foreach (ref readonly CommitAction action in Actions)
        {
            if (action.Hash == hash && ReferenceEquals(action.Table, table) && Keys[action.Key].SequenceEqual(Keys[key]))
            {
                return false;
            }
        }

        _actions.Add(new CommitAction(table, hash, key));
        _tables.Add(table.Partitions, hash);
        return true;
    }

    /// <summary>Takes the locks and finds the items as they are.</summary>
    public void Lock()
    {
        _tables.Acquire();
        foreach (ref CommitAction action in Actions)
        {
            Tree items = _tables.Find(action.Table.Partitions, action.Hash).Items;
            action.Found(items.Find(new TreeKey(action.Hash, Keys[action.Key]), out TreePlace place), place);
        }
    }

    /// <summary>The partition of an action, locked.</summary>
    public ref HeldPartition PartitionOf(in CommitAction action) => ref _tables.Find(action.Table.Partitions, action.Hash);

    /// <summary>Finds what follows from what was decided: the changes of index entries.</summary>
    public void Prepare()
    {
        for (int position = 0; position < _actions.Count; position++)
        {
            CommitAction action = _actions[position];
            if (action.IsChange)
            {
                IndexChange.Find(action, position, Keys, _indexChanges);
            }
        }
    }

    /// <summary>Carries out what was prepared. Nothing from here on can fail but the log, and then nothing has changed.</summary>
    public void Complete()
    {
        LockIndexes();
        if (TryRecord())
        {
            long number = _engine.Log.Append(CollectionsMarshal.AsSpan(_changes));
            Apply();
            Publish();
            if (_isStreamed)
            {
                Capture(number);
            }
        }
    }

    public void Dispose()
    {
        _indexes.Release(_engine.Options);
        _tables.Release(_engine.Options);
        _actions.Clear();
        _indexChanges.Clear();
        _changes.Clear();
        _isStreamed = false;
        IsExpiry = false;
        Keys.Dispose();
        _engine = null!;
        Kept = this;
    }

    private void LockIndexes()
    {
        foreach (ref readonly IndexChange change in IndexChanges)
        {
            if (!change.Index.IsLocal && !IsDelayed(change))
            {
                change.AddPlaces(_indexes);
            }
        }

        _indexes.Acquire();
    }

    private bool TryRecord()
    {
        foreach (ref readonly CommitAction action in Actions)
        {
            if (action.IsChange)
            {
                _changes.Add(new ItemChange(action.Table, action.Hash, Keys.MemoryOf(action.Key), action.After));
            }
        }

        return _changes.Count > 0;
    }

    private void Apply()
    {
        // a batch of several changes goes through nodes that it made itself
        object? owner = _changes.Count > 1 ? new object() : null;
        foreach (ref CommitAction action in Actions)
        {
            if (action.IsChange)
            {
                ref HeldPartition partition = ref PartitionOf(action);
                partition.SetItems(Applied(partition.Items, action, owner));
                _isStreamed |= partition.Partition.Shard is not null;
            }
        }

        foreach (ref readonly IndexChange change in IndexChanges)
        {
            if (IsDelayed(change))
            {
                _engine.DelayedIndexes!.Add(change, Keys);
            }
            else
            {
                change.Apply(change.Index.IsLocal ? _tables : _indexes, Keys, owner);
            }
        }
    }

    private bool IsDelayed(in IndexChange change) => _engine.DelayedIndexes is not null && DelayedIndexChanges.Concerns(change.Index);

    private void Publish()
    {
        JointCommit? commit = _tables.CountChanged() + _indexes.CountChanged() > 1 ? new JointCommit() : null;
        _tables.Publish(commit);
        _indexes.Publish(commit);
        if (commit is not null)
        {
            commit.Complete();
            _tables.Settle();
            _indexes.Settle();
        }
    }

    /// <summary>Records what readers have been shown. The locks are still held, so that records of one partition come in the order of commits.</summary>
    private void Capture(long number)
    {
        for (int position = 0; position < _actions.Count; position++)
        {
            ref readonly CommitAction action = ref Actions[position];
            if (action.IsChange)
            {
                PartitionOf(action).Partition.Shard?.Append(number, position, action, IsExpiry);
            }
        }
    }

    private Tree Applied(Tree tree, in CommitAction action, object? owner)
    {
        // the only change finds the tree as the item was found in it
        if (owner is null && action.Before.Exists && action.After.Exists)
        {
            return tree.Replace(action.Place, action.After);
        }

        TreeKey key = new(action.Hash, Keys[action.Key]);
        return action.After.Exists ? tree.Put(key, null, action.After, owner) : tree.Remove(key, owner);
    }
}
