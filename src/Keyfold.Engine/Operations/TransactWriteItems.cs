using Keyfold.Engine.Capacity;
using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Log;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Transactions;
using Keyfold.Engine.Trees;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>Up to 100 writes and checks, all or nothing: one commit, one record in the log.</summary>
internal static class TransactWriteItems
{
    public static TransactWriteItemsResponse Execute(EngineState engine, in TransactWriteItemsRequest request)
    {
        IReadOnlyList<TransactWriteAction> actions = request.Actions;
        Check(request);
        Table[] tables = [.. actions.Select(action => engine.Tables.Find(action.TableName))];
        BatchRules.CheckPayload(actions.OfType<TransactPut>().Sum(put => (long)new EncodedItem(put.Item.Span).Size));

        using Commit commit = Commit.Begin(engine);
        StoredItem[] puts = Add(commit, tables, actions);
        if (request.ClientRequestToken is { } token && !engine.Tokens.TryBegin(token, actions))
        {
            return new TransactWriteItemsResponse { ConsumedCapacity = ReportReplay(commit, request.ReturnConsumedCapacity) };
        }

        bool isComplete = false;
        try
        {
            commit.Lock();
            TransactionDecision.Decide(commit, actions, puts);
            commit.Prepare();
            TransactionDecision.CheckItemCollections(commit, engine.Options.ItemCollectionBytesMax);
            commit.Complete();
            isComplete = true;
        }
        finally
        {
            EndToken(engine, request.ClientRequestToken, isComplete);
        }

        return new TransactWriteItemsResponse
        {
            ConsumedCapacity = Report(commit, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = request.ReturnItemCollectionMetrics ? ItemCollections.MeasureAll(commit) : [],
        };
    }

    private static void Check(in TransactWriteItemsRequest request)
    {
        BatchRules.CheckActions(request.Actions.Count);
        if (request.ClientRequestToken is { } token && token.Length is 0 or > Limits.ClientRequestTokenCharactersMax)
        {
            throw StorageErrors.ClientRequestTokenLength(token);
        }

        for (int position = 0; position < request.Actions.Count; position++)
        {
            if (request.Actions[position] is TransactConditionCheck { Condition: null })
            {
                throw StorageErrors.ConditionCheckWithoutCondition(position + 1);
            }
        }

        foreach (TransactWriteAction action in request.Actions)
        {
            RequestExpressions.Check((action as TransactUpdate)?.Update);
            RequestExpressions.CheckCondition(action.Condition);
        }
    }

    /// <summary>Adds the items of all actions to a commit, and copies those to put.</summary>
    private static StoredItem[] Add(Commit commit, Table[] tables, IReadOnlyList<TransactWriteAction> actions)
    {
        StoredItem[] puts = new StoredItem[actions.Count];
        bool isUnique = true;
        Cancellation.Each(actions.Count, position =>
        {
            KeySlice key = WriteKey(tables[position], actions[position], commit.Keys, out ulong hash);
            isUnique &= commit.TryAdd(tables[position], hash, key);
            puts[position] = actions[position] is TransactPut put ? StoredItem.Copy(put.Item.Span) : StoredItem.None;
        });
        return isUnique ? puts : throw StorageErrors.TransactionDuplicates();
    }

    private static KeySlice WriteKey(Table table, TransactWriteAction action, KeyArena arena, out ulong hash)
    {
        RequestExpressions.CheckKeys(action.Condition, table.Schema);
        if (action is TransactPut put)
        {
            EncodedItem item = new(put.Item.Span);
            PutItem.CheckSize(item);
            KeySlice slice = ItemKeys.Write(table, item, arena, out hash);
            IndexKeyRules.CheckPut(table, item);
            return slice;
        }

        ItemKey key = KeyOf(action);
        ItemKeys.Check(table, key);
        RequestExpressions.CheckKeys((action as TransactUpdate)?.Update, table.Schema);
        return ItemKeys.Write(key, arena, out hash);
    }

    private static ItemKey KeyOf(TransactWriteAction action) => action switch
    {
        TransactUpdate update => update.Key,
        TransactDelete delete => delete.Key,
        TransactConditionCheck check => check.Key,
        _ => throw new InvalidOperationException($"Broken invariant: {action.GetType().Name} has no key."),
    };

    private static void EndToken(EngineState engine, string? token, bool isComplete)
    {
        if (token is null)
        {
            return;
        }

        if (isComplete)
        {
            engine.Tokens.Complete(token);
        }
        else
        {
            engine.Tokens.Abandon(token);
        }
    }

    private static Sequence<ConsumedCapacity> Report(Commit commit, ReturnConsumedCapacity detail)
    {
        if (detail == ReturnConsumedCapacity.None)
        {
            return [];
        }

        CapacityReports reports = new();
        for (int position = 0; position < commit.Actions.Length; position++)
        {
            reports.Of(commit.Actions[position].Table.Name).AddWrite(commit, position, factor: 2);
        }

        return reports.ToWriteResponse(detail);
    }

    /// <summary>A transaction that was done before costs what reading its items costs.</summary>
    private static Sequence<ConsumedCapacity> ReportReplay(Commit commit, ReturnConsumedCapacity detail)
    {
        if (detail == ReturnConsumedCapacity.None)
        {
            return [];
        }

        CapacityReports reports = new();
        foreach (ref readonly CommitAction action in commit.Actions)
        {
            TreeKey place = new(action.Hash, commit.Keys[action.Key]);
            StoredItem item = action.Table.Partitions.Find(place.Hash).Visible.Items.Find(place);
            reports.Of(action.Table.Name).AddTable(2 * CapacityReport.ReadUnits(item.Size, isConsistent: true));
        }

        return reports.ToReadResponse(detail);
    }
}
