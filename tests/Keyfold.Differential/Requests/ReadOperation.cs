using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Differential.Requests;

/// <summary>
/// Reads all pages. What a backend may choose is left out of the reply: the order of a Scan, that of items with one index key, and with
/// it which of them are in a page.
/// </summary>
public sealed record QueryOperation(
    string? IndexName, KeyCondition KeyCondition, Condition? Filter, ProjectionExpression? Projection, Select Select, bool Descending, int? Limit, bool Consistent, Item? Start)
    : Operation
{
    private const int PagesMax = 500;

    public override bool Writes => false;

    public override async Task<string> Send(IStorageBackend backend, TableSchema schema)
    {
        QueryRequest request = new()
        {
            TableName = schema.Name,
            IndexName = IndexName,
            KeyCondition = KeyCondition,
            Filter = Filter,
            Projection = Projection,
            Select = Select,
            Descending = Descending,
            Limit = Limit,
            ConsistentRead = Consistent,
            ExclusiveStartKey = Start,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        };
        bool ordered = IndexName is null;
        KeySchema key = (IndexName is null ? null : schema.FindIndex(IndexName)?.Key) ?? schema.Key;
        List<QueryResponse> pages = [];
        do
        {
            pages.Add(await backend.QueryAsync(request));
            request = request with { ExclusiveStartKey = pages[^1].LastEvaluatedKey };
        }
        while (request.ExclusiveStartKey is not null && pages.Count < PagesMax);

        List<ReadOnlyMemory<byte>> items = [.. pages.SelectMany(page => page.Items ?? [])];
        IEnumerable<string> perPage = ordered || pages.Count == 1
            ? pages.Select(page => $"{page.Count}/{page.ScannedCount} {Reply.Of(page.ConsumedCapacity)} next {(ordered ? page.LastEvaluatedKey : null)}")
            : [$"{pages.Sum(page => page.Count)}/{pages.Sum(page => page.ScannedCount)}"];
        return $"{string.Join("; ", perPage)} keys {Reply.SortKeys(items, key)} items {(ordered ? string.Join(" | ", items.Select(Reply.Of)) : Reply.Unordered(items))}";
    }
}

/// <inheritdoc cref="QueryOperation"/>
public sealed record ScanOperation(string? IndexName, Condition? Filter, ProjectionExpression? Projection, Select Select, int? Limit, int? Segments) : Operation
{
    private const int PagesMax = 500;

    public override bool Writes => false;

    public override async Task<string> Send(IStorageBackend backend, TableSchema schema)
    {
        List<ScanResponse> pages = [];
        foreach (int? segment in Segments is null ? [null] : Enumerable.Range(0, Math.Max(1, Segments.Value)).Select(segment => (int?)segment))
        {
            ScanRequest request = new()
            {
                TableName = schema.Name,
                IndexName = IndexName,
                Filter = Filter,
                Projection = Projection,
                Select = Select,
                Limit = Limit,
                Segment = segment,
                TotalSegments = Segments,
                ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
            };
            do
            {
                pages.Add(await backend.ScanAsync(request));
                request = request with { ExclusiveStartKey = pages[^1].LastEvaluatedKey };
            }
            while (request.ExclusiveStartKey is not null && pages.Count < PagesMax);
        }

        string capacity = pages.Count == 1 ? Reply.Of(pages[0].ConsumedCapacity) : "";
        return $"{pages.Sum(page => page.Count)}/{pages.Sum(page => page.ScannedCount)} {capacity} {Reply.Unordered(pages.SelectMany(page => page.Items ?? []))}";
    }
}
