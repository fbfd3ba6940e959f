using Polly;
using Polly.Hedging;

namespace Keyfold.Resilience;

/// <summary>Sends a read again when it is slow, by Polly's hedging, which is entered only with a read that did not complete at once.</summary>
internal sealed class HedgedReads(CallServices services, HedgingOptions options)
{
    // Polly's hedging is made for one type of result, and there are four of them here: a slow read can afford the box.
    private readonly ResiliencePipeline<object> _pipeline = Pipeline(services, options);

    /// <summary>The first of two answers; the other request is cancelled.</summary>
    public async ValueTask<Outcome<TResponse>> FirstOfAsync<TOperation, TResponse>(
        TOperation operation, Attempt attempt, ValueTask<TResponse> call, CallScope scope, CancellationToken caller)
        where TOperation : struct, IOperation<TResponse>
    {
        HedgedRead<TOperation, TResponse> read = new(services, operation, attempt, call, scope);
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, caller);
        context.Properties.Set(HedgedRead.Key, read);
        try
        {
            Outcome<object> outcome = await _pipeline
                .ExecuteOutcomeAsync(static (context, read) => read.NextAsync(context.CancellationToken), context, read)
                .ConfigureAwait(false);
            return outcome.Exception is { } error ? Outcome.FromException<TResponse>(error) : Outcome.FromResult((TResponse)outcome.Result!);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline<object> Pipeline(CallServices services, HedgingOptions options) =>
        new ResiliencePipelineBuilder<object> { TimeProvider = services.Options.TimeProvider }
            .AddHedging(new HedgingStrategyOptions<object>
            {
                Delay = options.Delay,
                MaxHedgedAttempts = 1,

                // a failure of one leaves the other its chance; that none is sent because of it is decided below
                ShouldHandle = static arguments => new ValueTask<bool>(
                    arguments.Outcome.Exception is { } error && Failure.Of(error).Kind != FailureKind.Permanent),
                ActionGenerator = arguments => !arguments.PrimaryContext.Properties.TryGetValue(HedgedRead.Key, out HedgedRead? read)
                    || !read.MaySendAgain(options.Delay)
                    ? null
                    : () => arguments.Callback(arguments.ActionContext),
            })
            .Build();
}

/// <summary>A read that was slow.</summary>
internal abstract class HedgedRead(CallServices services)
{
    public static readonly ResiliencePropertyKey<HedgedRead> Key = new("Keyfold.Resilience.Read");

    private volatile bool _failed;

    protected CallServices Services => services;

    protected abstract string Operation { get; }

    /// <summary>Whether a second request is sent. After a failure it is a retry, which is not hedging's business.</summary>
    public bool MaySendAgain(TimeSpan delay)
    {
        if (_failed || !services.Budget.TryTake())
        {
            return false;
        }

        services.Options.OnHedge?.Invoke(new HedgeArguments(Operation, delay));
        return true;
    }

    protected void Failed() => _failed = true;
}

/// <summary>A slow read of one operation.</summary>
internal sealed class HedgedRead<TOperation, TResponse>(
    CallServices services, TOperation operation, Attempt attempt, ValueTask<TResponse> first, CallScope scope) : HedgedRead(services)
    where TOperation : struct, IOperation<TResponse>
{
    private int _requests;

    protected override string Operation => operation.Name;

    /// <summary>The request that is under way; the second time, another one.</summary>
    public ValueTask<Outcome<object>> NextAsync(CancellationToken loser) => Interlocked.Increment(ref _requests) == 1 ? FirstAsync(loser) : SecondAsync(loser);

    private async ValueTask<Outcome<object>> FirstAsync(CancellationToken loser)
    {
        // It was sent with its own token. Polly waits for those that lost when it has cancelled them.
        using CancellationTokenRegistration cancellation = loser.UnsafeRegister(static attempt => ((Attempt)attempt!).Cancel(), attempt);
        try
        {
            TResponse response = await first.ConfigureAwait(false);
            attempt.Answered();
            Services.Budget.Succeeded();
            return Outcome.FromResult<object>(response!);
        }
        catch (Exception error)
        {
            Failed();
            return Outcome.FromException<object>(attempt.Failed(error, loser));
        }
    }

    private async ValueTask<Outcome<object>> SecondAsync(CancellationToken loser)
    {
        if (Services.Targets.Choose(operation.Kind) is not { } admission)
        {
            return Outcome.FromException<object>(new CircuitOpenException(operation.Name, Services.Targets.Home.Name, Services.Targets.Home.RetryAfter));
        }

        Outcome<TResponse> outcome = await Services.AttemptAsync<TOperation, TResponse>(operation, admission, scope, loser).ConfigureAwait(false);
        return outcome.Exception is { } error ? Outcome.FromException<object>(error) : Outcome.FromResult<object>(outcome.Result!);
    }
}
