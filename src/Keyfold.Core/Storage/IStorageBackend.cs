using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold.Storage;

/// <summary>
/// The data plane: DynamoDB's operations on items, with DynamoDB's meaning, limits and errors. Everything above it (typed API,
/// resilience, protocol) and below it (embedded engine, Amazon DynamoDB) meets here. Implementations are safe for concurrent use.
/// A failed operation throws <see cref="StorageException"/> and has changed nothing; one that ended with
/// <see cref="OperationCanceledException"/> or a transport error may or may not have been applied.
/// Specified by the "Amazon DynamoDB API reference", version 2012-08-10.
/// </summary>
public interface IStorageBackend
{
    /// <summary>The encoding of every item that goes in and comes out.</summary>
    ItemEncoding Encoding { get; }

    /// <summary>
    /// Tells the backend a table's schema, since keys carry no names. A table's object does so when it is made; a backend that keeps the tables itself need not
    /// listen, a decorator must pass it on.
    /// </summary>
    /// <param name="schema">The schema under the name that requests will use.</param>
    void DeclareTable(TableSchema schema)
    {
    }

    /// <summary>Whether the backend itself sends the unprocessed parts of batches again, so that its callers need not.</summary>
    bool RetriesUnprocessed => false;

    /// <summary>Reads one item by its key.</summary>
    ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default);

    /// <summary>Writes a whole item, replacing one with the same key.</summary>
    ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes parts of an item; creates it when there is none.</summary>
    ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes an item; a missing one is no error.</summary>
    ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads one page of the items of one partition key value, in the order of the sort key.</summary>
    ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads one page of a table or index, or of a segment of it, in the order of the hash of the partition key.</summary>
    ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads up to <see cref="Limits.BatchGetKeysMax"/> items; what did not fit comes back as unprocessed.</summary>
    ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default);

    /// <summary>Up to <see cref="Limits.BatchWriteRequestsMax"/> independent puts and deletes; not atomic as a whole.</summary>
    ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads up to <see cref="Limits.TransactionActionsMax"/> items as of one moment.</summary>
    ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Up to <see cref="Limits.TransactionActionsMax"/> writes and checks, all or nothing.</summary>
    ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default);
}
