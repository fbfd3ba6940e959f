namespace Keyfold.Resilience;

/// <summary>What the requests of one call have in common: the time they have, and whether one of them had no answer.</summary>
internal sealed class CallScope
{
    private long? _end;

    /// <summary>Whether an attempt ended without an answer.</summary>
    public bool IsUnanswered { get; set; }

    /// <summary>How long the call may still take. Its time begins when this is asked first, which is when something did not complete at once.</summary>
    public TimeSpan Remaining(ResilienceOptions options)
    {
        TimeProvider clock = options.TimeProvider;
        long now = clock.GetTimestamp();
        _end ??= now + (long)(options.TotalTimeout.TotalSeconds * clock.TimestampFrequency);
        return clock.GetElapsedTime(now, _end.Value);
    }

    /// <summary>How long one attempt may take: zero when the call's time is up.</summary>
    public TimeSpan AttemptTimeout(ResilienceOptions options)
    {
        TimeSpan remaining = Remaining(options);
        remaining = remaining < options.AttemptTimeout ? remaining : options.AttemptTimeout;
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }
}
