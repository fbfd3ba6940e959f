using Keyfold.Engine.Capacity;
using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Transactions;
using Keyfold.Engine.Trees;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>
/// Reads up to 100 items as of one moment. It is the one read that takes locks: while it holds those of all its partitions no commit
/// is half shown, so what is visible in them belongs together.
/// </summary>
internal static class TransactGetItems
{
    public static TransactGetItemsResponse Execute(EngineState engine, in TransactGetItemsRequest request)
    {
        BatchRules.CheckActions(request.Gets.Count);
        IReadOnlyList<TransactGet> gets = request.Gets;
        foreach (TransactGet get in gets)
        {
            RequestExpressions.Check(get.Projection);
        }

        Table[] tables = [.. gets.Select(get => engine.Tables.Find(get.TableName))];
        Cancellation.Each(gets.Count, position =>
        {
            ItemKeys.Check(tables[position], gets[position].Key);
            RequestExpressions.CheckKeys(gets[position].Projection, tables[position].Schema);
        });
        if (gets.Select((get, position) => (tables[position], get.Key)).Distinct().Count() < gets.Count)
        {
            throw StorageErrors.TransactionDuplicates();
        }

        StoredItem[] items = Read(engine, tables, gets);
        BatchRules.CheckPayload(items.Sum(item => (long)item.Size));
        return new TransactGetItemsResponse
        {
            Items = [.. items.Select((item, position) => Shape(item, gets[position]))],
            ConsumedCapacity = Report(tables, items, request.ReturnConsumedCapacity),
        };
    }

    private static StoredItem[] Read(EngineState engine, Table[] tables, IReadOnlyList<TransactGet> gets)
    {
        PartitionLocks locks = new();
        for (int i = 0; i < tables.Length; i++)
        {
            locks.Add(tables[i].Partitions, KeyLayout.PlaceOf(gets[i].Key).Hash);
        }

        locks.Acquire();
        try
        {
            StoredItem[] items = new StoredItem[tables.Length];
            for (int i = 0; i < tables.Length; i++)
            {
                items[i] = GetItem.Find(tables[i], gets[i].Key);
            }

            return items;
        }
        finally
        {
            locks.Release(engine.Options);
        }
    }

    private static ReadOnlyMemory<byte> Shape(StoredItem item, TransactGet get) =>
        get.Projection is null || !item.Exists ? item.Memory : Projector.Project(get.Projection, item.Encoded);

    private static Sequence<ConsumedCapacity> Report(Table[] tables, StoredItem[] items, ReturnConsumedCapacity detail)
    {
        if (detail == ReturnConsumedCapacity.None)
        {
            return [];
        }

        CapacityReports reports = new();
        for (int i = 0; i < tables.Length; i++)
        {
            reports.Of(tables[i].Name).AddTable(2 * CapacityReport.ReadUnits(items[i].Size, isConsistent: true));
        }

        return reports.ToReadResponse(detail);
    }
}
