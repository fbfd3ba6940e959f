namespace Keyfold.Resilience;

/// <summary>
/// When a backend that fails is left alone. Failures are errors of the service, lost connections and timeouts; throttling, conflicts and refused requests are
/// answers. Each backend of a list of replicas has a breaker of its own.
/// </summary>
public sealed record CircuitBreakerOptions
{
    private static readonly TimeSpan DurationMax = TimeSpan.FromHours(1);

    /// <summary>The share of attempts that fail from which the breaker opens: more than 0, up to 1; 0.5 if not set.</summary>
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>How many attempts there have to be before their share counts: 1 to 1,000,000; 20 if not set.</summary>
    public int AttemptsMin { get; init; } = 20;

    /// <summary>How long attempts are counted, from a first failure on: more than 0, up to an hour; 10 seconds if not set.</summary>
    public TimeSpan SamplingDuration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the breaker stays open before one call is let through as a trial: more than 0, up to an hour; 5 seconds if not set.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(5);

    internal void Validate()
    {
        Rule.InRange(FailureRatio is > 0 and <= 1, "CircuitBreaker.FailureRatio", "is more than 0, up to 1", FailureRatio);
        Rule.InRange(AttemptsMin is >= 1 and <= 1_000_000, "CircuitBreaker.AttemptsMin", "is 1 to 1,000,000", AttemptsMin);
        Rule.InRange(
            SamplingDuration > TimeSpan.Zero && SamplingDuration <= DurationMax,
            "CircuitBreaker.SamplingDuration",
            "is more than 0, up to an hour",
            SamplingDuration);
        Rule.InRange(
            BreakDuration > TimeSpan.Zero && BreakDuration <= DurationMax, "CircuitBreaker.BreakDuration", "is more than 0, up to an hour", BreakDuration);
    }
}
