using Keyfold.Items;
using Keyfold.Storage;
using Sdk = Amazon.DynamoDBv2.Model;

namespace Keyfold.Differential.Aws;

/// <content>Query and Scan.</content>
internal sealed partial class DynamoDbBackend
{
    public ValueTask<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        ExpressionTexts texts = new();
        Sdk.QueryResponse response = await client.QueryAsync(
            new Sdk.QueryRequest
            {
                TableName = request.TableName,
                IndexName = request.IndexName,
                KeyConditionExpression = texts.Print(request.KeyCondition),
                FilterExpression = texts.Print(request.Filter),
                ProjectionExpression = texts.Print(request.Projection),
                ExpressionAttributeNames = texts.Names,
                ExpressionAttributeValues = texts.Values,
                Select = ToAws(request.Select),
                ScanIndexForward = !request.Descending,
                Limit = request.Limit,
                ExclusiveStartKey = ToAws(request.ExclusiveStartKey),
                ConsistentRead = request.ConsistentRead,
                ReturnConsumedCapacity = AwsCapacity.ToAws(request.ReturnConsumedCapacity),
            },
            cancellationToken);
        return new QueryResponse
        {
            Items = Encode(response.Items),
            Count = response.Count ?? 0,
            ScannedCount = response.ScannedCount ?? 0,
            LastEvaluatedKey = FromAws(response.LastEvaluatedKey),
            ConsumedCapacity = AwsCapacity.FromAws(response.ConsumedCapacity),
        };
    });

    public ValueTask<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        ExpressionTexts texts = new();
        Sdk.ScanResponse response = await client.ScanAsync(
            new Sdk.ScanRequest
            {
                TableName = request.TableName,
                IndexName = request.IndexName,
                FilterExpression = texts.Print(request.Filter),
                ProjectionExpression = texts.Print(request.Projection),
                ExpressionAttributeNames = texts.Names,
                ExpressionAttributeValues = texts.Values,
                Select = ToAws(request.Select),
                Limit = request.Limit,
                ExclusiveStartKey = ToAws(request.ExclusiveStartKey),
                Segment = request.Segment,
                TotalSegments = request.TotalSegments,
                ConsistentRead = request.ConsistentRead,
                ReturnConsumedCapacity = AwsCapacity.ToAws(request.ReturnConsumedCapacity),
            },
            cancellationToken);
        return new ScanResponse
        {
            Items = Encode(response.Items),
            Count = response.Count ?? 0,
            ScannedCount = response.ScannedCount ?? 0,
            LastEvaluatedKey = FromAws(response.LastEvaluatedKey),
            ConsumedCapacity = AwsCapacity.FromAws(response.ConsumedCapacity),
        };
    });

    private static string? ToAws(Select select) => select switch
    {
        Select.Default => null,
        Select.AllAttributes => "ALL_ATTRIBUTES",
        Select.AllProjectedAttributes => "ALL_PROJECTED_ATTRIBUTES",
        Select.SpecificAttributes => "SPECIFIC_ATTRIBUTES",
        _ => "COUNT",
    };

    private static Dictionary<string, Sdk.AttributeValue>? ToAws(Item? key) => key is null ? null : AwsItems.ToAws(key);

    private static Item? FromAws(Dictionary<string, Sdk.AttributeValue>? key) => key is null or { Count: 0 } ? null : AwsItems.FromAws(key);

    private static List<ReadOnlyMemory<byte>>? Encode(List<Dictionary<string, Sdk.AttributeValue>>? items) =>
        items is null ? null : [.. items.Select(AwsItems.Encode)];
}
