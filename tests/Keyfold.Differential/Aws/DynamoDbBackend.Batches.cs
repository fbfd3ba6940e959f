using Keyfold.Items;
using Keyfold.Storage;
using Sdk = Amazon.DynamoDBv2.Model;

namespace Keyfold.Differential.Aws;

/// <content>Batches and transactions.</content>
internal sealed partial class DynamoDbBackend
{
    public ValueTask<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        Sdk.BatchGetItemResponse response = await client.BatchGetItemAsync(
            new Sdk.BatchGetItemRequest
            {
                RequestItems = request.Tables.ToDictionary(reads => reads.TableName, ToAws, StringComparer.Ordinal),
                ReturnConsumedCapacity = AwsCapacity.ToAws(request.ReturnConsumedCapacity),
            },
            cancellationToken);
        return new BatchGetItemResponse
        {
            Tables = [.. request.Tables.Select(reads => new BatchGetResult(reads.TableName, Encode(response.Responses[reads.TableName])!))],
            UnprocessedKeys = [.. request.Tables.Select(reads => Unprocessed(reads, response)).OfType<BatchGetTable>()],
            ConsumedCapacity = AwsCapacity.FromAws(response.ConsumedCapacity),
        };
    });

    // the suites use up no capacity, so that nothing is unprocessed
    public ValueTask<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        Sdk.BatchWriteItemResponse response = await client.BatchWriteItemAsync(
            new Sdk.BatchWriteItemRequest
            {
                RequestItems = request.Tables.ToDictionary(
                    writes => writes.TableName,
                    writes => writes.Writes.Select(write => ToAws(writes.TableName, write)).ToList(),
                    StringComparer.Ordinal),
                ReturnConsumedCapacity = AwsCapacity.ToAws(request.ReturnConsumedCapacity),
            },
            cancellationToken);
        Assert.Empty(response.UnprocessedItems);
        return new BatchWriteItemResponse { UnprocessedItems = [], ConsumedCapacity = AwsCapacity.FromAws(response.ConsumedCapacity) };
    });

    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        Sdk.TransactGetItemsResponse response = await client.TransactGetItemsAsync(
            new Sdk.TransactGetItemsRequest
            {
                TransactItems = [.. request.Gets.Select(ToAws)],
                ReturnConsumedCapacity = AwsCapacity.ToAws(request.ReturnConsumedCapacity),
            },
            cancellationToken);
        return new TransactGetItemsResponse
        {
            Items = [.. response.Responses.Select(found => AwsItems.Encode(found.Item))],
            ConsumedCapacity = AwsCapacity.FromAws(response.ConsumedCapacity),
        };
    });

    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        Sdk.TransactWriteItemsResponse response = await client.TransactWriteItemsAsync(
            new Sdk.TransactWriteItemsRequest
            {
                TransactItems = [.. request.Actions.Select(ToAws)],
                ClientRequestToken = request.ClientRequestToken,
                ReturnConsumedCapacity = AwsCapacity.ToAws(request.ReturnConsumedCapacity),
            },
            cancellationToken);
        return new TransactWriteItemsResponse { ConsumedCapacity = AwsCapacity.FromAws(response.ConsumedCapacity) };
    });

    private BatchGetTable? Unprocessed(BatchGetTable reads, Sdk.BatchGetItemResponse response)
    {
        HashSet<Item> rest = [.. response.UnprocessedKeys.GetValueOrDefault(reads.TableName)?.Keys.Select(AwsItems.FromAws) ?? []];
        return rest.Count == 0 ? null : reads with { Keys = [.. reads.Keys.Where(key => rest.Contains(AwsItems.FromAws(KeyOf(reads.TableName, key))))] };
    }

    private Sdk.KeysAndAttributes ToAws(BatchGetTable reads)
    {
        ExpressionTexts texts = new();
        return new Sdk.KeysAndAttributes
        {
            Keys = [.. reads.Keys.Select(key => KeyOf(reads.TableName, key))],
            ConsistentRead = reads.ConsistentRead,
            ProjectionExpression = texts.Print(reads.Projection),
            ExpressionAttributeNames = texts.Names,
        };
    }

    private Sdk.WriteRequest ToAws(string tableName, BatchWrite write) => write.IsPut
        ? new Sdk.WriteRequest(new Sdk.PutRequest(AwsItems.ToAws(write.Item)))
        : new Sdk.WriteRequest(new Sdk.DeleteRequest(KeyOf(tableName, write.Key)));

    private Sdk.TransactGetItem ToAws(TransactGet get)
    {
        ExpressionTexts texts = new();
        return new Sdk.TransactGetItem
        {
            Get = new Sdk.Get
            {
                TableName = get.TableName,
                Key = KeyOf(get.TableName, get.Key),
                ProjectionExpression = texts.Print(get.Projection),
                ExpressionAttributeNames = texts.Names,
            },
        };
    }

    private Sdk.TransactWriteItem ToAws(TransactWriteAction action)
    {
        ExpressionTexts texts = new();
        string? update = texts.Print((action as TransactUpdate)?.Update);
        string? condition = texts.Print(action.Condition);
        string? onFailure = OnFailure(action.ReturnItemOnConditionCheckFailure);
        return action switch
        {
            TransactPut put => new Sdk.TransactWriteItem
            {
                Put = new Sdk.Put
                {
                    TableName = action.TableName,
                    Item = AwsItems.ToAws(put.Item),
                    ConditionExpression = condition,
                    ExpressionAttributeNames = texts.Names,
                    ExpressionAttributeValues = texts.Values,
                    ReturnValuesOnConditionCheckFailure = onFailure,
                },
            },
            TransactUpdate changed => new Sdk.TransactWriteItem
            {
                Update = new Sdk.Update
                {
                    TableName = action.TableName,
                    Key = KeyOf(action.TableName, changed.Key),
                    UpdateExpression = update,
                    ConditionExpression = condition,
                    ExpressionAttributeNames = texts.Names,
                    ExpressionAttributeValues = texts.Values,
                    ReturnValuesOnConditionCheckFailure = onFailure,
                },
            },
            TransactDelete delete => new Sdk.TransactWriteItem
            {
                Delete = new Sdk.Delete
                {
                    TableName = action.TableName,
                    Key = KeyOf(action.TableName, delete.Key),
                    ConditionExpression = condition,
                    ExpressionAttributeNames = texts.Names,
                    ExpressionAttributeValues = texts.Values,
                    ReturnValuesOnConditionCheckFailure = onFailure,
                },
            },
            _ => new Sdk.TransactWriteItem
            {
                ConditionCheck = new Sdk.ConditionCheck
                {
                    TableName = action.TableName,
                    Key = KeyOf(action.TableName, ((TransactConditionCheck)action).Key),
                    ConditionExpression = condition,
                    ExpressionAttributeNames = texts.Names,
                    ExpressionAttributeValues = texts.Values,
                    ReturnValuesOnConditionCheckFailure = onFailure,
                },
            },
        };
    }
}
