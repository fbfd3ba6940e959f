namespace Keyfold.Engine.Tests.Expiry;

/// <summary>A clock that a test moves.</summary>
internal sealed class TimerClock : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The periods of the timers that run.</summary>
    public IEnumerable<TimeSpan> Periods => _timers.Select(timer => timer.Period);

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(this, callback, state, _now + dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Moves the clock, and fires once every timer that is due.</summary>
    public void Advance(TimeSpan time)
    {
        _now += time;
        foreach (ManualTimer timer in _timers.ToArray())
        {
            timer.FireIfDue();
        }
    }

    private sealed class ManualTimer(TimerClock clock, TimerCallback callback, object? state, DateTimeOffset due, TimeSpan period) : ITimer
    {
        private DateTimeOffset _due = due;

        public TimeSpan Period => period;

        public void FireIfDue()
        {
            if (_due <= clock._now)
            {
                _due = period == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + period;
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
