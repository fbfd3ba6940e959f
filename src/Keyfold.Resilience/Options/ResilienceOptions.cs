namespace Keyfold.Resilience;

/// <summary>
/// How a <see cref="ResilientBackend"/> deals with failures. Immutable; checked when a backend is made with it. The callbacks are called on the thread of
/// the call they tell of, and must not throw or take long.
/// </summary>
public sealed record ResilienceOptions
{
    private static readonly TimeSpan TimeoutMax = TimeSpan.FromDays(1);

    /// <summary>
    /// How long one attempt may take: more than zero, at most <see cref="TotalTimeout"/>; 5 seconds if not set. The backend ends an attempt when its token is
    /// cancelled; an attempt that completes on the caller's thread, as the embedded engine's in memory do, is not timed.
    /// </summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a call may take with all its attempts and the delays between them: more than zero, at most a day; 30 seconds if not set.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When and how often a failed attempt is made again.</summary>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>When a backend that fails is left alone for a while; null for never. Without it there is no failover.</summary>
    public CircuitBreakerOptions? CircuitBreaker { get; init; } = new();

    /// <summary>When a read that takes long is sent a second time; null, which is the default, for never.</summary>
    public HedgingOptions? Hedging { get; init; }

    /// <summary>What moves to the next replica while the breaker of the one before is open. Nothing does if not set.</summary>
    public FailoverOptions Failover { get; init; } = new();

    /// <summary>
    /// Whether the keys and items that a batch leaves unprocessed are sent again, with growing delays and in requests no larger than what was accepted last,
    /// until <see cref="TotalTimeout"/>. What is unprocessed even then is in the response. True if not set.
    /// </summary>
    public bool RetryUnprocessed { get; init; } = true;

    /// <summary>
    /// Whether a write transaction without a client request token gets one, so that it can be sent again when an attempt has no answer. True if not set.
    /// </summary>
    public bool AddTransactionTokens { get; init; } = true;

    /// <summary>The clock of timeouts, delays and breakers.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The seed of the delays' jitter; null for delays that differ from process to process, which is what jitter is for outside of tests.</summary>
    public int? JitterSeed { get; init; }

    /// <summary>Called before the delay that precedes another attempt.</summary>
    public Action<RetryArguments>? OnRetry { get; init; }

    /// <summary>Called when a circuit breaker has changed its state.</summary>
    public Action<CircuitChangeArguments>? OnCircuitChange { get; init; }

    /// <summary>Called when a slow read is about to be sent a second time.</summary>
    public Action<HedgeArguments>? OnHedge { get; init; }

    /// <summary>Called when calls move to another replica, and when they return.</summary>
    public Action<FailoverArguments>? OnFailover { get; init; }

    /// <summary>Checks the options against one another.</summary>
    /// <exception cref="ArgumentException">One is out of its range; the message names it and the range.</exception>
    internal ResilienceOptions Validate()
    {
        Rule.InRange(TotalTimeout > TimeSpan.Zero && TotalTimeout <= TimeoutMax, nameof(TotalTimeout), "is more than 0, at most a day", TotalTimeout);
        Rule.InRange(
            AttemptTimeout > TimeSpan.Zero && AttemptTimeout <= TotalTimeout,
            nameof(AttemptTimeout),
            $"is more than 0, at most {nameof(TotalTimeout)} ({TotalTimeout})",
            AttemptTimeout);
        Retry.Validate();
        CircuitBreaker?.Validate();
        Hedging?.Validate(AttemptTimeout);
        Rule.InRange(
            CircuitBreaker is not null || Failover.Mode == FailoverMode.None,
            "Failover.Mode",
            $"is {nameof(FailoverMode.None)} where {nameof(CircuitBreaker)} is null, since calls move when a breaker opens",
            Failover.Mode);
        return this;
    }
}
