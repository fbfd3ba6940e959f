using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Log;
using Keyfold.Engine.Operations;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Storage;

namespace Keyfold.Engine.Transactions;

/// <summary>What a write transaction makes of its items, decided from the items as they are.</summary>
internal static class TransactionDecision
{
    /// <summary>Decides every action of a locked commit, or cancels: with all conditions that do not hold, or with the first update that fails.</summary>
    /// <param name="commit">The commit, locked.</param>
    /// <param name="actions">The actions, in the commit's order.</param>
    /// <param name="puts">Copies of the items to put, by action.</param>
    public static void Decide(Commit commit, IReadOnlyList<TransactWriteAction> actions, StoredItem[] puts)
    {
        CancellationReason[] reasons = Cancellation.None(actions.Count);
        for (int position = 0; position < reasons.Length; position++)
        {
            reasons[position] = Check(actions[position], commit.Actions[position].Before);
        }

        Cancellation.Each(actions.Count, position =>
        {
            ref CommitAction action = ref commit.Actions[position];
            if (reasons[position].Code == CancellationCode.None)
            {
                action.After = Decide(action.Table, actions[position], puts[position], action.Before);
            }
        });
        Cancellation.ThrowIfAny(reasons);
    }

    /// <summary>Cancels a prepared commit if it makes item collections too large.</summary>
    public static void CheckItemCollections(Commit commit, long bytesMax)
    {
        CancellationReason[] reasons = Cancellation.None(commit.Actions.Length);
        for (int position = 0; position < reasons.Length; position++)
        {
            if (ItemCollections.IsTooLarge(commit, position, bytesMax))
            {
                reasons[position] = new CancellationReason(CancellationCode.ItemCollectionSizeLimitExceeded, "Collection size exceeded.");
            }
        }

        Cancellation.ThrowIfAny(reasons);
    }

    private static CancellationReason Check(TransactWriteAction action, StoredItem before)
    {
        if (action.Condition is null || ConditionEvaluator.Holds(action.Condition, before.Encoded))
        {
            return CancellationReason.None;
        }

        return new CancellationReason(CancellationCode.ConditionalCheckFailed, StorageErrors.ConditionalCheckFailed().Message)
        {
            Item = action.ReturnItemOnConditionCheckFailure ? before.Memory : default,
        };
    }

    private static StoredItem Decide(Table table, TransactWriteAction action, StoredItem put, StoredItem before) => action switch
    {
        TransactPut => put,
        TransactUpdate update => UpdateItem.Apply(table, update.Update, update.Key, before),
        TransactDelete => StoredItem.None,
        _ => before,
    };
}
