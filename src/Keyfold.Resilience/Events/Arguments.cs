using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>Another attempt.</summary>
/// <param name="Operation">The operation, as <c>PutItem</c>.</param>
/// <param name="Backend">The replica whose attempt failed.</param>
/// <param name="Attempt">The number of the attempt that failed, counted from 1.</param>
/// <param name="Kind">Why it failed.</param>
/// <param name="Delay">How long is waited before the next attempt.</param>
/// <param name="Error">The failure; null where a batch was left partly unprocessed.</param>
public readonly record struct RetryArguments(string Operation, string Backend, int Attempt, FailureKind Kind, TimeSpan Delay, Exception? Error);

/// <summary>A breaker's change.</summary>
/// <param name="Backend">The replica.</param>
/// <param name="From">The state before.</param>
/// <param name="To">The state now.</param>
public readonly record struct CircuitChangeArguments(string Backend, CircuitState From, CircuitState To);

/// <summary>A read that is sent a second time.</summary>
/// <param name="Operation">The operation, as <c>GetItem</c>.</param>
/// <param name="Delay">How long the first has gone without an answer.</param>
public readonly record struct HedgeArguments(string Operation, TimeSpan Delay);

/// <summary>Calls move from one replica to another.</summary>
/// <param name="From">The replica they leave.</param>
/// <param name="To">The replica they go to.</param>
/// <param name="IsReturn">Whether that is a replica which stands before the other in the list.</param>
public readonly record struct FailoverArguments(string From, string To, bool IsReturn);

/// <summary>Why an attempt failed.</summary>
public enum FailureKind
{
    /// <summary>For good: the request is wrong, its condition does not hold, or something else that another attempt does not change.</summary>
    Permanent,

    /// <summary>No capacity now.</summary>
    Throttled,

    /// <summary>Another transaction is at work on an item, or one with the same client request token is still running.</summary>
    Conflict,

    /// <summary>
    /// <see cref="StorageErrorCode.InternalServerError"/>, <see cref="StorageErrorCode.ServiceUnavailable"/>, a lost connection or a timeout; or expired
    /// credentials or a wrong clock, which the backend has set right for the next attempt.
    /// </summary>
    Transient,
}

/// <summary>A circuit breaker's states.</summary>
public enum CircuitState
{
    /// <summary>Calls pass.</summary>
    Closed,

    /// <summary>No call passes.</summary>
    Open,

    /// <summary>One call passes, as a trial; its end decides.</summary>
    HalfOpen,
}
