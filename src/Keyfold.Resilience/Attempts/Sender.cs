using System.Runtime.ExceptionServices;
using Polly;
using Polly.Retry;

namespace Keyfold.Resilience;

/// <summary>
/// Sends requests until they are answered. The first attempt goes straight to the backend; Polly is entered with its failure. A call that completes on the
/// caller's thread passes through here without an allocation, a timer or a look at the clock.
/// </summary>
internal sealed class Sender
{
    private readonly CallServices _services;
    private readonly HedgedReads? _hedgedReads;
    private readonly ResiliencePipeline _retries;

    public Sender(CallServices services)
    {
        _services = services;
        _hedgedReads = services.Options.Hedging is { } hedging ? new HedgedReads(services, hedging) : null;
        _retries = Retries(services.Options);
    }

    /// <summary>Sends a request.</summary>
    /// <param name="operation">The request.</param>
    /// <param name="scope">The call that it is a part of; null if it is a call of its own.</param>
    /// <param name="caller">Ends the call.</param>
    public ValueTask<TResponse> SendAsync<TOperation, TResponse>(TOperation operation, CallScope? scope, CancellationToken caller)
        where TOperation : struct, IOperation<TResponse>
    {
        Target home = _services.Targets.Home;
        if (caller.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<TResponse>(caller);
        }

        if (!home.IsClosed)
        {
            return ChooseAsync<TOperation, TResponse>(operation, scope ?? new CallScope(), caller);
        }

        return FirstAsync<TOperation, TResponse>(operation, new Admission(home, IsTrial: false), scope, caller);
    }

    private ValueTask<TResponse> ChooseAsync<TOperation, TResponse>(TOperation operation, CallScope scope, CancellationToken caller)
        where TOperation : struct, IOperation<TResponse>
    {
        Target home = _services.Targets.Home;
        return _services.Targets.Choose(operation.Kind) is { } admission
            ? FirstAsync<TOperation, TResponse>(operation, admission, scope, caller)
            : ValueTask.FromException<TResponse>(new CircuitOpenException(operation.Name, home.Name, home.RetryAfter));
    }

    private ValueTask<TResponse> FirstAsync<TOperation, TResponse>(TOperation operation, Admission admission, CallScope? scope, CancellationToken caller)
        where TOperation : struct, IOperation<TResponse>
    {
        Attempt attempt = new(admission);
        ValueTask<TResponse> call;
        try
        {
            call = operation.SendAsync(admission.Target.Backend, attempt.Token);
        }
        catch (Exception error) when (Failure.Of(error).Kind != FailureKind.Permanent || admission.IsTrial)
        {
            call = ValueTask.FromException<TResponse>(error);
        }

        if (call.IsCompletedSuccessfully)
        {
            attempt.Answered();
            attempt.Dispose();
            _services.Budget.Succeeded();
            return call;
        }

        if (call.IsFaulted)
        {
            // A failed condition is an everyday answer: it goes up as it is, and is not thrown on the way.
            Task<TResponse> faulted = call.AsTask();
            if (Failure.Of(faulted.Exception!.InnerException!).Kind == FailureKind.Permanent)
            {
                attempt.Answered();
                attempt.Dispose();
                return new ValueTask<TResponse>(faulted);
            }

            call = new ValueTask<TResponse>(faulted);
        }

        return _hedgedReads is not null && operation.MayHedge && !call.IsCompleted
            ? AwaitHedgedAsync(operation, attempt, call, scope ?? new CallScope(), caller)
            : AwaitAsync(operation, attempt, call, scope ?? new CallScope(), caller);
    }

    private async ValueTask<TResponse> AwaitAsync<TOperation, TResponse>(
        TOperation operation, Attempt attempt, ValueTask<TResponse> call, CallScope scope, CancellationToken caller)
        where TOperation : struct, IOperation<TResponse>
    {
        Exception failure;
        try
        {
            if (!call.IsCompleted)
            {
                attempt.Start(scope.AttemptTimeout(_services.Options), _services.Options.TimeProvider, caller);
            }

            TResponse response = await call.ConfigureAwait(false);
            attempt.Answered();
            _services.Budget.Succeeded();
            return response;
        }
        catch (Exception error)
        {
            failure = attempt.Failed(error, caller);
            if (failure == error && Failure.Of(failure).Kind == FailureKind.Permanent)
            {
                throw;
            }
        }
        finally
        {
            attempt.Dispose();
        }

        return await RetryAsync<TOperation, TResponse>(new(_services, scope, operation, attempt.Target, failure, caller), caller).ConfigureAwait(false);
    }

    private async ValueTask<TResponse> AwaitHedgedAsync<TOperation, TResponse>(
        TOperation operation, Attempt attempt, ValueTask<TResponse> call, CallScope scope, CancellationToken caller)
        where TOperation : struct, IOperation<TResponse>
    {
        Outcome<TResponse> outcome;
        using (attempt)
        {
            attempt.Start(scope.AttemptTimeout(_services.Options), _services.Options.TimeProvider, caller);
            outcome = await _hedgedReads!.FirstOfAsync(operation, attempt, call, scope, caller).ConfigureAwait(false);
        }

        return outcome.Exception is { } error
            ? await RetryAsync<TOperation, TResponse>(new(_services, scope, operation, attempt.Target, error, caller), caller).ConfigureAwait(false)
            : outcome.Result!;
    }

    private async ValueTask<TResponse> RetryAsync<TOperation, TResponse>(RetriedCall<TOperation, TResponse> call, CancellationToken caller)
        where TOperation : struct, IOperation<TResponse>
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, caller);
        context.Properties.Set(RetriedCall.Key, call);
        try
        {
            Outcome<TResponse> outcome = await _retries
                .ExecuteOutcomeAsync(static (_, call) => call.NextAsync(), context, call)
                .ConfigureAwait(false);
            if (outcome.Exception is { } error)
            {
                ExceptionDispatchInfo.Throw(call.Explain(error));
            }

            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline Retries(ResilienceOptions options) => options.Retry.AttemptsMax == 1
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retry.AttemptsMax - 1,
                ShouldHandle = static arguments => new ValueTask<bool>(
                    arguments.Outcome.Exception is { } error && CallOf(arguments.Context).PlanRetry(error)),
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(CallOf(arguments.Context).Delay),
            })
            .Build();

    private static RetriedCall CallOf(ResilienceContext context) =>
        context.Properties.TryGetValue(RetriedCall.Key, out RetriedCall? call)
            ? call
            : throw new InvalidOperationException("Polly's context lost the call it was made for.");
}
