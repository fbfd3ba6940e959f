using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>A replica and its breaker.</summary>
internal sealed class Target(int index, Replica replica, CircuitBreaker? breaker)
{
    public int Index => index;

    public string Name => replica.Name;

    public IStorageBackend Backend { get; } = replica.Backend;

    public bool IsClosed => breaker is null || breaker.IsClosed;

    public TimeSpan RetryAfter => breaker?.RetryAfter ?? TimeSpan.Zero;

    /// <summary>Asks the breaker whether a call may be made.</summary>
    public bool TryEnter(out bool trial)
    {
        trial = false;
        return breaker is null || breaker.TryEnter(out trial);
    }

    public void Answered(bool trial) => breaker?.Answered(trial);

    public void Failed(bool trial) => breaker?.Failed(trial);

    public void Abandoned(bool trial) => breaker?.Abandoned(trial);
}

/// <summary>A breaker's leave to make one call.</summary>
/// <param name="Target">Where to.</param>
/// <param name="IsTrial">Whether the call's end decides about the breaker.</param>
internal readonly record struct Admission(Target Target, bool IsTrial);
