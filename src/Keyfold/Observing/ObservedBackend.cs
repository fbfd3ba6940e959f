using Keyfold.Storage;

namespace Keyfold.Observing;

/// <summary>Passes requests on, asking for the capacity they consume, and reports each.</summary>
internal sealed class ObservedBackend(IStorageBackend inner, Action<ObservedRequest> observer, TimeProvider timeProvider) : StorageDecorator(inner)
{
    public override ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "GetItem", TableName = request.TableName },
        Inner.GetItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity), response.Item.IsEmpty ? 0 : 1, 1),
        cancellationToken);

    public override ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "PutItem", TableName = request.TableName },
        Inner.PutItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity)),
        cancellationToken);

    public override ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "UpdateItem", TableName = request.TableName },
        Inner.UpdateItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity)),
        cancellationToken);

    public override ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "DeleteItem", TableName = request.TableName },
        Inner.DeleteItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity)),
        cancellationToken);

    public override ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "Query", TableName = request.TableName, IndexName = request.IndexName },
        Inner.QueryAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity), response.Count, response.ScannedCount),
        cancellationToken);

    public override ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "Scan", TableName = request.TableName, IndexName = request.IndexName },
        Inner.ScanAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity), response.Count, response.ScannedCount),
        cancellationToken);

    public override ValueTask<BatchGetItemResponse> BatchGetItemAsync(
        BatchGetItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "BatchGetItem", TableName = request.Tables[0].TableName },
        Inner.BatchGetItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response =>
            new Outcome(Units(response.ConsumedCapacity), response.Tables.Sum(table => table.Items.Count), response.Tables.Sum(table => table.Items.Count)),
        cancellationToken);

    public override ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(
        BatchWriteItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "BatchWriteItem", TableName = request.Tables[0].TableName },
        Inner.BatchWriteItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity)),
        cancellationToken);

    public override ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(
        TransactGetItemsRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "TransactGetItems", TableName = request.Gets[0].TableName },
        Inner.TransactGetItemsAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity), response.Items.Count(item => !item.IsEmpty), response.Items.Count),
        cancellationToken);

    public override ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "TransactWriteItems", TableName = request.Actions[0].TableName },
        Inner.TransactWriteItemsAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity)),
        cancellationToken);

    private static ReturnConsumedCapacity AtLeastTotal(ReturnConsumedCapacity asked) =>
        asked == ReturnConsumedCapacity.None ? ReturnConsumedCapacity.Total : asked;

    private static double Units(ConsumedCapacity? capacity) => capacity?.CapacityUnits ?? 0;

    private static double Units(Sequence<ConsumedCapacity> capacities) => capacities.Sum(capacity => capacity.CapacityUnits);

    private async ValueTask<TResponse> ReportAsync<TRequest, TResponse>(
        ObservedRequest report,
        Func<TRequest, CancellationToken, ValueTask<TResponse>> send,
        TRequest request,
        Func<TResponse, Outcome> measure,
        CancellationToken cancellationToken)
    {
        long start = timeProvider.GetTimestamp();
        TResponse response;
        try
        {
            response = await send(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (Failed(error))
        {
            throw;
        }

        Outcome outcome = measure(response);
        observer(report with
        {
            CapacityUnits = outcome.Units,
            ItemCount = outcome.Items,
            EvaluatedCount = outcome.Evaluated,
            Elapsed = timeProvider.GetElapsedTime(start),
        });
        return response;

        bool Failed(Exception error)
        {
            observer(report with { Elapsed = timeProvider.GetElapsedTime(start), Error = error });
            return false;
        }
    }

    private readonly record struct Outcome(double Units, int Items = 0, int Evaluated = 0);
}
