using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Log;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>Writes a whole item.</summary>
internal static class PutItem
{
    public static PutItemResponse Execute(EngineState engine, in PutItemRequest request)
    {
        EncodedItem item = new(request.Item.Span);
        SingleWrite.CheckReturnValues(request.ReturnValues);
        CheckSize(item);
        RequestExpressions.CheckCondition(request.Condition);
        Table table = engine.Tables.Find(request.TableName);

        using Commit commit = Commit.Begin(engine);
        KeySlice key = ItemKeys.Write(table, item, commit.Keys, out ulong hash);
        IndexKeyRules.CheckPut(table, item);
        RequestExpressions.CheckKeys(request.Condition, table.Schema);
        StoredItem copy = StoredItem.Copy(item.Bytes);
        commit.TryAdd(table, hash, key);
        commit.Lock();
        ref CommitAction action = ref commit.Actions[0];
        action.After = Decide(request, action.Before, copy);
        SingleWrite.Complete(engine, commit);
        return new PutItemResponse
        {
            Attributes = request.ReturnValues == ReturnValues.AllOld ? action.Before.Memory : default,
            ConsumedCapacity = SingleWrite.Report(commit, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = request.ReturnItemCollectionMetrics ? ItemCollections.Measure(commit) : null,
        };
    }

    /// <summary>Checks what an item to put must keep in any table.</summary>
    public static void CheckSize(EncodedItem item)
    {
        if (item.Size > Limits.ItemBytesMax)
        {
            throw StorageErrors.ItemTooLarge();
        }

        if (item.Depth > Limits.NestingLevelsMax)
        {
            throw StorageErrors.NestedTooDeep();
        }
    }

    private static StoredItem Decide(in PutItemRequest request, StoredItem before, StoredItem item)
    {
        SingleWrite.Require(request.Condition, before, request.ReturnItemOnConditionCheckFailure);
        return item;
    }
}
