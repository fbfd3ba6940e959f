using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Differential.Requests;

/// <summary>One request, kept as objects so that a failing sequence can be read; it tells the reply as text, which two backends must agree on.</summary>
public abstract record Operation
{
    /// <summary>Whether it may change items.</summary>
    public virtual bool Writes => true;

    /// <summary>Sends the request.</summary>
    public abstract Task<string> Send(IStorageBackend backend, TableSchema schema);

    protected static ReadOnlyMemory<byte> Encode(Item item) => ItemCodec.Encode(item, ItemEncoding.Binary);
}

public sealed record GetOperation(ItemKey Key, ProjectionExpression? Projection, bool Consistent) : Operation
{
    public override bool Writes => false;

    public override async Task<string> Send(IStorageBackend backend, TableSchema schema)
    {
        GetItemResponse response = await backend.GetItemAsync(new GetItemRequest
        {
            TableName = schema.Name,
            Key = Key,
            Projection = Projection,
            ConsistentRead = Consistent,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        });
        return $"{Reply.Of(response.Item)} {Reply.Of(response.ConsumedCapacity)}";
    }
}

public sealed record PutOperation(Item Item, Condition? Condition, ReturnValues ReturnValues, bool ReturnItem) : Operation
{
    public override async Task<string> Send(IStorageBackend backend, TableSchema schema)
    {
        PutItemResponse response = await backend.PutItemAsync(new PutItemRequest
        {
            TableName = schema.Name,
            Item = Encode(Item),
            Condition = Condition,
            ReturnValues = ReturnValues,
            ReturnItemOnConditionCheckFailure = ReturnItem,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
            ReturnItemCollectionMetrics = ReturnItem,
        });
        return $"{Reply.Of(response.Attributes)} {Reply.Of(response.ConsumedCapacity)} {response.ItemCollectionMetrics}";
    }
}

public sealed record UpdateOperation(ItemKey Key, UpdateExpression? Update, Condition? Condition, ReturnValues ReturnValues, bool ReturnItem) : Operation
{
    public override async Task<string> Send(IStorageBackend backend, TableSchema schema)
    {
        UpdateItemResponse response = await backend.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = schema.Name,
            Key = Key,
            Update = Update,
            Condition = Condition,
            ReturnValues = ReturnValues,
            ReturnItemOnConditionCheckFailure = ReturnItem,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
            ReturnItemCollectionMetrics = ReturnItem,
        });
        return $"{Reply.Of(response.Attributes)} {Reply.Of(response.ConsumedCapacity)} {response.ItemCollectionMetrics}";
    }
}

public sealed record DeleteOperation(ItemKey Key, Condition? Condition, ReturnValues ReturnValues, bool ReturnItem) : Operation
{
    public override async Task<string> Send(IStorageBackend backend, TableSchema schema)
    {
        DeleteItemResponse response = await backend.DeleteItemAsync(new DeleteItemRequest
        {
            TableName = schema.Name,
            Key = Key,
            Condition = Condition,
            ReturnValues = ReturnValues,
            ReturnItemOnConditionCheckFailure = ReturnItem,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
            ReturnItemCollectionMetrics = ReturnItem,
        });
        return $"{Reply.Of(response.Attributes)} {Reply.Of(response.ConsumedCapacity)} {response.ItemCollectionMetrics}";
    }
}

public sealed record BatchGetOperation(Sequence<ItemKey> Keys, ProjectionExpression? Projection, bool Consistent) : Operation
{
    public override bool Writes => false;

    public override async Task<string> Send(IStorageBackend backend, TableSchema schema)
    {
        BatchGetItemResponse response = await backend.BatchGetItemAsync(new BatchGetItemRequest
        {
            Tables = [new BatchGetTable(schema.Name, [.. Keys]) { Projection = Projection, ConsistentRead = Consistent }],
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        });
        return $"{Reply.Unordered(response.Tables[0].Items)} {response.UnprocessedKeys.Count} {Reply.Of(response.ConsumedCapacity)}";
    }
}

public sealed record BatchWriteOperation(Sequence<Item> Puts, Sequence<ItemKey> Deletes) : Operation
{
    public override async Task<string> Send(IStorageBackend backend, TableSchema schema)
    {
        BatchWriteItemResponse response = await backend.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            Tables = [new BatchWriteTable(schema.Name, [.. Puts.Select(item => BatchWrite.Put(Encode(item))), .. Deletes.Select(BatchWrite.Delete)])],
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        });
        return $"{response.UnprocessedItems.Count} {Reply.Of(response.ConsumedCapacity)}";
    }
}

public sealed record TransactGetOperation(Sequence<ItemKey> Keys, ProjectionExpression? Projection) : Operation
{
    public override bool Writes => false;

    public override async Task<string> Send(IStorageBackend backend, TableSchema schema)
    {
        TransactGetItemsResponse response = await backend.TransactGetItemsAsync(new TransactGetItemsRequest
        {
            Gets = [.. Keys.Select(key => new TransactGet(schema.Name, key, Projection))],
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        });
        return $"{string.Join(" | ", response.Items.Select(Reply.Of))} {Reply.Of(response.ConsumedCapacity)}";
    }
}

/// <summary>
/// A write transaction, whose actions are the other operations' requests; a delete that has a condition and returns values stands for a check.
/// </summary>
public sealed record TransactWriteOperation(Sequence<Operation> Actions, string? Token) : Operation
{
    public override async Task<string> Send(IStorageBackend backend, TableSchema schema)
    {
        TransactWriteItemsResponse response = await backend.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            Actions = [.. Actions.Select(action => ToAction(action, schema.Name))],
            ClientRequestToken = Token,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        });
        return Reply.Of(response.ConsumedCapacity);
    }

    private static TransactWriteAction ToAction(Operation action, string tableName) => action switch
    {
        PutOperation put => new TransactPut(tableName, Encode(put.Item)) { Condition = put.Condition, ReturnItemOnConditionCheckFailure = put.ReturnItem },
        UpdateOperation update => new TransactUpdate(tableName, update.Key, update.Update!)
        {
            Condition = update.Condition,
            ReturnItemOnConditionCheckFailure = update.ReturnItem,
        },
        DeleteOperation { Condition: { } condition, ReturnValues: ReturnValues.AllOld } check => new TransactConditionCheck(tableName, check.Key)
        {
            Condition = condition,
            ReturnItemOnConditionCheckFailure = check.ReturnItem,
        },
        DeleteOperation delete =>
            new TransactDelete(tableName, delete.Key) { Condition = delete.Condition, ReturnItemOnConditionCheckFailure = delete.ReturnItem },
        _ => throw new ArgumentException("Not a write of one item.", nameof(action)),
    };
}
