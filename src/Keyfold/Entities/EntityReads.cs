using System.ComponentModel;
using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Reads one entity. Two methods, since a missing class is null and a missing struct a nullable struct's null.</summary>
/// <remarks>A backend that answers at once, as the embedded engine does, is answered from without a state machine.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EntityReads
{
    /// <summary>Reads an entity that is a class.</summary>
    public static ValueTask<TEntity?> GetAsync<TEntity>(TableConnection connection, ItemKey key, bool consistent, CancellationToken cancellationToken)
        where TEntity : class, IEntity<TEntity>
    {
        ValueTask<GetItemResponse> response = FetchAsync<TEntity>(connection, key, consistent, cancellationToken);
        if (!response.IsCompletedSuccessfully)
        {
            return Await(connection, response);
        }

        try
        {
            return new ValueTask<TEntity?>(Read(connection, response.Result));
        }
        catch (EntityMappingException error)
        {
            return ValueTask.FromException<TEntity?>(error);
        }

        static TEntity? Read(TableConnection connection, GetItemResponse found)
        {
            TEntity? entity = found.Item.IsEmpty ? null : EncodedItems.Read<TEntity>(connection.Backend, found.Item);
            found.Lease?.Dispose();
            return entity;
        }

        static async ValueTask<TEntity?> Await(TableConnection connection, ValueTask<GetItemResponse> response) =>
            Read(connection, await response.ConfigureAwait(false));
    }

    /// <summary>Reads an entity that is a struct.</summary>
    public static async ValueTask<TEntity?> GetValueAsync<TEntity>(
        TableConnection connection, ItemKey key, bool consistent, CancellationToken cancellationToken)
        where TEntity : struct, IEntity<TEntity>
    {
        GetItemResponse found = await FetchAsync<TEntity>(connection, key, consistent, cancellationToken).ConfigureAwait(false);
        TEntity? entity = found.Item.IsEmpty ? null : EncodedItems.Read<TEntity>(connection.Backend, found.Item);
        found.Lease?.Dispose();
        return entity;
    }

    private static ValueTask<GetItemResponse> FetchAsync<TEntity>(
        TableConnection connection, ItemKey key, bool consistent, CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
    {
        var request = new GetItemRequest { TableName = connection.TableName, Key = key, ConsistentRead = consistent };
        try
        {
            ValueTask<GetItemResponse> response = connection.Backend.GetItemAsync(request, cancellationToken);
            return response.IsCompletedSuccessfully ? response : Await(connection, key, response);
        }
        catch (StorageException error)
        {
            return ValueTask.FromException<GetItemResponse>(StorageFailure.OfItem<TEntity>(connection.Backend, key, error));
        }

        static async ValueTask<GetItemResponse> Await(TableConnection connection, ItemKey key, ValueTask<GetItemResponse> response)
        {
            try
            {
                return await response.ConfigureAwait(false);
            }
            catch (StorageException error)
            {
                throw StorageFailure.OfItem<TEntity>(connection.Backend, key, error);
            }
        }
    }
}
