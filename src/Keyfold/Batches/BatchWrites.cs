using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Sends batches: in chunks, and again what the backend left undone.</summary>
internal static class BatchWrites
{
    public static async ValueTask<BatchResult> WriteAsync(TableConnection connection, List<BatchEntry> entries, CancellationToken cancellationToken)
    {
        var remaining = new List<BatchEntry>();
        foreach (BatchEntry[] chunk in entries.Chunk(Limits.BatchWriteRequestsMax))
        {
            remaining.AddRange(await WriteChunkAsync(connection, chunk, cancellationToken).ConfigureAwait(false));
        }

        return new BatchResult(
            entries.Count - remaining.Count,
            [.. remaining.Select(entry => new BatchRemainder(entry.Model.Name, KeyDescription.Of(entry.Model, entry.Key), entry.Entity))]);
    }

    /// <summary>The entries of a batch from the first on.</summary>
    /// <exception cref="InvalidOperationException">An entity is there twice.</exception>
    public static List<BatchEntry> InOrder(BatchEntry? last)
    {
        var entries = new List<BatchEntry>();
        var keys = new HashSet<ItemKey>();
        for (BatchEntry? entry = last; entry is not null; entry = entry.Previous)
        {
            if (!keys.Add(entry.Key))
            {
                throw new InvalidOperationException($"The batch has {entry.Model.Name} with {KeyDescription.Of(entry.Model, entry.Key)} twice.");
            }

            entries.Add(entry);
        }

        entries.Reverse();
        return entries;
    }

    private static async ValueTask<IEnumerable<BatchEntry>> WriteChunkAsync(TableConnection connection, BatchEntry[] chunk, CancellationToken cancellationToken)
    {
        var attempts = new BatchAttempts(connection);
        IReadOnlyList<BatchWriteTable> pending = [new BatchWriteTable(connection.TableName, [.. chunk.Select(entry => entry.Write)])];
        while (true)
        {
            try
            {
                BatchWriteItemResponse response = await connection.Backend.BatchWriteItemAsync(
                    new BatchWriteItemRequest { Tables = pending }, cancellationToken).ConfigureAwait(false);
                pending = response.UnprocessedItems;
            }
            catch (StorageException error) when (error.Code == StorageErrorCode.ValidationException)
            {
                throw new RequestRejectedException(
                    $"A batch was refused: {error.Message} It has {string.Join("; ", chunk.Select(entry => $"{entry.Model.Name} with {KeyDescription.Of(entry.Model, entry.Key)}"))}.",
                    string.Join(", ", chunk.Select(entry => entry.Model.Name).Distinct()),
                    key: null,
                    error);
            }
            catch (StorageException error) when (StorageFailure.Throttled(error, "The batch") is not null)
            {
                // nothing of this request was done: the same is pending
            }

            if (pending.Count == 0 || !await attempts.TryWaitAsync(cancellationToken).ConfigureAwait(false))
            {
                return Remaining(connection, chunk, pending);
            }
        }
    }

    private static IEnumerable<BatchEntry> Remaining(TableConnection connection, BatchEntry[] chunk, IReadOnlyList<BatchWriteTable> pending)
    {
        HashSet<ItemKey> keys = [.. pending.SelectMany(table => table.Writes).Select(write => write.IsPut ? ItemKeys.Of(connection, write.Item) : write.Key)];
        return chunk.Where(entry => keys.Contains(entry.Key));
    }
}
