using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>Asks again for what a BatchGetItem left unprocessed.</summary>
internal sealed class BatchReads(Sender sender, CallServices services)
{
    public ValueTask<BatchGetItemResponse> SendAsync(BatchGetItemRequest request, CancellationToken cancellationToken)
    {
        ValueTask<BatchGetItemResponse> first = SendAsync(request, scope: null, cancellationToken);
        if (!first.IsCompletedSuccessfully)
        {
            return ContinueAsync(request, first, cancellationToken);
        }

        BatchGetItemResponse response = first.Result;
        return response.UnprocessedKeys.Count == 0
            ? new ValueTask<BatchGetItemResponse>(response)
            : ContinueAsync(request, new ValueTask<BatchGetItemResponse>(response), cancellationToken);
    }

    private ValueTask<BatchGetItemResponse> SendAsync(BatchGetItemRequest request, CallScope? scope, CancellationToken cancellationToken) =>
        sender.SendAsync<BatchGetItemOperation, BatchGetItemResponse>(new BatchGetItemOperation(request), scope, cancellationToken);

    private async ValueTask<BatchGetItemResponse> ContinueAsync(
        BatchGetItemRequest request, ValueTask<BatchGetItemResponse> first, CancellationToken cancellationToken)
    {
        CallScope scope = new();
        scope.Remaining(services.Options);
        BatchGetItemResponse response = await first.ConfigureAwait(false);
        List<TableRead> pending = TableRead.Flat(response.UnprocessedKeys);
        Dictionary<string, List<ReadOnlyMemory<byte>>> found = new(StringComparer.Ordinal);
        Collect(response, found);
        CapacitySum capacity = new(response.ConsumedCapacity);
        int size = request.Tables.Sum(table => table.Keys.Count);
        BatchSchedule schedule = new(services, scope, "BatchGetItem", size);
        schedule.Learn(size, pending.Count);
        while (pending.Count > 0 && await schedule.TryWaitAsync(cancellationToken).ConfigureAwait(false))
        {
            int sent = Math.Min(schedule.Window, pending.Count);
            try
            {
                response = await SendAsync(request with { Tables = TableRead.Grouped(pending[..sent]) }, scope, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && Failure.IsOfBackend(error))
            {
                // what was found before is worth having: the rest is answered as not read, which it is
                break;
            }

            List<TableRead> left = TableRead.Flat(response.UnprocessedKeys);
            Collect(response, found);
            capacity.Add(response.ConsumedCapacity);
            schedule.Learn(sent, left.Count);
            pending = [.. pending[sent..], .. left];
        }

        return new BatchGetItemResponse
        {
            Tables = [.. request.Tables.Select(table => new BatchGetResult(table.TableName, found.GetValueOrDefault(table.TableName, [])))],
            UnprocessedKeys = TableRead.Grouped(pending),
            ConsumedCapacity = capacity.ToSequence(),
        };
    }

    private static void Collect(BatchGetItemResponse response, Dictionary<string, List<ReadOnlyMemory<byte>>> found)
    {
        foreach (BatchGetResult table in response.Tables)
        {
            if (!found.TryGetValue(table.TableName, out List<ReadOnlyMemory<byte>>? items))
            {
                found.Add(table.TableName, items = []);
            }

            items.AddRange(table.Items);
        }
    }

    /// <param name="Table">The table with its options; its keys do not matter here.</param>
    /// <param name="Key">What to read.</param>
    private readonly record struct TableRead(BatchGetTable Table, ItemKey Key)
    {
        public static List<TableRead> Flat(IReadOnlyList<BatchGetTable> tables) =>
            [.. tables.SelectMany(table => table.Keys, (table, key) => new TableRead(table, key))];

        public static IReadOnlyList<BatchGetTable> Grouped(IEnumerable<TableRead> reads) =>
            [.. reads.GroupBy(read => read.Table.TableName, StringComparer.Ordinal)
                .Select(table => table.First().Table with { Keys = [.. table.Select(read => read.Key)] })];
    }
}
