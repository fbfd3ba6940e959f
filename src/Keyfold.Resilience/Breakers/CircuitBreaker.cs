namespace Keyfold.Resilience;

/// <summary>
/// Counts failures, and says when a backend is to be left alone. Polly's breaker counts only what goes through its pipeline, which would cost each call that
/// succeeds; here such a call costs a read of <see cref="IsClosed"/> and one of <see cref="_counting"/>, and the clock is read at failures only: the window
/// starts with the first one. Safe for concurrent use; changes happen under one lock.
/// </summary>
internal sealed class CircuitBreaker(CircuitBreakerOptions options, TimeProvider clock, Action<CircuitState, CircuitState> changed)
{
    private readonly Lock _lock = new();
    private volatile CircuitState _state;
    private volatile bool _counting;
    private long _since;
    private int _failures;
    private int _successes;
    private bool _trialUnderWay;

    public bool IsClosed => _state == CircuitState.Closed;

    /// <summary>Whether a call may be made. Where it is a trial, its end must be told with <c>trial</c> true.</summary>
    public bool TryEnter(out bool trial)
    {
        trial = false;
        if (IsClosed)
        {
            return true;
        }

        lock (_lock)
        {
            if (_state == CircuitState.Open && clock.GetElapsedTime(_since) >= options.BreakDuration)
            {
                MoveTo(CircuitState.HalfOpen);
            }

            trial = _state == CircuitState.HalfOpen && !_trialUnderWay;
            _trialUnderWay |= trial;
            return trial || IsClosed;
        }
    }

    /// <summary>How long until a trial is let through.</summary>
    public TimeSpan RetryAfter
    {
        get
        {
            lock (_lock)
            {
                TimeSpan left = _state == CircuitState.Open ? options.BreakDuration - clock.GetElapsedTime(_since) : TimeSpan.Zero;
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>The backend answered, be it with an error.</summary>
    public void Answered(bool trial)
    {
        if (trial)
        {
            lock (_lock)
            {
                MoveTo(CircuitState.Closed);
            }
        }
        else if (_counting)
        {
            Interlocked.Increment(ref _successes);
        }
    }

    /// <summary>The backend failed.</summary>
    public void Failed(bool trial)
    {
        lock (_lock)
        {
            if (trial)
            {
                MoveTo(CircuitState.Open);
            }
            else if (IsClosed)
            {
                Count();
            }
        }
    }

    /// <summary>The caller ended the call before the backend did.</summary>
    public void Abandoned(bool trial)
    {
        if (trial)
        {
            lock (_lock)
            {
                _trialUnderWay = false;
            }
        }
    }

    private void Count()
    {
        if (!_counting || clock.GetElapsedTime(_since) > options.SamplingDuration)
        {
            _since = clock.GetTimestamp();
            _failures = 0;
            _successes = 0;
            _counting = true;
        }

        _failures++;
        int attempts = _failures + Volatile.Read(ref _successes);
        if (attempts >= options.AttemptsMin && _failures >= options.FailureRatio * attempts)
        {
            MoveTo(CircuitState.Open);
        }
    }

    // Closed → Open → HalfOpen → Closed or Open
    private void MoveTo(CircuitState state)
    {
        CircuitState before = _state;
        _counting = false;
        _trialUnderWay = false;
        _since = clock.GetTimestamp();
        _state = state;
        changed(before, state);
    }
}
