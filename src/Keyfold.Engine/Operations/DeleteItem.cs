using Keyfold.Engine.Keys;
using Keyfold.Engine.Log;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>Removes an item; a missing one is no error.</summary>
internal static class DeleteItem
{
    public static DeleteItemResponse Execute(EngineState engine, in DeleteItemRequest request)
    {
        SingleWrite.CheckReturnValues(request.ReturnValues);
        RequestExpressions.CheckCondition(request.Condition);
        Table table = engine.Tables.Find(request.TableName);
        ItemKeys.Check(table, request.Key);
        RequestExpressions.CheckKeys(request.Condition, table.Schema);

        using Commit commit = Commit.Begin(engine);
        KeySlice key = ItemKeys.Write(request.Key, commit.Keys, out ulong hash);
        commit.TryAdd(table, hash, key);
        commit.Lock();
        ref CommitAction action = ref commit.Actions[0];
        action.After = Decide(request, action.Before);
        SingleWrite.Complete(engine, commit);
        return new DeleteItemResponse
        {
            Attributes = request.ReturnValues == ReturnValues.AllOld ? action.Before.Memory : default,
            ConsumedCapacity = SingleWrite.Report(commit, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = request.ReturnItemCollectionMetrics ? ItemCollections.Measure(commit) : null,
        };
    }

    private static StoredItem Decide(in DeleteItemRequest request, StoredItem before)
    {
        SingleWrite.Require(request.Condition, before, request.ReturnItemOnConditionCheckFailure);
        return StoredItem.None;
    }
}
