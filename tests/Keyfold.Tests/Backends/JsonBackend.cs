using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Tests.Backends;

/// <summary>An engine that speaks DynamoDB's JSON and answers later, on another thread, as a remote backend does.</summary>
internal sealed class JsonBackend : IStorageBackend, ITableAdministration
{
    private readonly Engine.EmbeddedEngine _engine = new();

    public ItemEncoding Encoding => ItemEncoding.Json;

    public async ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        GetItemResponse response = await Call(_engine.GetItemAsync(request, cancellationToken));
        return response with { Item = ToJson(response.Item) };
    }

    public async ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        PutItemResponse response = await Call(_engine.PutItemAsync(request with { Item = ToBinary(request.Item) }, cancellationToken));
        return response with { Attributes = ToJson(response.Attributes) };
    }

    public async ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        UpdateItemResponse response = await Call(_engine.UpdateItemAsync(request, cancellationToken));
        return response with { Attributes = ToJson(response.Attributes) };
    }

    public async ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        DeleteItemResponse response = await Call(_engine.DeleteItemAsync(request, cancellationToken));
        return response with { Attributes = ToJson(response.Attributes) };
    }

    public async ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        QueryResponse response = await Call(_engine.QueryAsync(request, cancellationToken));
        return response with { Items = response.Items?.Select(ToJson).ToArray() };
    }

    public async ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        ScanResponse response = await Call(_engine.ScanAsync(request, cancellationToken));
        return response with { Items = response.Items?.Select(ToJson).ToArray() };
    }

    public async ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        BatchGetItemResponse response = await Call(_engine.BatchGetItemAsync(request, cancellationToken));
        return response with { Tables = [.. response.Tables.Select(table => table with { Items = [.. table.Items.Select(ToJson)] })] };
    }

    public async ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return await Call(_engine.BatchWriteItemAsync(
            request with
            {
                Tables =
                [
                    .. request.Tables.Select(table => table with
                    {
                        Writes = [.. table.Writes.Select(write => write.IsPut ? BatchWrite.Put(ToBinary(write.Item)) : write)],
                    }),
                ],
            },
            cancellationToken));
    }

    public async ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        TransactGetItemsResponse response = await Call(_engine.TransactGetItemsAsync(request, cancellationToken));
        return response with { Items = [.. response.Items.Select(ToJson)] };
    }

    public async ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return await Call(_engine.TransactWriteItemsAsync(
            request with { Actions = [.. request.Actions.Select(action => action is TransactPut put ? put with { Item = ToBinary(put.Item) } : action)] },
            cancellationToken));
    }

    public ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default) =>
        _engine.CreateTableAsync(schema, cancellationToken);

    public ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _engine.DescribeTableAsync(tableName, cancellationToken);

    public ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _engine.DeleteTableAsync(tableName, cancellationToken);

    public ValueTask<TableDescription> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) =>
        _engine.UpdateTableAsync(request, cancellationToken);

    public ValueTask<TimeToLiveDescription> DescribeTimeToLiveAsync(string tableName, CancellationToken cancellationToken = default) =>
        _engine.DescribeTimeToLiveAsync(tableName, cancellationToken);

    public ValueTask<TimeToLiveDescription> UpdateTimeToLiveAsync(
        string tableName, string attributeName, bool enabled, CancellationToken cancellationToken = default) =>
        _engine.UpdateTimeToLiveAsync(tableName, attributeName, enabled, cancellationToken);

    public ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default) => _engine.ListTablesAsync(cancellationToken);

    private static async ValueTask<TResponse> Call<TResponse>(ValueTask<TResponse> response)
    {
        try
        {
            return await response;
        }
        catch (StorageException error)
        {
            throw new StorageException(error.Code, error.Message, error)
            {
                Item = ToJson(error.Item),
                CancellationReasons = [.. error.CancellationReasons.Select(reason => reason with { Item = ToJson(reason.Item) })],
            };
        }
    }

    private static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> binary) =>
        binary.IsEmpty ? default : ItemCodec.Encode(ItemCodec.Decode(binary.Span, ItemEncoding.Binary), ItemEncoding.Json);

    private static ReadOnlyMemory<byte> ToBinary(ReadOnlyMemory<byte> json) =>
        ItemCodec.Encode(ItemCodec.Decode(json.Span, ItemEncoding.Json), ItemEncoding.Binary);
}
