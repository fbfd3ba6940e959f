using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>
/// A backend between whose requests and answers things go wrong as a script says, for tests of what an application does then. Put it under a
/// <see cref="ResilientBackend"/>. Requests about tables pass. Safe for concurrent use.
/// </summary>
public sealed class FaultInjectingBackend : StorageDecorator, IAsyncDisposable, IDisposable
{
    private readonly FaultScript _script;
    private readonly TimeProvider _clock;
    private long _requests;

    /// <summary>Puts a script before a backend.</summary>
    /// <param name="inner">The backend.</param>
    /// <param name="script">Which requests get which fault.</param>
    /// <param name="timeProvider">The clock of delays; null for the system's.</param>
    public FaultInjectingBackend(IStorageBackend inner, FaultScript script, TimeProvider? timeProvider = null)
        : base(inner)
    {
        _script = script;
        _clock = timeProvider ?? TimeProvider.System;
    }

    private delegate ValueTask<TResponse> Operation<TRequest, TResponse>(TRequest request, CancellationToken cancellationToken);

    /// <summary>How many requests have come so far.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <inheritdoc/>
    public override ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) =>
        RunAsync("GetItem", Inner.GetItemAsync, request, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) =>
        RunAsync("PutItem", Inner.PutItemAsync, request, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) =>
        RunAsync("UpdateItem", Inner.UpdateItemAsync, request, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) =>
        RunAsync("DeleteItem", Inner.DeleteItemAsync, request, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) =>
        RunAsync("Query", Inner.QueryAsync, request, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) =>
        RunAsync("Scan", Inner.ScanAsync, request, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        Fault? fault = Next("BatchGetItem");
        return fault is UnprocessedRest rest
            ? PartialBatches.GetAsync(Inner, request, rest.Count, cancellationToken)
            : RunAsync(fault, Inner.BatchGetItemAsync, request, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        Fault? fault = Next("BatchWriteItem");
        return fault is UnprocessedRest rest
            ? PartialBatches.WriteAsync(Inner, request, rest.Count, cancellationToken)
            : RunAsync(fault, Inner.BatchWriteItemAsync, request, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default) =>
        RunAsync("TransactGetItems", Inner.TransactGetItemsAsync, request, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default) =>
        RunAsync("TransactWriteItems", Inner.TransactWriteItemsAsync, request, cancellationToken);

    /// <summary>Disposes of the backend.</summary>
    public ValueTask DisposeAsync() => Disposal.OfAsync(Inner);

    /// <summary>Disposes of the backend, and waits for it.</summary>
    public void Dispose() => Disposal.Of(Inner);

    private Fault? Next(string operation) => _script.For(new InjectionPoint(operation, Interlocked.Increment(ref _requests) - 1));

    private ValueTask<TResponse> RunAsync<TRequest, TResponse>(
        string operation, Operation<TRequest, TResponse> send, TRequest request, CancellationToken cancellationToken) =>
        RunAsync(Next(operation), send, request, cancellationToken);

    private async ValueTask<TResponse> RunAsync<TRequest, TResponse>(
        Fault? fault, Operation<TRequest, TResponse> send, TRequest request, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case RefusedRequest refused:
                throw refused.Error;
            case LostResponse lost:
                await send(request, cancellationToken).ConfigureAwait(false);
                throw lost.Error;
            case DelayedRequest delayed:
                await Task.Delay(delayed.Time, _clock, cancellationToken).ConfigureAwait(false);
                return await send(request, cancellationToken).ConfigureAwait(false);
            case DelayedResponse delayed:
                TResponse response = await send(request, cancellationToken).ConfigureAwait(false);
                await Task.Delay(delayed.Time, _clock, cancellationToken).ConfigureAwait(false);
                return response;
            default:
                return await send(request, cancellationToken).ConfigureAwait(false);
        }
    }
}
