using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>
/// A transaction of reads that has not been sent: up to 100 entities of one table, none twice, as of one moment. Each method gives a new one;
/// <see cref="ReadAsync"/> sends it. Immutable.
/// </summary>
/// <typeparam name="TTable">The table.</typeparam>
public sealed class TransactionalRead<TTable>
    where TTable : class
{
    private readonly TableConnection _connection;
    private readonly ItemKey[] _keys;

    internal TransactionalRead(TableConnection connection, ItemKey[]? keys = null)
    {
        _connection = connection;
        _keys = keys ?? [];
    }

    /// <summary>Reads an entity.</summary>
    /// <exception cref="KeyException">A value cannot be part of the key.</exception>
    public TransactionalRead<TTable> Get<TEntity>(IEntityKey<TEntity> key)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable> => new(_connection, [.. _keys, key.ToItemKey()]);

    /// <summary>Sends the transaction.</summary>
    /// <returns>The entities, to be taken out by their keys.</returns>
    /// <exception cref="ThrottledException">The backend has no capacity now.</exception>
    public async ValueTask<TransactionalReadResult<TTable>> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            TransactGetItemsResponse response = await _connection.Backend.TransactGetItemsAsync(
                new TransactGetItemsRequest { Gets = [.. _keys.Select(key => new TransactGet(_connection.TableName, key))] },
                cancellationToken).ConfigureAwait(false);
            return new TransactionalReadResult<TTable>(_connection, _keys, response.Items);
        }
        catch (StorageException error)
        {
            throw StorageFailure.Throttled(error, "The transaction") ?? (Exception)error;
        }
    }

    /// <summary>What would be sent, and what it would cost. Nothing is sent.</summary>
    public RequestExplanation Explain() => RequestExplanation.OfRead(_connection, _keys.Length);
}

/// <summary>What a transaction of reads found.</summary>
/// <typeparam name="TTable">The table.</typeparam>
public sealed class TransactionalReadResult<TTable>
    where TTable : class
{
    private readonly TableConnection _connection;
    private readonly Dictionary<ItemKey, ReadOnlyMemory<byte>> _items;

    internal TransactionalReadResult(TableConnection connection, ItemKey[] keys, IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        _connection = connection;
        _items = keys.Zip(items).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>An entity that was read; null (of a struct: its default) if there is none.</summary>
    /// <exception cref="KeyNotFoundException">The key was not asked for.</exception>
    /// <exception cref="EntityMappingException">The item does not fit the class.</exception>
    public TEntity? Get<TEntity>(IEntityKey<TEntity> key)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable>
    {
        ItemKey itemKey = key.ToItemKey();
        if (!_items.TryGetValue(itemKey, out ReadOnlyMemory<byte> item))
        {
            throw new KeyNotFoundException($"The transaction did not read {KeyDescription.Of(TEntity.Model, itemKey)}.");
        }

        return item.IsEmpty ? default : EncodedItems.Read<TEntity>(_connection.Backend, item);
    }
}
