using Keyfold.Engine.Capacity;
using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>Reads one item by its key. Both kinds of consistency read what readers see: the engine has one copy.</summary>
internal static class GetItem
{
    public static GetItemResponse Execute(EngineState engine, in GetItemRequest request)
    {
        RequestExpressions.Check(request.Projection);
        Table table = engine.Tables.Find(request.TableName);
        ItemKeys.Check(table, request.Key);
        RequestExpressions.CheckKeys(request.Projection, table.Schema);
        StoredItem item = Find(table, request.Key);
        return new GetItemResponse
        {
            Item = request.Projection is null || !item.Exists ? item.Memory : Projector.Project(request.Projection, item.Encoded),
            ConsumedCapacity = request.ReturnConsumedCapacity == ReturnConsumedCapacity.None ? null : Report(request, item),
        };
    }

    /// <summary>The item of a key that has been checked, as readers see it.</summary>
    public static StoredItem Find(Table table, ItemKey key)
    {
        TreeKey place = KeyLayout.PlaceOf(key);
        PartitionVersion version = table.Partitions.Find(place.Hash).Visible;
        return version.Items.Find(place);
    }

    private static ConsumedCapacity Report(in GetItemRequest request, StoredItem item)
    {
        CapacityReport report = new(request.TableName);
        report.AddTable(CapacityReport.ReadUnits(item.Size, request.ConsistentRead));
        return report.ToResponse(request.ReturnConsumedCapacity);
    }
}
