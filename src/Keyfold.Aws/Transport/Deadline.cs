namespace Keyfold.Aws.Transport;

/// <summary>The time that one request has, joined with its caller's token. The sources are kept and used again, since each has a timer.</summary>
internal readonly struct Deadline
{
    private static readonly Slots<CancellationTokenSource> Pool = new();

    private readonly CancellationTokenSource? _source;
    private readonly CancellationTokenRegistration _registration;

    private Deadline(CancellationTokenSource? source, CancellationTokenRegistration registration, CancellationToken token)
    {
        _source = source;
        _registration = registration;
        Token = token;
    }

    public CancellationToken Token { get; }

    /// <summary>Starts the time.</summary>
    public static Deadline Start(TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return new Deadline(source: null, default, cancellationToken);
        }

        CancellationTokenSource source;
        if (timeProvider == TimeProvider.System)
        {
            source = Pool.Take() ?? new CancellationTokenSource();
            source.CancelAfter(timeout);
        }
        else
        {
            // its timer is the provider's, so that it is of no use to others
            source = new CancellationTokenSource(timeout, timeProvider);
        }

        CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        return new Deadline(source, registration, source.Token);
    }

    /// <summary>Ends it.</summary>
    /// <param name="isDone">Whether the request ended as it should: nobody looks at the token any more.</param>
    /// <param name="timeProvider">The clock that it was started with.</param>
    public void End(bool isDone, TimeProvider timeProvider)
    {
        // waits for a callback that is running: after it nobody cancels the source
        _registration.Dispose();
        if (_source is null)
        {
            return;
        }

        if (isDone && timeProvider == TimeProvider.System && _source.TryReset())
        {
            Pool.Keep(_source);
        }
        else
        {
            _source.Dispose();
        }
    }
}
