namespace Keyfold;

/// <summary>
/// Counts the attempts at one batch, and waits between them: up to twice as long each time. One attempt is enough on a backend that makes further ones itself.
/// </summary>
internal struct BatchAttempts(TableConnection connection)
{
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _timeProvider = connection.Options.TimeProvider;
    private readonly int _max = connection.Backend.RetriesUnprocessed ? 1 : connection.Options.BatchAttemptsMax;
    private readonly Func<double> _jitter = connection.Options.BatchJitter;
    private TimeSpan _delay = connection.Options.BatchDelay;

    /// <summary>How many have been made.</summary>
    public int Made { get; private set; } = 1;

    /// <summary>Waits before another attempt. False if there have been enough.</summary>
    public ValueTask<bool> TryWaitAsync(CancellationToken cancellationToken)
    {
        if (Made >= _max)
        {
            return new ValueTask<bool>(false);
        }

        Made++;
        TimeSpan delay = _delay;
        _delay = delay * 2 > DelayMax ? DelayMax : delay * 2;
        double part = Math.Clamp(_jitter(), 0, 1);
        return WaitAsync(delay * ((1 + part) / 2), _timeProvider, cancellationToken);
    }

    private static async ValueTask<bool> WaitAsync(TimeSpan delay, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
