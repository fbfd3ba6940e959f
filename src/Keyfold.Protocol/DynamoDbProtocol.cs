using Keyfold.Items;
using Keyfold.Protocol.Operations;
using Keyfold.Protocol.PartiQL.Execution;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Protocol.Streams;
using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Protocol;

/// <summary>
/// DynamoDB's JSON 1.0 protocol over a storage backend: a request's target and body in, a response's status and body out. Transport, signatures, compression
/// and request ids are the host's. Safe for concurrent use.
/// </summary>
public sealed class DynamoDbProtocol
{
    private const string TargetPrefix = "DynamoDB_20120810.";
    private const string StreamsTargetPrefix = "DynamoDBStreams_20120810.";

    private readonly IStorageBackend _backend;
    private readonly ITableAdministration _administration;
    private readonly ISchemaSource _schemas;
    private readonly IChangeFeed? _changes;

    /// <summary>Serves a backend.</summary>
    /// <param name="backend">The items; it must speak <see cref="ItemEncoding.Binary"/>.</param>
    /// <param name="administration">The tables.</param>
    /// <param name="schemas">The tables' schemas; without it they are asked of <paramref name="administration"/>
    /// for every request, which is cheap if that is an <see cref="ITableSchemas"/> or decorates one.</param>
    /// <param name="changes">The streams; without it they are <paramref name="backend"/>'s if that is an <see cref="IChangeFeed"/> or decorates one.</param>
    /// <exception cref="ArgumentException">The backend speaks another encoding.</exception>
    public DynamoDbProtocol(IStorageBackend backend, ITableAdministration administration, ISchemaSource? schemas = null, IChangeFeed? changes = null)
    {
        if (backend.Encoding != ItemEncoding.Binary)
        {
            throw new ArgumentException("The backend must speak the binary encoding.", nameof(backend));
        }

        _backend = backend;
        _administration = administration;
        _schemas = schemas
            ?? (StorageDecorator.Find<ITableSchemas>(administration) is { } known ? new KnownSchemas(known) : new DescribedSchemas(administration));
        _changes = changes ?? StorageDecorator.Find<IChangeFeed>(backend);
    }

    /// <summary>Answers one request. What DynamoDB answers with an error is a response, too.</summary>
    /// <param name="target">The x-amz-target header, such as <c>DynamoDB_20120810.GetItem</c>; null if there is none.</param>
    /// <param name="body">The request's body, unpacked; it must not change until the call has ended.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationCanceledException">The call was cancelled; a write may or may not have been applied.</exception>
    public async ValueTask<ProtocolResponse> HandleAsync(string? target, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        PooledBuffer buffer = new(ProtocolResponse.InitialBytes);
        try
        {
            using ResponseWriter output = ResponseWriter.Rent(buffer);
            int status = await HandleAsync(target, body, output, cancellationToken).ConfigureAwait(false);
            output.Flush();
            return new ProtocolResponse(status, buffer);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>
    /// What DynamoDB says of a request before it looks at the signature: that its body is not JSON, or that there is no such operation. A host that is going to
    /// refuse a request asks this first.
    /// </summary>
    /// <param name="target">The x-amz-target header; null if there is none.</param>
    /// <param name="body">The request's body, unpacked.</param>
    /// <returns>The error; null if there is none, or only one that comes after the signature.</returns>
    public static ProtocolResponse? FindSyntaxError(string? target, ReadOnlyMemory<byte> body)
    {
        PooledBuffer buffer = new(ProtocolResponse.InitialBytes);
        using ResponseWriter output = ResponseWriter.Rent(buffer);
        using RequestMemory memory = RequestMemory.Rent();
        int? status = null;
        try
        {
            RequestBody.Read(body, memory, RequestBody.Skip);
            status = Find(target) is null ? ErrorWriter.WriteUnknownOperation(output) : null;
        }
        catch (SerializationException exception)
        {
            status = ErrorWriter.Write(output, exception);
        }

        output.Flush();
        if (status is { } code)
        {
            return new ProtocolResponse(code, buffer);
        }

        buffer.Dispose();
        return null;
    }

    private async ValueTask<int> HandleAsync(string? target, ReadOnlyMemory<byte> body, ResponseWriter output, CancellationToken cancellationToken)
    {
        using OperationCall call = new(_backend, _administration, _schemas, body, output) { Changes = _changes };
        try
        {
            if (Find(target) is not { } operation || (_changes is null && IsOfStreams(target)))
            {
                call.Read(RequestBody.Skip);
                return ErrorWriter.WriteUnknownOperation(output);
            }

            await operation(call, cancellationToken).ConfigureAwait(false);
            return 200;
        }
        catch (StorageException exception)
        {
            return ErrorWriter.Write(output, exception);
        }
        catch (SerializationException exception)
        {
            return ErrorWriter.Write(output, exception);
        }
    }

    private static Func<OperationCall, CancellationToken, ValueTask>? Find(string? target)
    {
        if (target is null)
        {
            return null;
        }

        return target.StartsWith(TargetPrefix, StringComparison.Ordinal)
            ? FindOperation(target.AsSpan(TargetPrefix.Length))
            : IsOfStreams(target) ? FindStreamsOperation(target[StreamsTargetPrefix.Length..]) : null;
    }

    private static bool IsOfStreams(string? target) => target?.StartsWith(StreamsTargetPrefix, StringComparison.Ordinal) == true;

    private static Func<OperationCall, CancellationToken, ValueTask>? FindStreamsOperation(string name) => name switch
    {
        "ListStreams" => ListStreamsOperation.HandleAsync,
        "DescribeStream" => DescribeStreamOperation.HandleAsync,
        "GetShardIterator" => GetShardIteratorOperation.HandleAsync,
        "GetRecords" => GetRecordsOperation.HandleAsync,
        _ => null,
    };

    private static Func<OperationCall, CancellationToken, ValueTask>? FindOperation(ReadOnlySpan<char> name) => name switch
    {
        "GetItem" => GetItemOperation.HandleAsync,
        "PutItem" => PutItemOperation.HandleAsync,
        "UpdateItem" => UpdateItemOperation.HandleAsync,
        "DeleteItem" => DeleteItemOperation.HandleAsync,
        "Query" => QueryOperation.HandleAsync,
        "Scan" => ScanOperation.HandleAsync,
        "BatchGetItem" => BatchGetItemOperation.HandleAsync,
        "BatchWriteItem" => BatchWriteItemOperation.HandleAsync,
        "TransactGetItems" => TransactGetItemsOperation.HandleAsync,
        "TransactWriteItems" => TransactWriteItemsOperation.HandleAsync,
        "ExecuteStatement" => ExecuteStatementOperation.HandleAsync,
        "BatchExecuteStatement" => BatchExecuteStatementOperation.HandleAsync,
        "ExecuteTransaction" => ExecuteTransactionOperation.HandleAsync,
        _ => ControlOperations.Find(name.ToString()),
    };
}
