using Keyfold.Engine;
using Keyfold.Items;
using Keyfold.Storage;

namespace Retail.Web.Tests.Hosting;

/// <summary>An engine before which something can happen: an error, or what another client does.</summary>
public sealed class FaultyBackend(EmbeddedEngine engine) : IStorageBackend
{
    public EmbeddedEngine Engine { get; } = engine;

    /// <summary>Called before each request with the name of its operation; what it throws, the request throws.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public ItemEncoding Encoding => Engine.Encoding;

    public async ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("GetItem");
        return await Engine.GetItemAsync(request, cancellationToken);
    }

    public async ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("PutItem");
        return await Engine.PutItemAsync(request, cancellationToken);
    }

    public async ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("UpdateItem");
        return await Engine.UpdateItemAsync(request, cancellationToken);
    }

    public async ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("DeleteItem");
        return await Engine.DeleteItemAsync(request, cancellationToken);
    }

    public async ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        await Before("Query");
        return await Engine.QueryAsync(request, cancellationToken);
    }

    public async ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        await Before("Scan");
        return await Engine.ScanAsync(request, cancellationToken);
    }

    public async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("BatchGetItem");
        return await Engine.BatchGetItemAsync(request, cancellationToken);
    }

    public async ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        await Before("BatchWriteItem");
        return await Engine.BatchWriteItemAsync(request, cancellationToken);
    }

    public async ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
    {
        await Before("TransactGetItems");
        return await Engine.TransactGetItemsAsync(request, cancellationToken);
    }

    public async ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        await Before("TransactWriteItems");
        return await Engine.TransactWriteItemsAsync(request, cancellationToken);
    }
}
