using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>One request to one backend: its time, and what its end tells the breaker.</summary>
internal readonly struct Attempt(Admission admission) : IDisposable
{
    private readonly AttemptToken _token = AttemptToken.Rent();

    public Target Target => admission.Target;

    public CancellationToken Token => _token.Token;

    /// <summary>Called when the request did not complete at once.</summary>
    public void Start(TimeSpan timeout, TimeProvider clock, CancellationToken caller) => _token.Start(timeout, clock, caller);

    /// <summary>Ends the request, whose answer is not needed any more.</summary>
    public void Cancel() => _token.Cancel();

    public void Answered() => admission.Target.Answered(admission.IsTrial);

    /// <summary>Tells the breaker, and says what a cancellation means: the caller's own, or a timeout.</summary>
    public Exception Failed(Exception error, CancellationToken caller)
    {
        if (error is OperationCanceledException)
        {
            if (caller.IsCancellationRequested)
            {
                admission.Target.Abandoned(admission.IsTrial);
                return new OperationCanceledException(error.Message, error, caller);
            }

            error = _token.IsCancelled ? new TransportException(TransportFailure.TimedOut, $"{Target.Name} did not answer in time.", error) : error;
        }

        if (Failure.Of(error).Kind == FailureKind.Transient)
        {
            admission.Target.Failed(admission.IsTrial);
        }
        else
        {
            Answered();
        }

        return error;
    }

    public void Dispose() => _token.Dispose();
}
