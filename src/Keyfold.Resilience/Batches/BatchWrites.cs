using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>Sends again what a BatchWriteItem left unprocessed.</summary>
internal sealed class BatchWrites(Sender sender, CallServices services)
{
    public ValueTask<BatchWriteItemResponse> SendAsync(BatchWriteItemRequest request, CancellationToken cancellationToken)
    {
        CallScope scope = new();
        ValueTask<BatchWriteItemResponse> first = SendAsync(request, scope, cancellationToken);
        if (!first.IsCompletedSuccessfully)
        {
            return ContinueAsync(request, scope, first, cancellationToken);
        }

        BatchWriteItemResponse response = first.Result;
        return response.UnprocessedItems.Count == 0
            ? new ValueTask<BatchWriteItemResponse>(response)
            : ContinueAsync(request, scope, new ValueTask<BatchWriteItemResponse>(response), cancellationToken);
    }

    private ValueTask<BatchWriteItemResponse> SendAsync(BatchWriteItemRequest request, CallScope scope, CancellationToken cancellationToken) =>
        sender.SendAsync<BatchWriteItemOperation, BatchWriteItemResponse>(new BatchWriteItemOperation(request), scope, cancellationToken);

    private async ValueTask<BatchWriteItemResponse> ContinueAsync(
        BatchWriteItemRequest request, CallScope scope, ValueTask<BatchWriteItemResponse> first, CancellationToken cancellationToken)
    {
        BatchWriteItemResponse response;
        try
        {
            response = await first.ConfigureAwait(false);
        }
        catch (AmbiguousWriteException error)
        {
            throw new AmbiguousWriteException(error.Operation, error.Attempts, error.InnerException!, request.Tables);
        }

        List<TableWrite> pending = TableWrite.Flat(response.UnprocessedItems);
        bool isUnknown = scope.IsUnanswered && pending.Count > 0;
        CapacitySum capacity = new(response.ConsumedCapacity);
        CollectionEstimates collections = new(response.ItemCollectionMetrics);
        int size = request.Tables.Sum(table => table.Writes.Count);
        BatchSchedule schedule = new(services, scope, "BatchWriteItem", size);
        schedule.Learn(size, pending.Count);
        while (pending.Count > 0 && await schedule.TryWaitAsync(cancellationToken).ConfigureAwait(false))
        {
            int sent = Math.Min(schedule.Window, pending.Count);
            scope.IsUnanswered = false;
            try
            {
                response = await SendAsync(request with { Tables = TableWrite.Grouped(pending[..sent]) }, scope, cancellationToken).ConfigureAwait(false);
            }
            catch (AmbiguousWriteException error)
            {
                throw new AmbiguousWriteException(error.Operation, error.Attempts, error.InnerException!, TableWrite.Grouped(pending));
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && Failure.IsOfBackend(error))
            {
                // what was done before stands, and the rest is answered as not done, which it is
                break;
            }

            List<TableWrite> left = TableWrite.Flat(response.UnprocessedItems);
            isUnknown |= scope.IsUnanswered && left.Count > 0;
            capacity.Add(response.ConsumedCapacity);
            collections.Add(response.ItemCollectionMetrics);
            schedule.Learn(sent, left.Count);
            pending = [.. pending[sent..], .. left];
        }

        IReadOnlyList<BatchWriteTable> unprocessed = TableWrite.Grouped(pending);
        return isUnknown && pending.Count > 0
            ? throw new AmbiguousWriteException("BatchWriteItem", 1, new TransportException(TransportFailure.ConnectionLost, "A part of the batch was left unprocessed after an attempt without an answer."), unprocessed)
            : new BatchWriteItemResponse
            {
                UnprocessedItems = unprocessed,
                ConsumedCapacity = capacity.ToSequence(),
                ItemCollectionMetrics = collections.ToSequence(),
            };
    }

    private readonly record struct TableWrite(string TableName, BatchWrite Write)
    {
        public static List<TableWrite> Flat(IReadOnlyList<BatchWriteTable> tables) =>
            [.. tables.SelectMany(table => table.Writes, (table, write) => new TableWrite(table.TableName, write))];

        public static IReadOnlyList<BatchWriteTable> Grouped(IEnumerable<TableWrite> writes) =>
            [.. writes.GroupBy(write => write.TableName, StringComparer.Ordinal)
                .Select(table => new BatchWriteTable(table.Key, [.. table.Select(write => write.Write)]))];
    }
}
