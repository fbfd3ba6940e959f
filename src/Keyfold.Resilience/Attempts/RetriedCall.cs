using System.Diagnostics.CodeAnalysis;
using Keyfold.Storage;
using Polly;

namespace Keyfold.Resilience;

/// <summary>A call whose first attempt failed, on its way through Polly's retry. Lives on one logical thread.</summary>
internal abstract class RetriedCall(CallServices services, CallScope scope)
{
    /// <summary>Where Polly's callbacks find the call.</summary>
    public static readonly ResiliencePropertyKey<RetriedCall> Key = new("Keyfold.Resilience.Call");

    /// <summary>The delay that was planned before the next attempt.</summary>
    public TimeSpan Delay { get; private set; }

    protected CallServices Services => services;

    protected CallScope Scope => scope;

    protected int Attempts { get; private set; }

    protected Target? Last { get; private set; }

    protected abstract string Operation { get; }

    protected abstract bool MayRepeat { get; }

    protected abstract bool IsCancelled { get; }

    /// <summary>Decides whether there is another attempt, and when.</summary>
    public bool PlanRetry(Exception error)
    {
        Failure failure = Failure.Of(error);
        if (IsCancelled || failure.Kind == FailureKind.Permanent || Attempts >= services.Options.Retry.AttemptsMax || (failure.IsUnanswered && !MayRepeat))
        {
            return false;
        }

        TimeSpan delay = services.Jitter.Next(failure.Kind, Delay);
        delay = failure.RetryAfter is { } hint && hint > delay ? hint : delay;
        if (delay >= scope.Remaining(services.Options) || !services.Budget.TryTake())
        {
            return false;
        }

        Delay = delay;
        services.Options.OnRetry?.Invoke(new RetryArguments(Operation, Last!.Name, Attempts, failure.Kind, delay, error));
        return true;
    }

    protected void Began(Target? target)
    {
        Attempts++;
        Last = target ?? Last;
    }
}

/// <summary>A call of one operation.</summary>
internal sealed class RetriedCall<TOperation, TResponse> : RetriedCall
    where TOperation : struct, IOperation<TResponse>
{
    private readonly TOperation _operation;
    private readonly CancellationToken _caller;
    private Exception _last;
    private bool _isBegun;
    private Target? _unanswered;

    /// <summary>A call after its first attempt.</summary>
    public RetriedCall(CallServices services, CallScope scope, TOperation operation, Target target, Exception error, CancellationToken caller)
        : base(services, scope)
    {
        _operation = operation;
        _caller = caller;
        Began(target);
        Remember(target, error);
    }

    protected override string Operation => _operation.Name;

    protected override bool MayRepeat => _operation.MayRepeat;

    protected override bool IsCancelled => _caller.IsCancellationRequested;

    /// <summary>An attempt; the first time, the failure of the one that is over.</summary>
    public ValueTask<Outcome<TResponse>> NextAsync()
    {
        if (_isBegun)
        {
            return SendAsync();
        }

        _isBegun = true;
        return Outcome.FromExceptionAsValueTask<TResponse>(_last);
    }

    /// <summary>What the caller is told of the last failure.</summary>
    public Exception Explain(Exception error)
    {
        if (error is OperationCanceledException && IsCancelled)
        {
            return new OperationCanceledException(error.Message, error, _caller);
        }

        return _unanswered is null || IsAnswerToAll(error) ? error : new AmbiguousWriteException(_operation.Name, Attempts, error);
    }

    // A replica does not know whether another one did what it was asked to, so that such a write stays where it is.
    private Admission? Choose() => _unanswered is null
        ? Services.Targets.Choose(_operation.Kind)
        : _unanswered.TryEnter(out bool trial) ? new Admission(_unanswered, trial) : null;

    private async ValueTask<Outcome<TResponse>> SendAsync()
    {
        if (Choose() is not { } admission)
        {
            Target closed = _unanswered ?? Services.Targets.Home;
            return Outcome.FromException<TResponse>(new CircuitOpenException(_operation.Name, closed.Name, closed.RetryAfter, _last));
        }

        Began(admission.Target);
        Outcome<TResponse> outcome = await Services.AttemptAsync<TOperation, TResponse>(_operation, admission, Scope, _caller).ConfigureAwait(false);
        if (outcome.Exception is { } error)
        {
            Remember(admission.Target, error);
        }

        return outcome;
    }

    [MemberNotNull(nameof(_last))]
    private void Remember(Target target, Exception error)
    {
        _last = error;
        if (_operation.Kind == OperationKind.Write && Failure.Of(error).IsUnanswered)
        {
            _unanswered = target;
            Scope.IsUnanswered = true;
        }
    }

    // A transaction that was done answers its token with success, so that one which is cancelled was not done before either.
    private bool IsAnswerToAll(Exception error) =>
        _operation.HasToken
        && error is StorageException { Code: StorageErrorCode.TransactionCanceledException }
        && Failure.Of(error).Kind == FailureKind.Permanent;
}
