namespace Keyfold.Engine;

/// <summary>Timers that hold nothing of the caller who happened to start them.</summary>
internal static class DetachedTimer
{
    public static ITimer Start(TimeProvider timeProvider, TimerCallback callback, object state, TimeSpan dueTime, TimeSpan period)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return timeProvider.CreateTimer(callback, state, dueTime, period);
        }

        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        return timeProvider.CreateTimer(callback, state, dueTime, period);
    }
}
