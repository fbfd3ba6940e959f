using Keyfold.Engine;
using Keyfold.Storage;

namespace Keyfold.Tests.Backends;

/// <summary>An engine that does only so many of a batch's reads and writes at once, or none at all, and leaves the rest undone.</summary>
internal sealed class BusyBackend(int doneAtOnce, bool retriesUnprocessed = false) : StorageDecorator(new EmbeddedEngine())
{
    public List<int> Batches { get; } = [];

    public override bool RetriesUnprocessed => retriesUnprocessed;

    public override async ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        BatchWriteTable table = Assert.Single(request.Tables);
        Batches.Add(table.Writes.Count);
        if (doneAtOnce == 0)
        {
            throw new StorageException(StorageErrorCode.ProvisionedThroughputExceededException, "Too busy.");
        }

        BatchWriteItemResponse response = await Inner.BatchWriteItemAsync(
            request with { Tables = [table with { Writes = [.. table.Writes.Take(doneAtOnce)] }] }, cancellationToken);
        BatchWrite[] rest = [.. table.Writes.Skip(doneAtOnce)];
        return response with { UnprocessedItems = rest.Length == 0 ? [] : [table with { Writes = rest }] };
    }

    public override async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        BatchGetTable table = Assert.Single(request.Tables);
        Batches.Add(table.Keys.Count);
        if (doneAtOnce == 0)
        {
            return new BatchGetItemResponse { Tables = [], UnprocessedKeys = request.Tables };
        }

        BatchGetItemResponse response = await Inner.BatchGetItemAsync(
            request with { Tables = [table with { Keys = [.. table.Keys.Take(doneAtOnce)] }] }, cancellationToken);
        Keyfold.Keys.ItemKey[] rest = [.. table.Keys.Skip(doneAtOnce)];
        return response with { UnprocessedKeys = rest.Length == 0 ? [] : [table with { Keys = rest }] };
    }

    public override ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) =>
        throw new StorageException(StorageErrorCode.ThrottlingException, "Too busy.");
}
