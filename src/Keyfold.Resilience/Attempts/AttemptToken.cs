namespace Keyfold.Resilience;

/// <summary>
/// The cancellation token of one attempt. A call that completes on the caller's thread needs no timer and no link to the caller's token, so both are made only
/// when it has not; the object then goes back to its thread's slot, and such a call allocates nothing.
/// </summary>
internal sealed class AttemptToken : IDisposable
{
    [ThreadStatic]
    private static AttemptToken? Idle;

    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _caller;
    private ITimer? _timer;

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time was up, or the caller cancelled.</summary>
    public bool IsCancelled => _source.IsCancellationRequested;

    public static AttemptToken Rent()
    {
        AttemptToken token = Idle ?? new AttemptToken();
        Idle = null;
        return token;
    }

    /// <summary>From now on the token is cancelled when the time is up, and when the caller's is.</summary>
    public void Start(TimeSpan timeout, TimeProvider clock, CancellationToken caller)
    {
        _caller = caller.UnsafeRegister(static state => ((AttemptToken)state!)._source.Cancel(), this);
        if (clock == TimeProvider.System)
        {
            // this timer belongs to the source, whose TryReset knows whether it has fired
            _source.CancelAfter(timeout);
        }
        else
        {
            _timer = clock.CreateTimer(static state => ((AttemptToken)state!)._source.Cancel(), this, timeout, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Cancels the attempt, whose answer is not needed any more.</summary>
    public void Cancel() => _source.Cancel();

    /// <summary>Ends the attempt.</summary>
    public void Dispose()
    {
        _caller.Dispose();
        _caller = default;
        if (_timer is null && _source.TryReset())
        {
            Idle = this;
            return;
        }

        // The source is not disposed of: its timer may be about to cancel it, and without a wait handle it holds nothing.
        _timer?.Dispose();
    }
}
