using Keyfold.Engine.Capacity;
using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>Reads up to 100 items; what would make the response larger than 16 MB comes back as unprocessed.</summary>
internal static class BatchGetItem
{
    public static BatchGetItemResponse Execute(EngineState engine, in BatchGetItemRequest request)
    {
        Check(request);
        Table[] tables = [.. request.Tables.Select(reads => engine.Tables.Find(reads.TableName))];
        for (int i = 0; i < tables.Length; i++)
        {
            CheckKeys(tables[i], request.Tables[i].Keys);
            RequestExpressions.CheckKeys(request.Tables[i].Projection, tables[i].Schema);
        }

        List<BatchGetResult> results = [];
        List<BatchGetTable> unprocessed = [];
        CapacityReports? reports = request.ReturnConsumedCapacity == ReturnConsumedCapacity.None ? null : new CapacityReports();
        long bytesLeft = Limits.BatchGetBytesMax;
        for (int i = 0; i < tables.Length; i++)
        {
            BatchGetTable reads = request.Tables[i];
            List<ReadOnlyMemory<byte>> found = [];
            int done = Read(tables[i], reads, found, ref bytesLeft, reports?.Of(reads.TableName));
            results.Add(new BatchGetResult(reads.TableName, found));
            if (done < reads.Keys.Count)
            {
                unprocessed.Add(reads with { Keys = [.. reads.Keys.Skip(done)] });
            }
        }

        return new BatchGetItemResponse
        {
            Tables = results,
            UnprocessedKeys = unprocessed,
            ConsumedCapacity = reports?.ToResponse(request.ReturnConsumedCapacity) ?? [],
        };
    }

    private static void Check(in BatchGetItemRequest request)
    {
        BatchRules.RequireSome(request.Tables.Count, "requestItems", "{}");
        if (request.Tables.Sum(reads => reads.Keys.Count) > Limits.BatchGetKeysMax)
        {
            throw StorageErrors.BatchTooLarge("BatchGetItem");
        }

        foreach (BatchGetTable reads in request.Tables)
        {
            BatchRules.RequireSome(reads.Keys.Count, $"requestItems.{reads.TableName}.member.keys", "[]");
            RequestExpressions.Check(reads.Projection);
        }
    }

    private static void CheckKeys(Table table, IReadOnlyList<ItemKey> keys)
    {
        foreach (ItemKey key in keys)
        {
            ItemKeys.Check(table, key);
        }

        if (new HashSet<ItemKey>(keys).Count < keys.Count)
        {
            throw StorageErrors.BatchDuplicates();
        }
    }

    /// <summary>Reads items until one does not fit; then nothing is left for any other.</summary>
    /// <returns>The number of keys that were read.</returns>
    private static int Read(Table table, BatchGetTable reads, List<ReadOnlyMemory<byte>> found, ref long bytesLeft, CapacityReport? report)
    {
        for (int done = 0; done < reads.Keys.Count; done++)
        {
            StoredItem item = GetItem.Find(table, reads.Keys[done]);
            if (item.Size > bytesLeft)
            {
                bytesLeft = -1;
            }

            if (bytesLeft < 0)
            {
                return done;
            }

            bytesLeft -= item.Size;
            report?.AddTable(CapacityReport.ReadUnits(item.Size, reads.ConsistentRead));
            if (item.Exists)
            {
                found.Add(reads.Projection is null ? item.Memory : Projector.Project(reads.Projection, item.Encoded));
            }
        }

        return reads.Keys.Count;
    }
}
