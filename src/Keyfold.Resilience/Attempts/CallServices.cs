using Polly;

namespace Keyfold.Resilience;

/// <summary>What all calls of one backend share.</summary>
internal sealed class CallServices(TargetList targets, ResilienceOptions options)
{
    public ResilienceOptions Options => options;

    public TargetList Targets => targets;

    public RetryBudget Budget { get; } = new(options.Retry);

    public Jitter Jitter { get; } = new(options.Retry, options.JitterSeed);

    /// <summary>Makes one attempt and waits for its end.</summary>
    public async ValueTask<Outcome<TResponse>> AttemptAsync<TOperation, TResponse>(
        TOperation operation, Admission admission, CallScope scope, CancellationToken caller)
        where TOperation : struct, IOperation<TResponse>
    {
        using Attempt attempt = new(admission);
        try
        {
            ValueTask<TResponse> call = operation.SendAsync(attempt.Target.Backend, attempt.Token);
            if (!call.IsCompleted)
            {
                attempt.Start(scope.AttemptTimeout(options), options.TimeProvider, caller);
            }

            TResponse response = await call.ConfigureAwait(false);
            attempt.Answered();
            Budget.Succeeded();
            return Outcome.FromResult(response);
        }
        catch (Exception error)
        {
            return Outcome.FromException<TResponse>(attempt.Failed(error, caller));
        }
    }
}
