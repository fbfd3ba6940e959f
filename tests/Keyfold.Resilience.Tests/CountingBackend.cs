using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

/// <summary>Writes down how large the batches are.</summary>
internal sealed class CountingBackend(IStorageBackend inner, List<int> sizes) : StorageDecorator(inner)
{
    public override ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        sizes.Add(request.Tables.Sum(table => table.Writes.Count));
        return base.BatchWriteItemAsync(request, cancellationToken);
    }
}
