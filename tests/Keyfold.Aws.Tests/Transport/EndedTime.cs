namespace Keyfold.Aws.Tests.Transport;

/// <summary>A clock whose timers end when a test says so, however long they were set.</summary>
internal sealed class EndedTime : TimeProvider
{
    private readonly List<Timer> _timers = [];

    public void End()
    {
        Timer[] timers;
        lock (_timers)
        {
            timers = [.. _timers];
        }

        foreach (Timer timer in timers)
        {
            timer.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state);
        lock (_timers)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    private sealed class Timer(TimerCallback callback, object? state) : ITimer
    {
        private volatile bool _isDisposed;

        public void Fire()
        {
            if (!_isDisposed)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !_isDisposed;

        public void Dispose() => _isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
