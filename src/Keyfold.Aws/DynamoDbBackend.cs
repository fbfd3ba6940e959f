using System.Runtime.CompilerServices;
using Keyfold.Aws.Configuration;
using Keyfold.Aws.Requests;
using Keyfold.Aws.Responses;
using Keyfold.Aws.Tables;
using Keyfold.Aws.Transport;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Aws;

/// <summary>
/// Amazon DynamoDB, or a service with its API, as a backend. Requests are written and answers read as JSON bytes, without a model of objects between; nothing
/// is sent twice, which is the caller's or a decorator's to decide. Safe for concurrent use; one object for an application is enough.
/// </summary>
/// <remarks>
/// What fails is a <see cref="StorageException"/> where the service refused, a <see cref="TransportException"/> where there is no answer to trust, and an
/// <see cref="OperationCanceledException"/> where the caller's token ended the call. No request causes another one: the schemas of tables are declared
/// (<see cref="DeclareTable"/>), not asked for.
/// </remarks>
public sealed partial class DynamoDbBackend : IStorageBackend, ITableAdministration, IDisposable
{
    private readonly DynamoDbTransport _transport;
    private readonly DeclaredTables _tables = new();
    private readonly TableAdministration _administration;
    private readonly bool _consistentReads;

    /// <summary>Finds the service and the credentials; connections are opened when they are needed.</summary>
    /// <param name="options">How to reach the service; null leaves all to the AWS SDK.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    /// <exception cref="InvalidOperationException">There is no region, or there are no credentials; the message says what to set.</exception>
    public DynamoDbBackend(DynamoDbOptions? options = null)
    {
        options ??= new DynamoDbOptions();
        options.Validate();
        ServiceAccess access = ServiceAccess.Find(options);
        HttpMessageHandler handler = options.Handler ?? Connections.Create(options);
        var credentials = new SdkCredentials(access.Credentials, options.TimeProvider);
        _transport = new DynamoDbTransport(
            new HttpMessageInvoker(handler), access.Endpoint, access.Region, credentials, options.RequestTimeout, options.TimeProvider);
        _administration = new TableAdministration(access, handler, options);
        _consistentReads = options.ConsistentReads;
    }

    /// <inheritdoc/>
    public ItemEncoding Encoding => ItemEncoding.Json;

    /// <inheritdoc/>
    public void DeclareTable(TableSchema schema) => _tables.Declare(schema);

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        RequestBuffer body = RequestBuffer.Rent();
        ItemRequests.Write(body, _tables, request, _consistentReads);
        return ItemResponses.ReadGet(await _transport.SendAsync(ServiceOperation.GetItem, body, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        RequestBuffer body = RequestBuffer.Rent();
        ItemRequests.Write(body, _tables, request);
        return ItemResponses.ReadPut(await _transport.SendAsync(ServiceOperation.PutItem, body, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        RequestBuffer body = RequestBuffer.Rent();
        ItemRequests.Write(body, _tables, request);
        return ItemResponses.ReadUpdate(await _transport.SendAsync(ServiceOperation.UpdateItem, body, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
    {
        RequestBuffer body = RequestBuffer.Rent();
        ItemRequests.Write(body, _tables, request);
        return ItemResponses.ReadDelete(await _transport.SendAsync(ServiceOperation.DeleteItem, body, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        RequestBuffer body = RequestBuffer.Rent();
        PageRequests.Write(body, _tables, request, _consistentReads);
        return PageResponses.ReadQuery(await _transport.SendAsync(ServiceOperation.Query, body, cancellationToken).ConfigureAwait(false), request.Select);
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        RequestBuffer body = RequestBuffer.Rent();
        PageRequests.Write(body, _tables, request, _consistentReads);
        return PageResponses.ReadScan(await _transport.SendAsync(ServiceOperation.Scan, body, cancellationToken).ConfigureAwait(false), request.Select);
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        RequestBuffer body = RequestBuffer.Rent();
        BatchRequests.Write(body, _tables, request, _consistentReads);
        ResponseBody answer = await _transport.SendAsync(ServiceOperation.BatchGetItem, body, cancellationToken).ConfigureAwait(false);
        return BatchResponses.ReadGet(answer, request, _tables);
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        RequestBuffer body = RequestBuffer.Rent();
        BatchRequests.Write(body, _tables, request);
        ResponseBody answer = await _transport.SendAsync(ServiceOperation.BatchWriteItem, body, cancellationToken).ConfigureAwait(false);
        return BatchResponses.ReadWrite(answer, _tables);
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
    {
        RequestBuffer body = RequestBuffer.Rent();
        TransactionRequests.Write(body, _tables, request);
        ResponseBody answer = await _transport.SendAsync(ServiceOperation.TransactGetItems, body, cancellationToken).ConfigureAwait(false);
        return TransactionResponses.ReadGet(answer);
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        RequestBuffer body = RequestBuffer.Rent();
        TransactionRequests.Write(body, _tables, request);
        ResponseBody answer = await _transport.SendAsync(ServiceOperation.TransactWriteItems, body, cancellationToken).ConfigureAwait(false);
        return TransactionResponses.ReadWrite(answer);
    }

    /// <summary>Closes the connections. Requests that are on their way fail.</summary>
    public void Dispose()
    {
        _administration.Dispose();
        _transport.Dispose();
    }
}
