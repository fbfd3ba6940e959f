using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Specification.Tests.Differential;

/// <summary>A backend with a planted bug: it forgets a put whose item has an attribute A of type string.</summary>
internal sealed class ForgetfulBackend(Oracle.OracleBackend inner) : IStorageBackend, ITableAdministration
{
    public ItemEncoding Encoding => inner.Encoding;

    public async ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        Item item = ItemCodec.Decode(request.Item.Span, Encoding);
        bool forgets = item.TryGet("A", out AttributeValue value) && value.Type == AttributeType.String;
        return forgets ? default : await inner.PutItemAsync(request, cancellationToken);
    }

    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) =>
        inner.GetItemAsync(request, cancellationToken);

    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) =>
        inner.UpdateItemAsync(request, cancellationToken);

    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) =>
        inner.DeleteItemAsync(request, cancellationToken);

    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) =>
        inner.QueryAsync(request, cancellationToken);

    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) =>
        inner.ScanAsync(request, cancellationToken);

    public ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default) =>
        inner.BatchGetItemAsync(request, cancellationToken);

    public ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default) =>
        inner.BatchWriteItemAsync(request, cancellationToken);

    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default) =>
        inner.TransactGetItemsAsync(request, cancellationToken);

    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default) =>
        inner.TransactWriteItemsAsync(request, cancellationToken);

    public ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default) =>
        inner.CreateTableAsync(schema, cancellationToken);

    public ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        inner.DescribeTableAsync(tableName, cancellationToken);

    public ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        inner.DeleteTableAsync(tableName, cancellationToken);

    public ValueTask<TableDescription> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) =>
        inner.UpdateTableAsync(request, cancellationToken);

    public ValueTask<TimeToLiveDescription> DescribeTimeToLiveAsync(string tableName, CancellationToken cancellationToken = default) =>
        inner.DescribeTimeToLiveAsync(tableName, cancellationToken);

    public ValueTask<TimeToLiveDescription> UpdateTimeToLiveAsync(
        string tableName, string attributeName, bool enabled, CancellationToken cancellationToken = default) =>
        inner.UpdateTimeToLiveAsync(tableName, attributeName, enabled, cancellationToken);

    public ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default) => inner.ListTablesAsync(cancellationToken);
}
