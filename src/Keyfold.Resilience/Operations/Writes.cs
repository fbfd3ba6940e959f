using Keyfold.Storage;

namespace Keyfold.Resilience;

internal readonly record struct PutItemOperation(PutItemRequest Request) : IOperation<PutItemResponse>
{
    public string Name => "PutItem";

    public OperationKind Kind => OperationKind.Write;

    public bool MayHedge => false;

    public bool MayRepeat => Repeatable.Returns(Request.ReturnValues);

    public ValueTask<PutItemResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken) =>
        backend.PutItemAsync(Request, cancellationToken);
}

internal readonly record struct UpdateItemOperation(UpdateItemRequest Request) : IOperation<UpdateItemResponse>
{
    public string Name => "UpdateItem";

    public OperationKind Kind => OperationKind.Write;

    public bool MayHedge => false;

    public bool MayRepeat => Repeatable.Returns(Request.ReturnValues) && (Request.Update is null || Repeatable.Changes(Request.Update));

    public ValueTask<UpdateItemResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken) =>
        backend.UpdateItemAsync(Request, cancellationToken);
}

internal readonly record struct DeleteItemOperation(DeleteItemRequest Request) : IOperation<DeleteItemResponse>
{
    public string Name => "DeleteItem";

    public OperationKind Kind => OperationKind.Write;

    public bool MayHedge => false;

    public bool MayRepeat => Repeatable.Returns(Request.ReturnValues);

    public ValueTask<DeleteItemResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken) =>
        backend.DeleteItemAsync(Request, cancellationToken);
}

internal readonly record struct BatchWriteItemOperation(BatchWriteItemRequest Request) : IOperation<BatchWriteItemResponse>
{
    public string Name => "BatchWriteItem";

    public OperationKind Kind => OperationKind.Write;

    public bool MayHedge => false;

    public bool MayRepeat => true;

    public ValueTask<BatchWriteItemResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken) =>
        backend.BatchWriteItemAsync(Request, cancellationToken);
}

internal readonly record struct TransactWriteItemsOperation(TransactWriteItemsRequest Request) : IOperation<TransactWriteItemsResponse>
{
    public string Name => "TransactWriteItems";

    public OperationKind Kind => OperationKind.Write;

    public bool MayHedge => false;

    public bool MayRepeat => HasToken;

    public bool HasToken => Request.ClientRequestToken is not null;

    public ValueTask<TransactWriteItemsResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken) =>
        backend.TransactWriteItemsAsync(Request, cancellationToken);
}
