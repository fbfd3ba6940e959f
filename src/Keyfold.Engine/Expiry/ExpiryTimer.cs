using Keyfold.Engine.Tables;

namespace Keyfold.Engine.Expiry;

/// <summary>
/// Sweeps from time to time while there is a table whose items expire. The timer does not keep the engine alive: it refers to it weakly,
/// and is garbage with it.
/// </summary>
internal sealed class ExpiryTimer(EngineState engine)
{
    private readonly Lock _lock = new();
    private ITimer? _timer;

    /// <summary>Starts the timer, if it does not run and the options want one. To be called when items of a table begin to expire.</summary>
    public void Start()
    {
        if (engine.Options.TimeToLiveInterval is not { } interval)
        {
            return;
        }

        lock (_lock)
        {
            _timer ??= Create(interval);
        }
    }

    private ITimer Create(TimeSpan interval) =>
        DetachedTimer.Start(engine.Options.TimeProvider, Tick, new WeakReference<ExpiryTimer>(this), interval, interval);

    private static void Tick(object? state)
    {
        if (((WeakReference<ExpiryTimer>)state!).TryGetTarget(out ExpiryTimer? timer) && !timer.TryStop())
        {
            timer.Sweep();
        }
    }

    private void Sweep() => engine.ExpirySweep.TryRun();

    /// <summary>Stops when no items expire any more.</summary>
    private bool TryStop()
    {
        lock (_lock)
        {
            foreach (Table table in engine.Tables.All)
            {
                if (table.Schema.TimeToLiveAttribute is not null)
                {
                    return false;
                }
            }

            _timer?.Dispose();
            _timer = null;
            return true;
        }
    }
}
