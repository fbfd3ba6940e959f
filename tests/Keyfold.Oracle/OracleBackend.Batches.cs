using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <content>Batches.</content>
public sealed partial class OracleBackend
{
    public ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        RequireSome(request.Tables.Count, "requestItems", "{}");
        if (request.Tables.Sum(reads => reads.Keys.Count) > Limits.BatchGetKeysMax)
        {
            throw StorageErrors.BatchTooLarge("BatchGetItem");
        }

        foreach (BatchGetTable reads in request.Tables)
        {
            RequireSome(reads.Keys.Count, $"requestItems.{reads.TableName}.member.keys", "[]");
            ExpressionRules.Check(reads.Projection);
        }

        var tables = request.Tables.Select(reads => (Reads: reads, Table: Table(reads.TableName))).ToList();
        var keys = tables.Select(reads => reads.Reads.Keys.Select(key => KeyOf(reads.Table, key)).ToList()).ToList();
        if (keys.Exists(sought => sought.Distinct().Count() < sought.Count))
        {
            throw StorageErrors.BatchDuplicates();
        }

        foreach ((BatchGetTable reads, OracleTable table) in tables)
        {
            CheckPaths(reads.Projection, table);
        }

        return Read(request, tables, keys);
    });

    public ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        RequireSome(request.Tables.Count, "requestItems", "{}");
        if (request.Tables.Sum(writes => writes.Writes.Count) > Limits.BatchWriteRequestsMax)
        {
            throw StorageErrors.BatchTooLarge("BatchWriteItem");
        }

        foreach (BatchWriteTable writes in request.Tables)
        {
            RequireSome(writes.Writes.Count, $"requestItems.{writes.TableName}", "[]");
            foreach (BatchWrite write in writes.Writes.Where(write => write.IsPut))
            {
                CheckPutSize(Decode(write.Item));
            }
        }

        var tables = request.Tables.Select(writes => (writes.Writes, Table: Table(writes.TableName))).ToList();
        List<(OracleTable Table, Item Key, Item? Item)> changes = [];
        foreach ((OracleTable table, BatchWrite write) in tables.SelectMany(writes => writes.Writes.Select(write => (writes.Table, write))))
        {
            var change = Change(table, write);
            changes.Add(changes.Exists(other => other.Table == table && other.Key.Equals(change.Key)) ? throw StorageErrors.BatchDuplicates() : change);
        }

        List<ConsumedCapacity?> capacity = [];
        foreach (var perTable in changes.GroupBy(change => change.Table))
        {
            Units units = new(perTable.Key.Schema.Name);
            foreach ((OracleTable table, Item key, Item? item) in perTable)
            {
                units.AddWrite(table, table.Find(key), item, factor: 1);
                table.Write(key, item);
            }

            capacity.Add(units.Report(request.ReturnConsumedCapacity));
        }

        return new BatchWriteItemResponse { UnprocessedItems = [], ConsumedCapacity = Sequence.From(capacity.OfType<ConsumedCapacity>()) };
    });

    private static BatchGetItemResponse Read(BatchGetItemRequest request, List<(BatchGetTable Reads, OracleTable Table)> tables, List<List<Item>> keys)
    {
        List<BatchGetResult> results = [];
        List<BatchGetTable> unprocessed = [];
        List<ConsumedCapacity?> capacity = [];
        long bytes = 0;
        for (int i = 0; i < tables.Count; i++)
        {
            (BatchGetTable reads, OracleTable table) = tables[i];
            List<ReadOnlyMemory<byte>> found = [];
            Units units = new(reads.TableName);
            int done = 0;
            for (; done < reads.Keys.Count; done++)
            {
                Item? item = table.Find(keys[i][done]);
                int size = item is null ? 0 : Sizes.Of(item);
                if (bytes + size > Limits.BatchGetBytesMax)
                {
                    break;
                }

                bytes += size;
                units.AddTable(Units.Read(size, reads.ConsistentRead));
                if (item is not null)
                {
                    found.Add(Encode(Project(item, reads.Projection)));
                }
            }

            results.Add(new BatchGetResult(reads.TableName, found));
            capacity.Add(units.Report(request.ReturnConsumedCapacity));
            if (done < reads.Keys.Count)
            {
                unprocessed.Add(reads with { Keys = [.. reads.Keys.Skip(done)] });
                bytes = Limits.BatchGetBytesMax;
            }
        }

        return new BatchGetItemResponse { Tables = results, UnprocessedKeys = unprocessed, ConsumedCapacity = Sequence.From(capacity.OfType<ConsumedCapacity>()) };
    }

    private static (OracleTable Table, Item Key, Item? Item) Change(OracleTable table, BatchWrite write)
    {
        if (!write.IsPut)
        {
            return (table, KeyOf(table, write.Key), null);
        }

        Item item = Decode(write.Item);
        KeyRules.CheckItem(item, table.Schema);
        return (table, table.KeyOf(item), item);
    }

    private static void RequireSome(int count, string member, string printed)
    {
        if (count == 0)
        {
            throw StorageErrors.Empty(member, printed);
        }
    }
}
