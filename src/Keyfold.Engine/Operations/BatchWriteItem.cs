using Keyfold.Engine.Capacity;
using Keyfold.Engine.Indexes;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Log;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>
/// Up to 25 puts and deletes. DynamoDB promises that each is atomic; here they are one commit, which costs one turn at the locks and
/// copies the nodes that they share once.
/// </summary>
internal static class BatchWriteItem
{
    public static BatchWriteItemResponse Execute(EngineState engine, in BatchWriteItemRequest request)
    {
        Check(request);
        Table[] tables = [.. request.Tables.Select(writes => engine.Tables.Find(writes.TableName))];

        using Commit commit = Commit.Begin(engine);
        List<StoredItem> items = [];
        for (int i = 0; i < tables.Length; i++)
        {
            foreach (BatchWrite write in request.Tables[i].Writes)
            {
                items.Add(Add(commit, tables[i], write));
            }
        }

        commit.Lock();
        for (int position = 0; position < items.Count; position++)
        {
            commit.Actions[position].After = items[position];
        }

        Complete(engine, commit);
        return new BatchWriteItemResponse
        {
            UnprocessedItems = [],
            ConsumedCapacity = Report(commit, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = request.ReturnItemCollectionMetrics ? ItemCollections.MeasureAll(commit) : [],
        };
    }

    private static void Check(in BatchWriteItemRequest request)
    {
        BatchRules.RequireSome(request.Tables.Count, "requestItems", "{}");
        if (request.Tables.Sum(writes => writes.Writes.Count) > Limits.BatchWriteRequestsMax)
        {
            throw StorageErrors.BatchTooLarge("BatchWriteItem");
        }

        foreach (BatchWriteTable writes in request.Tables)
        {
            BatchRules.RequireSome(writes.Writes.Count, $"requestItems.{writes.TableName}", "[]");
            foreach (BatchWrite write in writes.Writes)
            {
                if (write.IsPut)
                {
                    PutItem.CheckSize(new EncodedItem(write.Item.Span));
                }
            }
        }
    }

    private static StoredItem Add(Commit commit, Table table, BatchWrite write)
    {
        KeySlice key;
        ulong hash;
        if (write.IsPut)
        {
            EncodedItem item = new(write.Item.Span);
            key = ItemKeys.Write(table, item, commit.Keys, out hash);
            IndexKeyRules.CheckPut(table, item);
        }
        else
        {
            ItemKeys.Check(table, write.Key);
            key = ItemKeys.Write(write.Key, commit.Keys, out hash);
        }

        if (!commit.TryAdd(table, hash, key))
        {
            throw StorageErrors.BatchDuplicates();
        }

        return write.IsPut ? StoredItem.Copy(write.Item.Span) : StoredItem.None;
    }

    private static void Complete(EngineState engine, Commit commit)
    {
        commit.Prepare();
        for (int position = 0; position < commit.Actions.Length; position++)
        {
            if (ItemCollections.IsTooLarge(commit, position, engine.Options.ItemCollectionBytesMax))
            {
                throw StorageErrors.ItemCollectionSizeLimitExceeded();
            }
        }

        commit.Complete();
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
            reports.Of(commit.Actions[position].Table.Name).AddWrite(commit, position, factor: 1);
        }

        return reports.ToResponse(detail);
    }
}
