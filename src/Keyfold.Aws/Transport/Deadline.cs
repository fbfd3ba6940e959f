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
    public static Deadline Start(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return new Deadline(source: null, default, cancellationToken);
        }

        CancellationTokenSource source = Pool.Take() ?? new CancellationTokenSource();
        source.CancelAfter(timeout);
        CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        return new Deadline(source, registration, source.Token);
    }

    /// <summary>Ends it.</summary>
    /// <param name="isDone">Whether the request ended as it should: nobody looks at the token any more.</param>
    public void End(bool isDone)
    {
        // waits for a callback that is running: after it nobody cancels the source
        _registration.Dispose();
        if (_source is null)
        {
            return;
        }

        if (isDone && _source.TryReset())
        {
            Pool.Keep(_source);
        }
        else
        {
            _source.Dispose();
        }
    }
}
