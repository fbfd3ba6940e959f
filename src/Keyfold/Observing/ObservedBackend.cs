using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Observing;

/// <summary>Passes requests on, asking for the capacity they consume, and reports each.</summary>
internal sealed class ObservedBackend(IStorageBackend inner, Action<ObservedRequest> observer, TimeProvider timeProvider) : IStorageBackend, ITableAdministration
{
    public ItemEncoding Encoding => inner.Encoding;

    public void DeclareTable(TableSchema schema) => inner.DeclareTable(schema);

    public bool RetriesUnprocessed => inner.RetriesUnprocessed;

    private ITableAdministration Administration =>
        inner as ITableAdministration ?? throw new NotSupportedException($"The backend {inner.GetType().Name} cannot create tables.");

    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "GetItem", TableName = request.TableName },
        inner.GetItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity), response.Item.IsEmpty ? 0 : 1, 1),
        cancellationToken);

    public ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "PutItem", TableName = request.TableName },
        inner.PutItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity)),
        cancellationToken);

    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "UpdateItem", TableName = request.TableName },
        inner.UpdateItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity)),
        cancellationToken);

    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "DeleteItem", TableName = request.TableName },
        inner.DeleteItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity)),
        cancellationToken);

    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "Query", TableName = request.TableName, IndexName = request.IndexName },
        inner.QueryAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity), response.Count, response.ScannedCount),
        cancellationToken);

    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "Scan", TableName = request.TableName, IndexName = request.IndexName },
        inner.ScanAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity), response.Count, response.ScannedCount),
        cancellationToken);

    public ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "BatchGetItem", TableName = request.Tables[0].TableName },
        inner.BatchGetItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity), response.Tables.Sum(table => table.Items.Count), response.Tables.Sum(table => table.Items.Count)),
        cancellationToken);

    public ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "BatchWriteItem", TableName = request.Tables[0].TableName },
        inner.BatchWriteItemAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity)),
        cancellationToken);

    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "TransactGetItems", TableName = request.Gets[0].TableName },
        inner.TransactGetItemsAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity), response.Items.Count(item => !item.IsEmpty), response.Items.Count),
        cancellationToken);

    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => ReportAsync(
        new ObservedRequest { Operation = "TransactWriteItems", TableName = request.Actions[0].TableName },
        inner.TransactWriteItemsAsync,
        request with { ReturnConsumedCapacity = AtLeastTotal(request.ReturnConsumedCapacity) },
        static response => new Outcome(Units(response.ConsumedCapacity)),
        cancellationToken);

    public ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default) =>
        Administration.CreateTableAsync(schema, cancellationToken);

    public ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        Administration.DescribeTableAsync(tableName, cancellationToken);

    public ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        Administration.DeleteTableAsync(tableName, cancellationToken);

    public ValueTask<TableDescription> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) =>
        Administration.UpdateTableAsync(request, cancellationToken);

    public ValueTask<TimeToLiveDescription> DescribeTimeToLiveAsync(string tableName, CancellationToken cancellationToken = default) =>
        Administration.DescribeTimeToLiveAsync(tableName, cancellationToken);

    public ValueTask<TimeToLiveDescription> UpdateTimeToLiveAsync(
        string tableName, string attributeName, bool enabled, CancellationToken cancellationToken = default) =>
        Administration.UpdateTimeToLiveAsync(tableName, attributeName, enabled, cancellationToken);

    public ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default) =>
        Administration.ListTablesAsync(cancellationToken);

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
