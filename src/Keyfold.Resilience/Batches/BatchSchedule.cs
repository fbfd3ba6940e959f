namespace Keyfold.Resilience;

/// <summary>
/// How the rest of a batch is sent: in requests no larger than what was accepted last, twice as large after one that was accepted whole, with growing delays
/// while nothing is accepted.
/// </summary>
internal sealed class BatchSchedule(CallServices services, CallScope scope, string operation, int size)
{
    private readonly int _size = size;
    private TimeSpan _delay;
    private bool _mayGoOn = true;
    private bool _waits;
    private int _requests;

    /// <summary>How many keys or items the next request has at most.</summary>
    public int Window { get; private set; } = size;

    /// <summary>Learns what a request came to.</summary>
    /// <param name="sent">The keys or items it had.</param>
    /// <param name="left">Those that were left unprocessed.</param>
    public void Learn(int sent, int left)
    {
        _requests++;
        int accepted = sent - left;
        _waits = left > 0;
        if (left == 0)
        {
            Window = Math.Min(Window * 2, _size);
            return;
        }

        Window = Math.Max(accepted, 1);
        if (accepted > 0)
        {
            _delay = TimeSpan.Zero;
        }
        else
        {
            _mayGoOn = services.Budget.TryTake();
        }
    }

    /// <summary>Waits until the next request may be sent. False if there is no time, or nothing left of the retry budget.</summary>
    public async ValueTask<bool> TryWaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan remaining = scope.Remaining(services.Options);
        if (!_waits || !_mayGoOn)
        {
            return _mayGoOn && remaining > TimeSpan.Zero;
        }

        _delay = services.Jitter.Next(FailureKind.Throttled, _delay);
        if (_delay >= remaining)
        {
            return false;
        }

        services.Options.OnRetry?.Invoke(
            new RetryArguments(operation, services.Targets.Home.Name, _requests, FailureKind.Throttled, _delay, Error: null));
        await Task.Delay(_delay, services.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
