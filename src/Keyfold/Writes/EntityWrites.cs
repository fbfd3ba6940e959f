using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Sends puts and deletes of one entity.</summary>
internal static class EntityWrites
{
    /// <summary>What a mode asks of the item that is there.</summary>
    public static Condition? ConditionOf<TEntity>(TableConnection connection, TEntity entity, PutMode mode)
        where TEntity : notnull, IEntity<TEntity>
    {
        string? versionAttribute = TEntity.Model.VersionAttribute;
        switch (mode)
        {
            case PutMode.Replace:
            case PutMode.Default when versionAttribute is null:
                return null;
            case PutMode.CreateOnly:
                return connection.ItemNotExists;
            case PutMode.IfVersion when versionAttribute is null:
                throw new InvalidOperationException($"{TEntity.Model.Name} has no property with [Version]: PutMode.IfVersion has nothing to compare.");
            default:
                long version = TEntity.VersionOf(entity);
                return version == 0
                    ? connection.ItemNotExists
                    : new Comparison(new PathOperand(versionAttribute!), ComparisonOperator.Equal, new ValueOperand(version));
        }
    }

    public static ValueTask<TEntity> PutAsync<TEntity>(TableConnection connection, TEntity entity, Condition? condition, CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
    {
        TEntity stored = TEntity.AsStored(entity);
        BinaryItemWriter writer = BinaryItemWriter.Rent();
        try
        {
            EncodedItems.Write(ref writer, stored);
            ValueTask<PutItemResponse> response = connection.Backend.PutItemAsync(
                new PutItemRequest
                {
                    TableName = connection.TableName,
                    Item = writer.WrittenMemory,
                    Condition = condition,
                    ReturnItemOnConditionCheckFailure = condition is not null,
                },
                cancellationToken);
            if (response.IsCompletedSuccessfully)
            {
                writer.Dispose();
                return new ValueTask<TEntity>(stored);
            }

            // the buffer is the request's until the answer comes: it is left to the garbage collector, not to the next writer
            return Await(connection, stored, response);
        }
        catch (StorageException error)
        {
            writer.Dispose();
            return ValueTask.FromException<TEntity>(StorageFailure.OfItem<TEntity>(connection.Backend, TEntity.KeyOf(stored), error));
        }
        catch (KeyfoldException error)
        {
            writer.Dispose();
            return ValueTask.FromException<TEntity>(error);
        }

        static async ValueTask<TEntity> Await(TableConnection connection, TEntity stored, ValueTask<PutItemResponse> response)
        {
            try
            {
                await response.ConfigureAwait(false);
                return stored;
            }
            catch (StorageException error)
            {
                throw StorageFailure.OfItem<TEntity>(connection.Backend, TEntity.KeyOf(stored), error);
            }
        }
    }

    public static async ValueTask<ReadOnlyMemory<byte>> DeleteAsync<TEntity>(
        TableConnection connection, ItemKey key, Condition? condition, ReturnValues returnValues, CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
    {
        try
        {
            DeleteItemResponse response = await connection.Backend.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = connection.TableName,
                    Key = key,
                    Condition = condition,
                    ReturnValues = returnValues,
                    ReturnItemOnConditionCheckFailure = condition is not null,
                },
                cancellationToken).ConfigureAwait(false);
            return response.Attributes;
        }
        catch (StorageException error)
        {
            throw StorageFailure.OfItem<TEntity>(connection.Backend, key, error);
        }
    }
}
