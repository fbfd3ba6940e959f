using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <content>Query and Scan.</content>
public sealed partial class OracleBackend
{
    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        ReadRules.CheckLimit(request.Limit);
        ExpressionRules.Check(request.KeyCondition);
        ReadRules.CheckSelection(request.Select, request.Projection, request.IndexName);
        ConditionRules.Check(request.Filter, "FilterExpression");
        ExpressionRules.Check(request.Projection);
        OracleTable table = Table(request.TableName);
        View view = View.Of(table, request.IndexName, request.ConsistentRead);
        KeyConditions.Check(request.KeyCondition, view);
        CheckPaths(request.Projection, table);
        CheckPaths(request.Filter, table);
        ReadRules.CheckStartKey(request.ExclusiveStartKey, request.KeyCondition, view);
        ReadRules.CheckFilter(request.Filter, view, request.FilterMayNameKeys);
        ReadRules.CheckProjection(request.Select, request.Projection, view);

        IEnumerable<Item> items = view.Items().Where(item => KeyConditions.Matches(request.KeyCondition, item)).Order(view.Order);
        Page page = Read(
            view,
            request.Descending ? items.Reverse() : items,
            position => request.ExclusiveStartKey is not { } start
                || (request.Descending ? view.Order.Compare(position, start) < 0 : view.Order.Compare(position, start) > 0),
            request.Limit,
            new Selection(request.Select, request.Projection, request.Filter, request.ConsistentRead));

        // without a sort key there is one item at most and nothing to go on with
        bool single = view.Index is null && !table.Schema.Key.HasSort;
        return new QueryResponse
        {
            Items = page.Items,
            Count = page.Count,
            ScannedCount = page.ScannedCount,
            LastEvaluatedKey = single ? null : page.LastEvaluatedKey,
            ConsumedCapacity = page.Units.Report(request.ReturnConsumedCapacity),
        };
    });

    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        ReadRules.CheckLimit(request.Limit);
        ReadRules.CheckSegments(request.Segment, request.TotalSegments);
        ReadRules.CheckSelection(request.Select, request.Projection, request.IndexName);
        ConditionRules.Check(request.Filter, "FilterExpression");
        ExpressionRules.Check(request.Projection);
        OracleTable table = Table(request.TableName);
        View view = View.Of(table, request.IndexName, request.ConsistentRead);
        CheckPaths(request.Projection, table);
        CheckPaths(request.Filter, table);
        ReadRules.CheckProjection(request.Select, request.Projection, view);
        ReadRules.CheckStartKey(request.ExclusiveStartKey, view, request.Segment, request.TotalSegments);

        Page page = Read(
            view,
            view.Items().Where(item => ReadRules.IsInSegment(item, view.Key, request.Segment, request.TotalSegments)).Order(view.Order),
            position => request.ExclusiveStartKey is not { } start || view.Order.Compare(position, start) > 0,
            request.Limit,
            new Selection(request.Select, request.Projection, request.Filter, request.ConsistentRead));
        return new ScanResponse
        {
            Items = page.Items,
            Count = page.Count,
            ScannedCount = page.ScannedCount,
            LastEvaluatedKey = page.LastEvaluatedKey,
            ConsumedCapacity = page.Units.Report(request.ReturnConsumedCapacity),
        };
    });

    private static Page Read(View view, IEnumerable<Item> items, Func<Item, bool> isAfterStart, int? limit, Selection selection)
    {
        List<Item> evaluated = [];
        long bytes = 0;
        Item? last = null;
        foreach (Item item in items.Where(item => isAfterStart(view.PositionOf(item))))
        {
            // the item that crosses the mark is still in the page, and a page that ends with the last item has no next one
            if (bytes >= Limits.PageBytesMax)
            {
                last = view.PositionOf(evaluated[^1]);
                break;
            }

            evaluated.Add(item);
            bytes += Sizes.Of(view.EntryOf(item));

            // a page that is full by number has a next one, even if that will be empty
            if (evaluated.Count == limit)
            {
                last = view.PositionOf(item);
                break;
            }
        }

        bool fetches = view.Fetches(selection.Select, selection.Projection);
        List<Item> visible = [.. evaluated.Select(item => fetches ? item : view.EntryOf(item)).Where(item => Conditions.Holds(selection.Filter, item))];
        Units units = new(view.Table.Schema.Name);
        double pageUnits = Units.Read(bytes, selection.ConsistentRead);
        if (view.Index is null)
        {
            units.AddTable(pageUnits);
        }
        else
        {
            units.AddIndex(view.Index, pageUnits);
        }

        if (fetches)
        {
            units.AddTable(evaluated.Sum(item => Units.Read(Sizes.Of(item), selection.ConsistentRead)));
        }

        return new Page(
            selection.Select == Select.Count ? null : [.. visible.Select(item => Encode(Project(item, selection.Projection)))],
            visible.Count,
            evaluated.Count,
            last,
            units);
    }

    private sealed record Selection(Select Select, ProjectionExpression? Projection, Condition? Filter, bool ConsistentRead);

    private sealed record Page(IReadOnlyList<ReadOnlyMemory<byte>>? Items, int Count, int ScannedCount, Item? LastEvaluatedKey, Units Units);
}
