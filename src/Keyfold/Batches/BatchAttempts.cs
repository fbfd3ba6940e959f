namespace Keyfold;

/// <summary>Counts the attempts at one batch, and waits between them: twice as long each time.</summary>
internal struct BatchAttempts(TableOptions options)
{
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(10);

    private readonly TableOptions _options = options;
    private TimeSpan _delay = options.BatchDelay;
    private int _made = 1;

    /// <summary>Waits before another attempt. False if there have been enough.</summary>
    public ValueTask<bool> TryWaitAsync(CancellationToken cancellationToken)
    {
        if (_made >= _options.BatchAttemptsMax)
        {
            return new ValueTask<bool>(false);
        }

        _made++;
        TimeSpan delay = _delay;
        _delay = delay * 2 > DelayMax ? DelayMax : delay * 2;
        return WaitAsync(delay, _options.TimeProvider, cancellationToken);
    }

    private static async ValueTask<bool> WaitAsync(TimeSpan delay, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
