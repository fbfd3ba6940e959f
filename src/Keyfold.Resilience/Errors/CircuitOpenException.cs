namespace Keyfold.Resilience;

/// <summary>Nothing was sent, since the circuit breaker is open: the backend failed too often just before.</summary>
public sealed class CircuitOpenException : Exception
{
    internal CircuitOpenException(string operation, string backend, TimeSpan retryAfter, Exception? innerException = null)
        : base($"{operation} was not sent: too many calls of {backend} failed, and its circuit breaker is open for another {retryAfter}.", innerException) =>
        RetryAfter = retryAfter;

    /// <summary>How long the breaker stays open before it lets a trial through; zero if a trial is under way.</summary>
    public TimeSpan RetryAfter { get; }
}
