using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>Batches of which the last part is left undone.</summary>
internal static class PartialBatches
{
    public static async ValueTask<BatchGetItemResponse> GetAsync(
        IStorageBackend inner, BatchGetItemRequest request, int count, CancellationToken cancellationToken)
    {
        (List<BatchGetTable> sent, List<BatchGetTable> left) =
            Split([.. request.Tables], count, table => table.Keys.Count, (table, part) => table with { Keys = [.. table.Keys.Take(part)] });
        BatchGetItemResponse response = new() { Tables = [], UnprocessedKeys = [] };
        if (sent.Count > 0)
        {
            response = await inner.BatchGetItemAsync(request with { Tables = [.. sent] }, cancellationToken).ConfigureAwait(false);
        }

        Dictionary<string, BatchGetResult> found = response.Tables.ToDictionary(table => table.TableName, StringComparer.Ordinal);
        return response with
        {
            Tables = [.. request.Tables.Select(table => found.GetValueOrDefault(table.TableName, new BatchGetResult(table.TableName, [])))],
            UnprocessedKeys = [.. response.UnprocessedKeys, .. left],
        };
    }

    public static async ValueTask<BatchWriteItemResponse> WriteAsync(
        IStorageBackend inner, BatchWriteItemRequest request, int count, CancellationToken cancellationToken)
    {
        (List<BatchWriteTable> sent, List<BatchWriteTable> left) =
            Split([.. request.Tables], count, table => table.Writes.Count, (table, part) => table with { Writes = [.. table.Writes.Take(part)] });
        BatchWriteItemResponse response = new() { UnprocessedItems = [] };
        if (sent.Count > 0)
        {
            response = await inner.BatchWriteItemAsync(request with { Tables = [.. sent] }, cancellationToken).ConfigureAwait(false);
        }

        return response with { UnprocessedItems = [.. response.UnprocessedItems, .. left] };
    }

    // the last ones, as many as are to be left undone, are not sent; no table is there without items
    private static (List<TTable> Sent, List<TTable> Left) Split<TTable>(TTable[] tables, int count, Func<TTable, int> countOf, Func<TTable, Range, TTable> take)
    {
        int done = Math.Max(0, tables.Sum(countOf) - count);
        List<TTable> sent = [];
        List<TTable> left = [];
        foreach (TTable table in tables)
        {
            int here = Math.Min(done, countOf(table));
            done -= here;
            if (here > 0)
            {
                sent.Add(take(table, ..here));
            }

            if (here < countOf(table))
            {
                left.Add(take(table, here..));
            }
        }

        return (sent, left);
    }
}
