using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Log;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>Changes parts of an item; creates it when there is none.</summary>
internal static class UpdateItem
{
    public static UpdateItemResponse Execute(EngineState engine, in UpdateItemRequest request)
    {
        RequestExpressions.Check(request.Update);
        RequestExpressions.CheckCondition(request.Condition);
        Table table = engine.Tables.Find(request.TableName);
        ItemKeys.Check(table, request.Key);
        RequestExpressions.CheckKeys(request.Update, table.Schema);
        RequestExpressions.CheckKeys(request.Condition, table.Schema);

        using Commit commit = Commit.Begin(engine);
        KeySlice key = ItemKeys.Write(request.Key, commit.Keys, out ulong hash);
        commit.TryAdd(table, hash, key);
        commit.Lock();
        ref CommitAction action = ref commit.Actions[0];
        action.After = Decide(table, request, action.Before);
        SingleWrite.Complete(engine, commit);
        return new UpdateItemResponse
        {
            Attributes = Image(request, action.Before, action.After),
            ConsumedCapacity = SingleWrite.Report(commit, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = request.ReturnItemCollectionMetrics ? ItemCollections.Measure(commit) : null,
        };
    }

    /// <summary>What an update makes of an item, or of none.</summary>
    public static StoredItem Apply(Table table, UpdateExpression? update, ItemKey key, StoredItem before)
    {
        if (update is null)
        {
            return before.Exists ? before : new StoredItem(KeyItems.Encode(table.Key, key));
        }

        byte[]? after = UpdateEvaluator.Apply(update, before.Encoded, before.Exists ? default : KeyItems.Encode(table.Key, key));
        if (after is not null)
        {
            IndexKeyRules.CheckUpdate(table, new EncodedItem(after));
        }

        return new StoredItem(after);
    }

    private static StoredItem Decide(Table table, in UpdateItemRequest request, StoredItem before)
    {
        SingleWrite.Require(request.Condition, before, request.ReturnItemOnConditionCheckFailure);
        return Apply(table, request.Update, request.Key, before);
    }

    private static ReadOnlyMemory<byte> Image(in UpdateItemRequest request, StoredItem before, StoredItem after) => request.ReturnValues switch
    {
        ReturnValues.AllOld => before.Memory,
        ReturnValues.AllNew => after.Memory,
        ReturnValues.UpdatedOld when request.Update is not null => UpdateEvaluator.UpdatedPart(request.Update, before.Encoded),
        ReturnValues.UpdatedNew when request.Update is not null => UpdateEvaluator.UpdatedPart(request.Update, after.Encoded),
        _ => default(ReadOnlyMemory<byte>),
    };
}
