using Amazon.DynamoDBv2;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Specification;
using Keyfold.Storage;
using Sdk = Amazon.DynamoDBv2.Model;

namespace Keyfold.Differential.Aws;

/// <summary>
/// A DynamoDB endpoint behind the storage contract, by the AWS SDK and as thin as can be: requests are copied field by field, and the
/// service judges them. It knows the schemas of the tables that it created, to name the attributes of a key.
/// </summary>
internal sealed partial class DynamoDbBackend(AmazonDynamoDBClient client) : IStorageBackend, ITableAdministration
{
    public ItemEncoding Encoding => ItemEncoding.Binary;

    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        ExpressionTexts texts = new();
        Sdk.GetItemResponse response = await client.GetItemAsync(
            new Sdk.GetItemRequest
            {
                TableName = request.TableName,
                Key = KeyOf(request.TableName, request.Key),
                ConsistentRead = request.ConsistentRead,
                ProjectionExpression = texts.Print(request.Projection),
                ExpressionAttributeNames = texts.Names,
                ReturnConsumedCapacity = AwsCapacity.ToAws(request.ReturnConsumedCapacity),
            },
            cancellationToken);
        return new GetItemResponse { Item = AwsItems.Encode(response.Item), ConsumedCapacity = AwsCapacity.FromAws(response.ConsumedCapacity) };
    });

    public ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        ExpressionTexts texts = new();
        Sdk.PutItemResponse response = await client.PutItemAsync(
            new Sdk.PutItemRequest
            {
                TableName = request.TableName,
                Item = AwsItems.ToAws(request.Item),
                ConditionExpression = texts.Print(request.Condition),
                ExpressionAttributeNames = texts.Names,
                ExpressionAttributeValues = texts.Values,
                ReturnValues = ToAws(request.ReturnValues),
                ReturnValuesOnConditionCheckFailure = OnFailure(request.ReturnItemOnConditionCheckFailure),
                ReturnConsumedCapacity = AwsCapacity.ToAws(request.ReturnConsumedCapacity),
                ReturnItemCollectionMetrics = request.ReturnItemCollectionMetrics ? "SIZE" : null,
            },
            cancellationToken);
        return new PutItemResponse
        {
            Attributes = AwsItems.Encode(response.Attributes),
            ConsumedCapacity = AwsCapacity.FromAws(response.ConsumedCapacity),
            ItemCollectionMetrics = AwsCapacity.FromAws(response.ItemCollectionMetrics),
        };
    });

    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        ExpressionTexts texts = new();
        Sdk.UpdateItemResponse response = await client.UpdateItemAsync(
            new Sdk.UpdateItemRequest
            {
                TableName = request.TableName,
                Key = KeyOf(request.TableName, request.Key),
                UpdateExpression = texts.Print(request.Update),
                ConditionExpression = texts.Print(request.Condition),
                ExpressionAttributeNames = texts.Names,
                ExpressionAttributeValues = texts.Values,
                ReturnValues = ToAws(request.ReturnValues),
                ReturnValuesOnConditionCheckFailure = OnFailure(request.ReturnItemOnConditionCheckFailure),
                ReturnConsumedCapacity = AwsCapacity.ToAws(request.ReturnConsumedCapacity),
                ReturnItemCollectionMetrics = request.ReturnItemCollectionMetrics ? "SIZE" : null,
            },
            cancellationToken);
        return new UpdateItemResponse
        {
            Attributes = AwsItems.Encode(response.Attributes),
            ConsumedCapacity = AwsCapacity.FromAws(response.ConsumedCapacity),
            ItemCollectionMetrics = AwsCapacity.FromAws(response.ItemCollectionMetrics),
        };
    });

    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        ExpressionTexts texts = new();
        Sdk.DeleteItemResponse response = await client.DeleteItemAsync(
            new Sdk.DeleteItemRequest
            {
                TableName = request.TableName,
                Key = KeyOf(request.TableName, request.Key),
                ConditionExpression = texts.Print(request.Condition),
                ExpressionAttributeNames = texts.Names,
                ExpressionAttributeValues = texts.Values,
                ReturnValues = ToAws(request.ReturnValues),
                ReturnValuesOnConditionCheckFailure = OnFailure(request.ReturnItemOnConditionCheckFailure),
                ReturnConsumedCapacity = AwsCapacity.ToAws(request.ReturnConsumedCapacity),
                ReturnItemCollectionMetrics = request.ReturnItemCollectionMetrics ? "SIZE" : null,
            },
            cancellationToken);
        return new DeleteItemResponse
        {
            Attributes = AwsItems.Encode(response.Attributes),
            ConsumedCapacity = AwsCapacity.FromAws(response.ConsumedCapacity),
            ItemCollectionMetrics = AwsCapacity.FromAws(response.ItemCollectionMetrics),
        };
    });

    private static string ToAws(ReturnValues returnValues) => returnValues switch
    {
        ReturnValues.None => "NONE",
        ReturnValues.AllOld => "ALL_OLD",
        ReturnValues.UpdatedOld => "UPDATED_OLD",
        ReturnValues.AllNew => "ALL_NEW",
        _ => "UPDATED_NEW",
    };

    private static string? OnFailure(bool returnsItem) => returnsItem ? "ALL_OLD" : null;

    private Dictionary<string, Sdk.AttributeValue> KeyOf(string tableName, ItemKey key) =>
        AwsItems.ToAws(key, _schemas.GetValueOrDefault(tableName, SharedTables.Plain).Key);
}
