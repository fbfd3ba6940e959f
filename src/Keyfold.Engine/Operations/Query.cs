using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Reads;
using Keyfold.Engine.Trees;
using Keyfold.Expressions.Rules;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>Reads one page of the items of one partition key value, in the order of the sort key, from one version of its partition.</summary>
internal static class Query
{
    public static QueryResponse Execute(EngineState engine, in QueryRequest request)
    {
        Check(request);
        ReadSource source = ReadSource.Find(engine, request.TableName, request.IndexName, request.ConsistentRead);
        KeyRange range = KeyConditionResolver.Resolve(request.KeyCondition, source.Key.Schema, request.IndexName);
        ReadShape.CheckPaths(source, request.Projection, request.Filter);

        using KeyArena arena = KeyArena.Rent();
        KeyBounds bounds = QueryStart.Narrow(KeyBounds.Of(source, range, arena), source, range, request, arena);
        CheckFilter(request, source);
        ReadShape shape = ReadShape.Of(source, request.Select, request.Projection, request.Filter);

        // without a sort key there is one item at most, and so no next page
        int? limit = source.Index is null && !source.Key.Schema.HasSort ? null : request.Limit;
        Page page = new(source, shape, limit, request.ConsistentRead);
        Fill(page, source, bounds, arena, request.Descending);
        return new QueryResponse
        {
            Items = page.Items,
            Count = page.Count,
            ScannedCount = page.ScannedCount,
            LastEvaluatedKey = page.LastEvaluatedKey,
            ConsumedCapacity = page.Report(request.ReturnConsumedCapacity),
        };
    }

    private static void Check(in QueryRequest request)
    {
        ReadRules.CheckLimit(request.Limit);
        KeyConditionResolver.Check(request.KeyCondition);
        ReadShape.CheckSelect(request.Select, request.Projection, request.IndexName is not null);
        RequestExpressions.CheckFilter(request.Filter);
        RequestExpressions.Check(request.Projection);
    }

    private static void CheckFilter(in QueryRequest request, ReadSource source)
    {
        if (request.Filter is not null)
        {
            if (!request.FilterMayNameKeys)
            {
                KeyAttributeRules.CheckFilter(request.Filter, source.Key.Schema);
            }

            ReadShape.CheckFilter(source, request.Filter);
        }
    }

    private static void Fill(Page page, ReadSource source, in KeyBounds bounds, KeyArena arena, bool descending)
    {
        PartitionVersion version = source.Partitions.Find(bounds.Hash).Visible;
        TreeKey lower = new(bounds.Hash, arena[bounds.Lower]);
        TreeKey upper = new(bounds.Hash, arena[bounds.Upper]);
        TreeCursor cursor = new(source.EntriesOf(version), descending ? upper : lower);
        bool goesOn = true;
        while (goesOn && (descending ? cursor.MovePrevious() : cursor.MoveNext()))
        {
            // a page of a descending query fetches nothing below the lower bound, one of an ascending query nothing from the upper one on
            bool isInside = descending
                ? lower.CompareTo(cursor.Hash, cursor.Key) <= 0
                : upper.CompareTo(cursor.Hash, cursor.Key) > 0;
            goesOn = isInside && page.Take(cursor.Item, version);
        }
    }
}
