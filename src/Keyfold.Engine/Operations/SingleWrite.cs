using Keyfold.Engine.Capacity;
using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Log;
using Keyfold.Engine.Trees;
using Keyfold.Expressions;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>What PutItem, UpdateItem and DeleteItem have in common.</summary>
internal static class SingleWrite
{
    /// <summary>PutItem and DeleteItem return the old item or nothing.</summary>
    public static void CheckReturnValues(ReturnValues returnValues)
    {
        if (returnValues is not (ReturnValues.None or ReturnValues.AllOld))
        {
            throw StorageErrors.ReturnValuesUnsupported();
        }
    }

    /// <summary>Fails unless the condition holds of the item as it is.</summary>
    public static void Require(Condition? condition, StoredItem before, bool returnItem)
    {
        if (condition is not null && !ConditionEvaluator.Holds(condition, before.Encoded))
        {
            throw StorageErrors.ConditionalCheckFailed(returnItem ? before.Memory : default);
        }
    }

    /// <summary>Carries out a decided commit of one item, unless that makes its item collection too large.</summary>
    public static void Complete(EngineState engine, Commit commit)
    {
        commit.Prepare();
        if (ItemCollections.IsTooLarge(commit, position: 0, engine.Options.ItemCollectionBytesMax))
        {
            throw StorageErrors.ItemCollectionSizeLimitExceeded();
        }

        commit.Complete();
    }

    public static ConsumedCapacity? Report(Commit commit, ReturnConsumedCapacity detail)
    {
        if (detail == ReturnConsumedCapacity.None)
        {
            return null;
        }

        CapacityReport report = new(commit.Actions[0].Table.Name);
        report.AddWrite(commit, position: 0, factor: 1);
        return report.ToResponse(detail);
    }
}
