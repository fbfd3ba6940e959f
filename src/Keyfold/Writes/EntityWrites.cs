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
        ArgumentNullException.ThrowIfNull(entity);
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
        try
        {
            return connection.Backend.Encoding == ItemEncoding.Binary
                ? PutBinary(connection, stored, condition, cancellationToken)
                : PutJson(connection, stored, condition, cancellationToken);
        }
        catch (StorageException error)
        {
            return ValueTask.FromException<TEntity>(StorageFailure.OfItem<TEntity>(connection.Backend, TEntity.KeyOf(stored), error));
        }
        catch (KeyfoldException error)
        {
            return ValueTask.FromException<TEntity>(error);
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

    /// <summary>Puts an item straight from the buffer it was written to.</summary>
    private static ValueTask<TEntity> PutBinary<TEntity>(TableConnection connection, TEntity stored, Condition? condition, CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
    {
        BinaryItemWriter writer = BinaryItemWriter.Rent();
        bool isPending = false;
        try
        {
            EncodedItems.Write(ref writer, stored);
            ValueTask<PutItemResponse> response = Send(connection, writer.WrittenMemory, condition, cancellationToken);
            isPending = !response.IsCompleted;
            if (!response.IsCompletedSuccessfully)
            {
                return AwaitPut(connection, stored, response);
            }

            _ = response.Result;
            return new ValueTask<TEntity>(stored);
        }
        finally
        {
            // until the answer comes the buffer is the request's: it is left to the garbage collector, not to the next writer
            if (!isPending)
            {
                writer.Dispose();
            }
        }
    }

    /// <summary>
    /// Puts an item straight from the buffer it was written to, which is the request's until the answer comes: after a failure it is left to the garbage
    /// collector.
    /// </summary>
    private static ValueTask<TEntity> PutJson<TEntity>(TableConnection connection, TEntity stored, Condition? condition, CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
    {
        IDisposable buffer = EncodedItems.RentJson(stored, out ReadOnlyMemory<byte> item);
        ValueTask<PutItemResponse> response = Send(connection, item, condition, cancellationToken);
        if (!response.IsCompletedSuccessfully)
        {
            return Await(connection, stored, response, buffer);
        }

        _ = response.Result;
        buffer.Dispose();
        return new ValueTask<TEntity>(stored);

        static async ValueTask<TEntity> Await(TableConnection connection, TEntity stored, ValueTask<PutItemResponse> response, IDisposable buffer)
        {
            TEntity put = await AwaitPut(connection, stored, response).ConfigureAwait(false);
            buffer.Dispose();
            return put;
        }
    }

    private static ValueTask<PutItemResponse> Send(
        TableConnection connection, ReadOnlyMemory<byte> item, Condition? condition, CancellationToken cancellationToken) =>
        connection.Backend.PutItemAsync(
            new PutItemRequest
            {
                TableName = connection.TableName,
                Item = item,
                Condition = condition,
                ReturnItemOnConditionCheckFailure = condition is not null,
            },
            cancellationToken);

    private static async ValueTask<TEntity> AwaitPut<TEntity>(TableConnection connection, TEntity stored, ValueTask<PutItemResponse> response)
        where TEntity : notnull, IEntity<TEntity>
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
