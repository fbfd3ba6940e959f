using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>
/// Any backend, made harder to break: attempts that fail for a while are made again, slow ones end, a backend that is down is left alone, and calls can move to
/// a replica. What passes at the first attempt costs next to nothing.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Throttling and conflicts of transactions changed nothing, so that every request is sent again after them.</item>
/// <item>After a service error, a lost connection or a timeout a write may have been applied. It is sent again if twice is the same as once: a put or delete
/// which does not return the item before; an update which does not return values before and does not build on what it changes (no ADD of a number, no
/// arithmetic or <c>list_append</c> on its own target, no list element by index); a batch; a transaction, which gets a client request token for that. Every
/// other write fails with <see cref="AmbiguousWriteException"/>, and so does one whose later attempts fail: a condition that does not hold at the second
/// attempt may be the first one's doing.</item>
/// <item>Refused requests and failed conditions are answers, and are passed on as they are.</item>
/// </list>
/// Safe for concurrent use. Tables are administrated at the first replica, without retries.
/// </remarks>
public sealed class ResilientBackend : StorageDecorator, IAsyncDisposable, IDisposable
{
    private readonly IReadOnlyList<Replica> _replicas;
    private readonly ResilienceOptions _options;
    private readonly Sender _sender;
    private readonly BatchReads _batchReads;
    private readonly BatchWrites _batchWrites;

    /// <summary>One backend.</summary>
    /// <param name="backend">The backend, which is disposed of with this one.</param>
    /// <param name="options">The options; null for the default ones.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public ResilientBackend(IStorageBackend backend, ResilienceOptions? options = null)
        : this([new Replica(backend.GetType().Name, backend)], options)
    {
    }

    /// <summary>The replicas of a global table.</summary>
    /// <param name="replicas">
    /// The backends in order of preference; <see cref="ResilienceOptions.Failover"/> says what may go to others than the first. They are disposed of with this
    /// one.
    /// </param>
    /// <param name="options">The options; null for the default ones.</param>
    /// <exception cref="ArgumentException">There is no replica, they speak different encodings, or an option is out of its range.</exception>
    public ResilientBackend(IReadOnlyList<Replica> replicas, ResilienceOptions? options = null)
        : base(FirstOf(replicas))
    {
        _options = (options ?? new ResilienceOptions()).Validate();
        if (replicas.FirstOrDefault(replica => replica.Backend.Encoding != replicas[0].Backend.Encoding) is { } other)
        {
            throw new ArgumentException(
                $"{other.Name} speaks {other.Backend.Encoding} and {replicas[0].Name} {replicas[0].Backend.Encoding}: use backends of one kind.", nameof(replicas));
        }

        _replicas = [.. replicas];
        CallServices services = new(new TargetList(_replicas, _options), _options);
        _sender = new Sender(services);
        _batchReads = new BatchReads(_sender, services);
        _batchWrites = new BatchWrites(_sender, services);
    }

    /// <summary>Whether <see cref="ResilienceOptions.RetryUnprocessed"/> is set.</summary>
    public override bool RetriesUnprocessed => _options.RetryUnprocessed;

    /// <inheritdoc/>
    public override void DeclareTable(TableSchema schema)
    {
        foreach (Replica replica in _replicas)
        {
            replica.Backend.DeclareTable(schema);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetItemOperation, GetItemResponse>(new GetItemOperation(request), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutItemOperation, PutItemResponse>(new PutItemOperation(request), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateItemOperation, UpdateItemResponse>(new UpdateItemOperation(request), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteItemOperation, DeleteItemResponse>(new DeleteItemOperation(request), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<QueryOperation, QueryResponse>(new QueryOperation(request), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ScanOperation, ScanResponse>(new ScanOperation(request), cancellationToken);

    /// <summary>
    /// Reads up to <see cref="Limits.BatchGetKeysMax"/> items. What the backend leaves unprocessed is asked for again; what is unprocessed at the end of
    /// <see cref="ResilienceOptions.TotalTimeout"/>, of the retry budget or at an error after a first answer is in the response.
    /// </summary>
    public override ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default) =>
        _options.RetryUnprocessed
            ? _batchReads.SendAsync(request, cancellationToken)
            : SendAsync<BatchGetItemOperation, BatchGetItemResponse>(new BatchGetItemOperation(request), cancellationToken);

    /// <summary>
    /// Up to <see cref="Limits.BatchWriteRequestsMax"/> independent puts and deletes. What the backend leaves unprocessed is sent again; what was not done at
    /// the end of <see cref="ResilienceOptions.TotalTimeout"/>, of the retry budget or at an error after a first answer is in the response.
    /// </summary>
    /// <exception cref="AmbiguousWriteException">
    /// Some may or may not have been done: <see cref="AmbiguousWriteException.Unprocessed"/> has them, with those that were not done; all others were.
    /// </exception>
    public override ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default) =>
        _options.RetryUnprocessed
            ? _batchWrites.SendAsync(request, cancellationToken)
            : SendAsync<BatchWriteItemOperation, BatchWriteItemResponse>(new BatchWriteItemOperation(request), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<TransactGetItemsOperation, TransactGetItemsResponse>(new TransactGetItemsOperation(request), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<TransactWriteItemsOperation, TransactWriteItemsResponse>(new TransactWriteItemsOperation(WithToken(request)), cancellationToken);

    /// <summary>Disposes of the replicas' backends.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (Replica replica in _replicas)
        {
            await Disposal.OfAsync(replica.Backend).ConfigureAwait(false);
        }
    }

    /// <summary>Disposes of the replicas' backends, and waits for it.</summary>
    public void Dispose()
    {
        foreach (Replica replica in _replicas)
        {
            Disposal.Of(replica.Backend);
        }
    }

    private static IStorageBackend FirstOf(IReadOnlyList<Replica> replicas) => replicas.Count > 0
        ? replicas[0].Backend
        : throw new ArgumentException("There is no replica: give at least the backend itself.", nameof(replicas));

    private ValueTask<TResponse> SendAsync<TOperation, TResponse>(TOperation operation, CancellationToken cancellationToken)
        where TOperation : struct, IOperation<TResponse> =>
        _sender.SendAsync<TOperation, TResponse>(operation, scope: null, cancellationToken);

    private TransactWriteItemsRequest WithToken(TransactWriteItemsRequest request) =>
        request.ClientRequestToken is null && _options.AddTransactionTokens
            ? request with { ClientRequestToken = Guid.NewGuid().ToString() }
            : request;
}
