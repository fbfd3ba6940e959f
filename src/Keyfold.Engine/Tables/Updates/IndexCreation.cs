using Keyfold.Engine.Indexes;

namespace Keyfold.Engine.Tables.Updates;

/// <summary>
/// Fills new indexes and lets readers in: on the caller's thread, or later by a timer if the options say so. A timer does not keep the engine alive, and
/// an engine that is garbage leaves its indexes as they are.
/// </summary>
internal sealed class IndexCreation(EngineState engine)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TableIndex, ITimer> _timers = [];

    /// <summary>Begins with an index that a table's state has already. The table is updating until it is done, or until the index is deleted.</summary>
    public void Begin(Table table, TableIndex index)
    {
        if (engine.Options.IndexCreationDelay is not { } delay)
        {
            Finish(table, index);
            return;
        }

        // a timer that fires at once waits here until it is known
        lock (_lock)
        {
            Pending pending = new(new WeakReference<IndexCreation>(this), table, index);
            _timers.Add(index, DetachedTimer.Start(engine.Options.TimeProvider, FinishPending, pending, delay, Timeout.InfiniteTimeSpan));
        }
    }

    private static void FinishPending(object? state)
    {
        Pending pending = (Pending)state!;
        if (pending.Creation.TryGetTarget(out IndexCreation? creation))
        {
            creation.Forget(pending.Index);
            creation.Finish(pending.Table, pending.Index);
        }
    }

    private void Forget(TableIndex index)
    {
        lock (_lock)
        {
            if (_timers.Remove(index, out ITimer? timer))
            {
                timer.Dispose();
            }
        }
    }

    private void Finish(Table table, TableIndex index)
    {
        Backfill.Run(engine, table, index);
        table.Change(Activate, index);
    }

    private static TableState Activate(Table table, TableIndex index)
    {
        // it may have been deleted, and the table be updating for the sake of another one
        if (!table.Indexes.Contains(index))
        {
            return table.State;
        }

        index.Activate();
        return table.State with { IsUpdating = false };
    }

    private sealed record Pending(WeakReference<IndexCreation> Creation, Table Table, TableIndex Index);
}
