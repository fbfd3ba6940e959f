namespace Keyfold.Resilience;

/// <summary>
/// When a read is sent a second time because the first has not been answered: the answer that comes first counts and the other request is cancelled. For
/// GetItem, BatchGetItem, Query and Scan; writes and transactions are never hedged. Each hedge costs its read capacity and a unit of the retry budget.
/// </summary>
public sealed record HedgingOptions
{
    /// <summary>
    /// How long an answer is waited for: more than zero, less than <see cref="ResilienceOptions.AttemptTimeout"/>; 100 milliseconds if not set. About the 99th
    /// percentile of the reads' latency doubles one read in a hundred.
    /// </summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(100);

    internal void Validate(TimeSpan attemptTimeout) => Rule.InRange(
        Delay > TimeSpan.Zero && Delay < attemptTimeout,
        "Hedging.Delay",
        $"is more than 0, less than {nameof(ResilienceOptions.AttemptTimeout)} ({attemptTimeout})",
        Delay);
}
