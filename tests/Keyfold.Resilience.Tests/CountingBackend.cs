using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

/// <summary>Writes down how large the batches are.</summary>
internal sealed class CountingBackend(IStorageBackend inner, List<int> sizes) : IStorageBackend
{
    public ItemEncoding Encoding => inner.Encoding;

    public ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        sizes.Add(request.Tables.Sum(table => table.Writes.Count));
        return inner.BatchWriteItemAsync(request, cancellationToken);
    }

    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
