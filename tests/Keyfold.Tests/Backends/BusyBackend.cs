using Keyfold.Engine;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Tests.Backends;

/// <summary>An engine that does only so many of a batch's reads and writes at once, or none at all, and leaves the rest undone.</summary>
internal sealed class BusyBackend(int doneAtOnce) : IStorageBackend
{
    public EmbeddedEngine Engine { get; } = new();

    public List<int> Batches { get; } = [];

    public ItemEncoding Encoding => Engine.Encoding;

    public bool RetriesUnprocessed { get; init; }

    public async ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        BatchWriteTable table = Assert.Single(request.Tables);
        Batches.Add(table.Writes.Count);
        if (doneAtOnce == 0)
        {
            throw new StorageException(StorageErrorCode.ProvisionedThroughputExceededException, "Too busy.");
        }

        BatchWriteItemResponse response = await Engine.BatchWriteItemAsync(
            request with { Tables = [table with { Writes = [.. table.Writes.Take(doneAtOnce)] }] }, cancellationToken);
        BatchWrite[] rest = [.. table.Writes.Skip(doneAtOnce)];
        return response with { UnprocessedItems = rest.Length == 0 ? [] : [table with { Writes = rest }] };
    }

    public async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        BatchGetTable table = Assert.Single(request.Tables);
        Batches.Add(table.Keys.Count);
        if (doneAtOnce == 0)
        {
            return new BatchGetItemResponse { Tables = [], UnprocessedKeys = request.Tables };
        }

        BatchGetItemResponse response = await Engine.BatchGetItemAsync(
            request with { Tables = [table with { Keys = [.. table.Keys.Take(doneAtOnce)] }] }, cancellationToken);
        Keyfold.Keys.ItemKey[] rest = [.. table.Keys.Skip(doneAtOnce)];
        return response with { UnprocessedKeys = rest.Length == 0 ? [] : [table with { Keys = rest }] };
    }

    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) => Engine.GetItemAsync(request, cancellationToken);

    public ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) =>
        throw new StorageException(StorageErrorCode.ThrottlingException, "Too busy.");

    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) => Engine.QueryAsync(request, cancellationToken);

    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
