using Keyfold.Storage;

namespace Keyfold.Resilience;

internal readonly record struct GetItemOperation(GetItemRequest Request) : IOperation<GetItemResponse>
{
    public string Name => "GetItem";

    public OperationKind Kind => Request.ConsistentRead ? OperationKind.ConsistentRead : OperationKind.Read;

    public bool MayHedge => true;

    public bool MayRepeat => true;

    public ValueTask<GetItemResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken) =>
        backend.GetItemAsync(Request, cancellationToken);
}

internal readonly record struct QueryOperation(QueryRequest Request) : IOperation<QueryResponse>
{
    public string Name => "Query";

    public OperationKind Kind => Request.ConsistentRead ? OperationKind.ConsistentRead : OperationKind.Read;

    public bool MayHedge => true;

    public bool MayRepeat => true;

    public ValueTask<QueryResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken) =>
        backend.QueryAsync(Request, cancellationToken);
}

internal readonly record struct ScanOperation(ScanRequest Request) : IOperation<ScanResponse>
{
    public string Name => "Scan";

    public OperationKind Kind => Request.ConsistentRead ? OperationKind.ConsistentRead : OperationKind.Read;

    public bool MayHedge => true;

    public bool MayRepeat => true;

    public ValueTask<ScanResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken) =>
        backend.ScanAsync(Request, cancellationToken);
}

internal readonly record struct BatchGetItemOperation(BatchGetItemRequest Request) : IOperation<BatchGetItemResponse>
{
    public string Name => "BatchGetItem";

    public OperationKind Kind => Request.Tables.Any(table => table.ConsistentRead) ? OperationKind.ConsistentRead : OperationKind.Read;

    public bool MayHedge => true;

    public bool MayRepeat => true;

    public ValueTask<BatchGetItemResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken) =>
        backend.BatchGetItemAsync(Request, cancellationToken);
}

internal readonly record struct TransactGetItemsOperation(TransactGetItemsRequest Request) : IOperation<TransactGetItemsResponse>
{
    public string Name => "TransactGetItems";

    public OperationKind Kind => OperationKind.ConsistentRead;

    public bool MayHedge => false;

    public bool MayRepeat => true;

    public ValueTask<TransactGetItemsResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken) =>
        backend.TransactGetItemsAsync(Request, cancellationToken);
}
