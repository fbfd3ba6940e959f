using Microsoft.Extensions.Time.Testing;

namespace Keyfold.Resilience.Tests;

/// <summary>
/// A clock that stands while anything runs. What a timer calls may go on another thread (the runtime continues cancelled tasks there), so that the clock is not
/// moved again, always to the next timer, before that has come to its end or to a new timer. A timer that nobody waits for any more comes to neither, and is
/// waited for in vain.
/// </summary>
internal sealed class SimulatedClock : FakeTimeProvider
{
    private static readonly TimeSpan InVain = TimeSpan.FromSeconds(10);

    private readonly PriorityQueue<DateTimeOffset, DateTimeOffset> _due = new();
    private int _created;
    private int _fired;

    /// <summary>Moves the clock until a task has ended.</summary>
    public void MoveUntil(Task end)
    {
        while (!end.IsCompleted)
        {
            int created = Volatile.Read(ref _created);
            int fired = Volatile.Read(ref _fired);
            Advance(ToNextTimer());
            if (Volatile.Read(ref _fired) != fired)
            {
                SpinWait.SpinUntil(() => end.IsCompleted || Volatile.Read(ref _created) != created, InVain);
            }
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(
            value =>
            {
                Interlocked.Increment(ref _fired);
                callback(value);
            },
            state,
            dueTime,
            period);
        lock (_due)
        {
            DateTimeOffset due = GetUtcNow() + dueTime;
            _due.Enqueue(due, due);
        }

        Interlocked.Increment(ref _created);
        return timer;
    }

    // There may be none for a moment while another thread runs, or it may have been disposed of: then nothing fires.
    private TimeSpan ToNextTimer()
    {
        lock (_due)
        {
            return _due.TryDequeue(out DateTimeOffset due, out _) && due > GetUtcNow() ? due - GetUtcNow() : TimeSpan.Zero;
        }
    }
}
