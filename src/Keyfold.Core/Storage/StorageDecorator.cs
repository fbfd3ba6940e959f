using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold.Storage;

/// <summary>
/// A backend that passes every request on to another one, as it is. Derive from it and override what shall be different; requests about tables go with it.
/// As safe for concurrent use as the other backend.
/// </summary>
/// <remarks>
/// The other backend may be more than a backend: a change feed, or one that has schemas, tags and policies at hand. A decorator is none of these, since not
/// every backend is; <see cref="Find"/> looks behind it.
/// </remarks>
public abstract class StorageDecorator : IStorageBackend, IStorageDecorator, ITableAdministration
{
    /// <summary>Decorates a backend.</summary>
    /// <param name="inner">The backend. Whether it is disposed of with this one, a derived class says.</param>
    protected StorageDecorator(IStorageBackend inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <inheritdoc/>
    public IStorageBackend Inner { get; }

    /// <inheritdoc/>
    public ItemEncoding Encoding => Inner.Encoding;

    /// <inheritdoc/>
    public virtual bool RetriesUnprocessed => Inner.RetriesUnprocessed;

    private ITableAdministration Administration =>
        Inner as ITableAdministration ?? throw new NotSupportedException($"The backend {Inner.GetType().Name} cannot create tables.");

    /// <summary>The first that is a <typeparamref name="T"/>, of a backend and those that its requests are passed on to; null if none is.</summary>
    /// <typeparam name="T">What is looked for: an <see cref="ITableSchemas"/>, a change feed, a class of backends.</typeparam>
    /// <param name="backend">A backend, or what administrates its tables.</param>
    public static T? Find<T>(object? backend)
        where T : class => backend switch
        {
            T found => found,
            IStorageDecorator decorator => Find<T>(decorator.Inner),
            _ => null,
        };

    /// <inheritdoc/>
    public virtual void DeclareTable(TableSchema schema) => Inner.DeclareTable(schema);

    /// <inheritdoc/>
    public virtual ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) =>
        Inner.GetItemAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) =>
        Inner.PutItemAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) =>
        Inner.UpdateItemAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) =>
        Inner.DeleteItemAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) =>
        Inner.QueryAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) =>
        Inner.ScanAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default) =>
        Inner.BatchGetItemAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default) =>
        Inner.BatchWriteItemAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default) =>
        Inner.TransactGetItemsAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default) =>
        Inner.TransactWriteItemsAsync(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default) =>
        Administration.CreateTableAsync(schema, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        Administration.DescribeTableAsync(tableName, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TableDescription> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) =>
        Administration.UpdateTableAsync(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        Administration.DeleteTableAsync(tableName, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default) =>
        Administration.ListTablesAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TimeToLiveDescription> DescribeTimeToLiveAsync(string tableName, CancellationToken cancellationToken = default) =>
        Administration.DescribeTimeToLiveAsync(tableName, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TimeToLiveDescription> UpdateTimeToLiveAsync(
        string tableName, string attributeName, bool enabled, CancellationToken cancellationToken = default) =>
        Administration.UpdateTimeToLiveAsync(tableName, attributeName, enabled, cancellationToken);
}
