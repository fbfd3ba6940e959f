using System.Diagnostics;
using Keyfold.Protocol.PartiQL.Planning;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>Does single writes.</summary>
internal static class WriteRunner
{
    /// <summary>Does a write.</summary>
    /// <param name="backend">Who does it.</param>
    /// <param name="plan">What to write; no check, which only transactions have.</param>
    /// <param name="capacity">Whether the capacity is reported.</param>
    /// <param name="itemOnFailure">Whether a failed condition reports the item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async ValueTask<WriteResult> RunAsync(
        IStorageBackend backend, WritePlan plan, ReturnConsumedCapacity capacity, bool itemOnFailure, CancellationToken cancellationToken)
    {
        switch (plan)
        {
            case InsertPlan insert:
                return await InsertAsync(backend, insert, capacity, cancellationToken).ConfigureAwait(false);
            case UpdatePlan update:
                UpdateItemResponse updated = await backend.UpdateItemAsync(
                    new UpdateItemRequest
                    {
                        TableName = plan.TableName,
                        Key = plan.Key,
                        Update = update.Update,
                        Condition = plan.Condition,
                        ReturnValues = plan.Returning,
                        ReturnItemOnConditionCheckFailure = itemOnFailure,
                        ReturnConsumedCapacity = capacity,
                    },
                    cancellationToken).ConfigureAwait(false);
                return new WriteResult(updated.Attributes, updated.ConsumedCapacity);
            case DeletePlan:
                DeleteItemResponse deleted = await backend.DeleteItemAsync(
                    new DeleteItemRequest
                    {
                        TableName = plan.TableName,
                        Key = plan.Key,
                        Condition = plan.Condition,
                        ReturnValues = plan.Returning,
                        ReturnItemOnConditionCheckFailure = itemOnFailure,
                        ReturnConsumedCapacity = capacity,
                    },
                    cancellationToken).ConfigureAwait(false);
                return new WriteResult(deleted.Attributes, deleted.ConsumedCapacity);
            default:
                throw new UnreachableException();
        }
    }

    private static async ValueTask<WriteResult> InsertAsync(
        IStorageBackend backend, InsertPlan plan, ReturnConsumedCapacity capacity, CancellationToken cancellationToken)
    {
        try
        {
            PutItemResponse response = await backend.PutItemAsync(
                new PutItemRequest { TableName = plan.TableName, Item = plan.Item, Condition = plan.Condition, ReturnConsumedCapacity = capacity },
                cancellationToken).ConfigureAwait(false);
            return new WriteResult(default, response.ConsumedCapacity);
        }
        catch (StorageException exception) when (exception.Code == StorageErrorCode.ConditionalCheckFailedException)
        {
            throw StorageErrors.DuplicateItem();
        }
    }
}

/// <summary>What a write gave.</summary>
/// <param name="Item">The image asked for; empty when there is none.</param>
/// <param name="Capacity">The capacity, if it is reported.</param>
internal readonly record struct WriteResult(ReadOnlyMemory<byte> Item, ConsumedCapacity? Capacity);
