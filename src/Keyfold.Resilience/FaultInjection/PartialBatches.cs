using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>Batches of which the last part is left undone.</summary>
internal static class PartialBatches
{
    public static async ValueTask<BatchGetItemResponse> GetAsync(
        IStorageBackend inner, BatchGetItemRequest request, int count, CancellationToken cancellationToken)
    {
        int done = Math.Max(0, request.Tables.Sum(table => table.Keys.Count) - count);
        List<BatchGetTable> first = [];
        List<BatchGetTable> rest = [];
        foreach (BatchGetTable table in request.Tables)
        {
            int here = Math.Min(done, table.Keys.Count);
            done -= here;
            first.Add(table with { Keys = [.. table.Keys.Take(here)] });
            rest.Add(table with { Keys = [.. table.Keys.Skip(here)] });
        }

        BatchGetItemResponse response = new() { Tables = [], UnprocessedKeys = [] };
        if (first.Exists(table => table.Keys.Count > 0))
        {
            response = await inner
                .BatchGetItemAsync(request with { Tables = [.. first.Where(table => table.Keys.Count > 0)] }, cancellationToken)
                .ConfigureAwait(false);
        }

        Dictionary<string, BatchGetResult> found = response.Tables.ToDictionary(table => table.TableName, StringComparer.Ordinal);
        return response with
        {
            Tables = [.. request.Tables.Select(table => found.GetValueOrDefault(table.TableName, new BatchGetResult(table.TableName, [])))],
            UnprocessedKeys = [.. response.UnprocessedKeys, .. rest.Where(table => table.Keys.Count > 0)],
        };
    }

    public static async ValueTask<BatchWriteItemResponse> WriteAsync(
        IStorageBackend inner, BatchWriteItemRequest request, int count, CancellationToken cancellationToken)
    {
        int done = Math.Max(0, request.Tables.Sum(table => table.Writes.Count) - count);
        List<BatchWriteTable> first = [];
        List<BatchWriteTable> rest = [];
        foreach (BatchWriteTable table in request.Tables)
        {
            int here = Math.Min(done, table.Writes.Count);
            done -= here;
            first.Add(table with { Writes = [.. table.Writes.Take(here)] });
            rest.Add(table with { Writes = [.. table.Writes.Skip(here)] });
        }

        BatchWriteItemResponse response = new() { UnprocessedItems = [] };
        if (first.Exists(table => table.Writes.Count > 0))
        {
            response = await inner
                .BatchWriteItemAsync(request with { Tables = [.. first.Where(table => table.Writes.Count > 0)] }, cancellationToken)
                .ConfigureAwait(false);
        }

        return response with { UnprocessedItems = [.. response.UnprocessedItems, .. rest.Where(table => table.Writes.Count > 0)] };
    }
}
