using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Reads many items by key: in chunks, and again what the backend left undone.</summary>
internal static class BatchReads
{
    public static async ValueTask<IReadOnlyList<TEntity>> GetAsync<TEntity>(
        TableConnection connection, IEnumerable<ItemKey> keys, bool consistent, CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
    {
        ItemKey[] distinct = [.. keys.Distinct()];
        var found = new Dictionary<ItemKey, TEntity>(distinct.Length);
        foreach (ItemKey[] chunk in distinct.Chunk(Limits.BatchGetKeysMax))
        {
            foreach (ReadOnlyMemory<byte> item in await FetchAsync(connection, TEntity.Model, chunk, consistent, cancellationToken).ConfigureAwait(false))
            {
                TEntity entity = EncodedItems.Read<TEntity>(connection.Backend, item);
                found[TEntity.KeyOf(entity)] = entity;
            }
        }

        var ordered = new List<TEntity>(found.Count);
        foreach (ItemKey key in distinct)
        {
            if (found.TryGetValue(key, out TEntity? entity))
            {
                ordered.Add(entity);
            }
        }

        return ordered;
    }

    /// <summary>Reads at most 100 items, in no order; missing ones are left out.</summary>
    public static async ValueTask<List<ReadOnlyMemory<byte>>> FetchAsync(
        TableConnection connection, EntityModel model, IReadOnlyList<ItemKey> keys, bool consistent, CancellationToken cancellationToken)
    {
        var items = new List<ReadOnlyMemory<byte>>(keys.Count);
        var attempts = new BatchAttempts(connection);
        IReadOnlyList<BatchGetTable> pending = [new BatchGetTable(connection.TableName, keys) { ConsistentRead = consistent }];
        while (true)
        {
            BatchGetItemResponse response;
            try
            {
                response = await connection.Backend.BatchGetItemAsync(new BatchGetItemRequest { Tables = pending }, cancellationToken).ConfigureAwait(false);
            }
            catch (StorageException error)
            {
                throw StorageFailure.OfQuery(model, error);
            }

            foreach (BatchGetResult table in response.Tables)
            {
                items.AddRange(table.Items);
            }

            pending = response.UnprocessedKeys;
            if (pending.Count == 0)
            {
                return items;
            }

            if (!await attempts.TryWaitAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new ThrottledException($"{pending.Sum(table => table.Keys.Count)} of {keys.Count} {model.Name} could not be read in {attempts.Made} {(attempts.Made == 1 ? "attempt" : "attempts")}.");
            }
        }
    }
}
