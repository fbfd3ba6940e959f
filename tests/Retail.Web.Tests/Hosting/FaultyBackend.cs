using Keyfold.Engine;
using Keyfold.Storage;

namespace Retail.Web.Tests.Hosting;

/// <summary>An engine before which something can happen: an error, or what another client does.</summary>
public sealed class FaultyBackend(EmbeddedEngine engine) : StorageDecorator(engine)
{
    public EmbeddedEngine Engine { get; } = engine;

    /// <summary>Called before each request with the name of its operation; what it throws, the request throws.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public override async ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("GetItem");
        return await base.GetItemAsync(request, cancellationToken);
    }

    public override async ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("PutItem");
        return await base.PutItemAsync(request, cancellationToken);
    }

    public override async ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("UpdateItem");
        return await base.UpdateItemAsync(request, cancellationToken);
    }

    public override async ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("DeleteItem");
        return await base.DeleteItemAsync(request, cancellationToken);
    }

    public override async ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        await Before("Query");
        return await base.QueryAsync(request, cancellationToken);
    }

    public override async ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        await Before("Scan");
        return await base.ScanAsync(request, cancellationToken);
    }

    public override async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("BatchGetItem");
        return await base.BatchGetItemAsync(request, cancellationToken);
    }

    public override async ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("BatchWriteItem");
        return await base.BatchWriteItemAsync(request, cancellationToken);
    }

    public override async ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(
        TransactGetItemsRequest request, CancellationToken cancellationToken = default)
    {
        await Before("TransactGetItems");
        return await base.TransactGetItemsAsync(request, cancellationToken);
    }

    public override async ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        await Before("TransactWriteItems");
        return await base.TransactWriteItemsAsync(request, cancellationToken);
    }
}
