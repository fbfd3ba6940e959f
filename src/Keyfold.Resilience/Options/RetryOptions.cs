namespace Keyfold.Resilience;

/// <summary>
/// When a failed attempt is made again. Delays have decorrelated jitter: each is drawn between the first delay and three times the one before, up to a bound;
/// a hint of the backend (<see cref="Storage.StorageException.RetryAfter"/>) that is longer counts instead.
/// </summary>
public sealed record RetryOptions
{
    private static readonly TimeSpan DelayLimit = TimeSpan.FromMinutes(10);

    /// <summary>How many attempts a call makes at most, the first one included: 1 to 100; 6 if not set. One means that nothing is sent again.</summary>
    public int AttemptsMax { get; init; } = 6;

    /// <summary>The shortest delay after a transient failure or a conflict of transactions: up to 10 minutes; 25 milliseconds if not set.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>The longest delay after a transient failure or a conflict: at least <see cref="Delay"/>, up to 10 minutes; 2 seconds if not set.</summary>
    public TimeSpan DelayMax { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The shortest delay after throttling, or when a batch comes back with unprocessed parts: up to 10 minutes; 200 milliseconds if not set. Capacity comes
    /// back by the second, so that it is longer than <see cref="Delay"/>.
    /// </summary>
    public TimeSpan ThrottledDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest delay after throttling: at least <see cref="ThrottledDelay"/>, up to 10 minutes; 10 seconds if not set.</summary>
    public TimeSpan ThrottledDelayMax { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many attempts beyond the first all calls together may make while none succeeds: 0 to 1,000,000; 200 if not set. When it is spent, calls fail at
    /// their first failure, so that an outage does not multiply the load.
    /// </summary>
    public int Budget { get; init; } = 200;

    /// <summary>How much of the budget each call that succeeds gives back: 0 to 1; 0.1 if not set, which is one retry for ten successes.</summary>
    public double BudgetRefill { get; init; } = 0.1;

    internal void Validate()
    {
        Rule.InRange(AttemptsMax is >= 1 and <= 100, "Retry.AttemptsMax", "is 1 to 100", AttemptsMax);
        Validate(nameof(Delay), Delay, nameof(DelayMax), DelayMax);
        Validate(nameof(ThrottledDelay), ThrottledDelay, nameof(ThrottledDelayMax), ThrottledDelayMax);
        Rule.InRange(Budget is >= 0 and <= 1_000_000, "Retry.Budget", "is 0 to 1,000,000", Budget);
        Rule.InRange(BudgetRefill is >= 0 and <= 1, "Retry.BudgetRefill", "is 0 to 1", BudgetRefill);
    }

    private static void Validate(string shortestName, TimeSpan shortest, string longestName, TimeSpan longest)
    {
        Rule.InRange(shortest >= TimeSpan.Zero && shortest <= DelayLimit, "Retry." + shortestName, "is 0 to 10 minutes", shortest);
        Rule.InRange(
            longest >= shortest && longest <= DelayLimit, "Retry." + longestName, $"is Retry.{shortestName} ({shortest}) to 10 minutes", longest);
    }
}
