using Keyfold.Storage;
using Sdk = Amazon.DynamoDBv2.Model;

namespace Keyfold.Differential.Aws;

/// <summary>Capacity and item collections of the SDK's responses.</summary>
internal static class AwsCapacity
{
    public static string? ToAws(ReturnConsumedCapacity level) => level switch
    {
        ReturnConsumedCapacity.None => null,
        ReturnConsumedCapacity.Total => "TOTAL",
        _ => "INDEXES",
    };

    public static ConsumedCapacity? FromAws(Sdk.ConsumedCapacity? capacity) => capacity is null
        ? null
        : new ConsumedCapacity(capacity.TableName, capacity.CapacityUnits ?? 0)
        {
            ReadCapacityUnits = capacity.ReadCapacityUnits,
            WriteCapacityUnits = capacity.WriteCapacityUnits,
            TableCapacityUnits = capacity.Table?.CapacityUnits,
            LocalSecondaryIndexes = Shares(capacity.LocalSecondaryIndexes),
            GlobalSecondaryIndexes = Shares(capacity.GlobalSecondaryIndexes),
        };

    public static Sequence<ConsumedCapacity> FromAws(List<Sdk.ConsumedCapacity>? capacity) =>
        Sequence.From((capacity ?? []).Select(FromAws).OfType<ConsumedCapacity>());

    public static ItemCollectionMetrics? FromAws(Sdk.ItemCollectionMetrics? metrics) => metrics is null
        ? null
        : new ItemCollectionMetrics(AwsItems.FromAws(metrics.ItemCollectionKey)[0].Value, metrics.SizeEstimateRangeGB[0], metrics.SizeEstimateRangeGB[1]);

    private static Sequence<IndexCapacity> Shares(Dictionary<string, Sdk.Capacity>? shares) =>
        Sequence.From(
            (shares ?? []).OrderBy(share => share.Key, StringComparer.Ordinal).Select(share => new IndexCapacity(share.Key, share.Value.CapacityUnits ?? 0)));
}
