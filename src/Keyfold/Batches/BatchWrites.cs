using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Sends batches: in chunks, and again what the backend left undone.</summary>
internal static class BatchWrites
{
    private const int HashedMax = 64;

    public static async ValueTask<BatchResult> WriteAsync(TableConnection connection, BatchEntry[] entries, CancellationToken cancellationToken)
    {
        List<BatchRemainder> remaining = [];

        // all before any is sent, so that an entity that cannot be stored leaves nothing half done
        foreach (BatchChunk chunk in Encode(connection, entries))
        {
            remaining.AddRange(await WriteChunkAsync(connection, chunk, cancellationToken).ConfigureAwait(false));
        }

        return new BatchResult(entries.Length - remaining.Count, remaining);
    }

    /// <summary>The entries of a batch from the first on.</summary>
    /// <exception cref="InvalidOperationException">An entity is there twice.</exception>
    public static BatchEntry[] InOrder(BatchEntry? last)
    {
        var entries = new BatchEntry[last?.Count ?? 0];
        for (BatchEntry? entry = last; entry is not null; entry = entry.Previous)
        {
            entries[entry.Count - 1] = entry;
        }

        if (MayHaveOneTwice(entries))
        {
            RequireEachOnce(entries);
        }

        return entries;
    }

    /// <summary>Looks at the hashes of a few keys, which takes no memory; more are looked at by themselves.</summary>
    private static bool MayHaveOneTwice(BatchEntry[] entries)
    {
        if (entries.Length > HashedMax)
        {
            return true;
        }

        Span<int> hashes = stackalloc int[HashedMax];
        for (int i = 0; i < entries.Length; i++)
        {
            hashes[i] = entries[i].Key.GetHashCode();
            if (hashes[..i].Contains(hashes[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static void RequireEachOnce(BatchEntry[] entries)
    {
        var keys = new HashSet<ItemKey>(entries.Length);
        foreach (BatchEntry entry in entries)
        {
            if (!keys.Add(entry.Key))
            {
                throw new InvalidOperationException($"The batch has {entry.Model.Name} with {KeyDescription.Of(entry.Model, entry.Key)} twice.");
            }
        }
    }

    private static BatchChunk[] Encode(TableConnection connection, BatchEntry[] entries)
    {
        var chunks = new BatchChunk[(entries.Length + Limits.BatchWriteRequestsMax - 1) / Limits.BatchWriteRequestsMax];
        for (int i = 0; i < chunks.Length; i++)
        {
            int start = i * Limits.BatchWriteRequestsMax;
            chunks[i] = new BatchChunk(
                connection, new ArraySegment<BatchEntry>(entries, start, Math.Min(Limits.BatchWriteRequestsMax, entries.Length - start)));
        }

        return chunks;
    }

    private static async ValueTask<BatchRemainder[]> WriteChunkAsync(TableConnection connection, BatchChunk chunk, CancellationToken cancellationToken)
    {
        var attempts = new BatchAttempts(connection);
        IReadOnlyList<BatchWriteTable> pending = [new BatchWriteTable(connection.TableName, chunk.ToWrites())];
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
                throw chunk.Refused(error);
            }
            catch (StorageException error) when (StorageFailure.Throttled(error, "The batch") is not null)
            {
                // nothing of this request was done: the same is pending
            }

            if (pending.Count == 0 || !await attempts.TryWaitAsync(cancellationToken).ConfigureAwait(false))
            {
                BatchRemainder[] remaining = pending.Count == 0 ? [] : chunk.Remaining(connection, pending);
                chunk.Dispose();
                return remaining;
            }
        }
    }
}
