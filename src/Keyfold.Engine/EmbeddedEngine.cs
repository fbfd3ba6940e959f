using Keyfold.Engine.Log;
using Keyfold.Engine.Operations;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Tables.Updates;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine;

/// <summary>
/// DynamoDB's behaviour inside the process, in memory. A call has completed when it returns: it runs on the caller's thread, and no
/// read waits for a write. (With <see cref="EngineOptions.IndexCreationDelay"/>, UpdateTable is the exception.) Items that a read returns are the stored bytes
/// themselves, which never change. Safe for concurrent use; an engine that nobody refers to any more is garbage like any object.
/// </summary>
public sealed partial class EmbeddedEngine : IStorageBackend, ITableAdministration, ITableSchemas
{
    private readonly EngineState _state;

    /// <summary>An empty engine with the default options.</summary>
    public EmbeddedEngine()
        : this(new EngineOptions())
    {
    }

    /// <summary>An empty engine.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public EmbeddedEngine(EngineOptions options)
    {
        options.Validate();
        _state = new EngineState(options, new MemoryCommitLog());
    }

    private delegate TResponse Operation<TRequest, TResponse>(EngineState engine, in TRequest request);

    /// <summary>Binary.</summary>
    public ItemEncoding Encoding => ItemEncoding.Binary;

    /// <inheritdoc/>
    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) =>
        Run(GetItem.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) =>
        Run(PutItem.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) =>
        Run(UpdateItem.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) =>
        Run(DeleteItem.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) =>
        Run(Query.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) =>
        Run(Scan.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default) =>
        Run(BatchGetItem.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default) =>
        Run(BatchWriteItem.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default) =>
        Run(TransactGetItems.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default) =>
        Run(TransactWriteItems.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default) =>
        Run(TableOperations.Create, schema, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        Run(TableOperations.Describe, tableName, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TableDescription> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) =>
        Run(UpdateTable.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        Run(TableOperations.Delete, tableName, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<IReadOnlyList<string>>(cancellationToken)
            : ValueTask.FromResult(TableOperations.List(_state));

    /// <inheritdoc/>
    public ValueTask<TimeToLiveDescription> DescribeTimeToLiveAsync(string tableName, CancellationToken cancellationToken = default) =>
        Run(TimeToLive.Describe, tableName, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TimeToLiveDescription> UpdateTimeToLiveAsync(
        string tableName, string attributeName, bool enabled, CancellationToken cancellationToken = default) =>
        Run(TimeToLive.Update, (tableName, attributeName, enabled), cancellationToken);

    /// <inheritdoc/>
    public TableSchema? FindSchema(string tableName) => _state.Tables.TryFind(tableName)?.Schema;

    /// <summary>Runs an operation; what DynamoDB answers with an error is in the task, what is our bug is thrown here.</summary>
    private ValueTask<TResponse> Run<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, in TRequest request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<TResponse>(cancellationToken);
        }

        try
        {
            return ValueTask.FromResult(operation(_state, request));
        }
        catch (StorageException error)
        {
            return ValueTask.FromException<TResponse>(error);
        }
    }
}
