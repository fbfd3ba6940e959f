using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;
using Sdk = Amazon.DynamoDBv2.Model;

namespace Keyfold.Aws.Tables;

/// <summary>Tables as the SDK describes them.</summary>
internal static class SchemaFromSdk
{
    public static TableDescription ToDescription(Sdk.TableDescription table)
    {
        Dictionary<string, AttributeType> types = (table.AttributeDefinitions ?? []).ToDictionary(
            attribute => attribute.AttributeName, attribute => ToType(attribute.AttributeType.Value), StringComparer.Ordinal);
        List<SecondaryIndex> indexes =
        [
            .. (table.LocalSecondaryIndexes ?? []).Select(index => new SecondaryIndex(
                index.IndexName, SecondaryIndexKind.Local, ToKey(index.KeySchema, types), ToProjection(index.Projection))),
            .. (table.GlobalSecondaryIndexes ?? []).Select(index => new SecondaryIndex(
                index.IndexName, SecondaryIndexKind.Global, ToKey(index.KeySchema, types), ToProjection(index.Projection))
            {
                Throughput = ToThroughput(index.ProvisionedThroughput),
                OnDemandThroughput = ToOnDemand(index.OnDemandThroughput),
            }),
        ];
        var schema = new TableSchema(table.TableName, ToKey(table.KeySchema, types), Sequence.From(indexes))
        {
            Throughput = ToThroughput(table.ProvisionedThroughput),
            OnDemandThroughput = ToOnDemand(table.OnDemandThroughput),
            IsDeletionProtected = table.DeletionProtectionEnabled ?? false,
            TableClass = table.TableClassSummary?.TableClass?.Value == "STANDARD_INFREQUENT_ACCESS" ? TableClass.StandardInfrequentAccess : TableClass.Standard,
            Encryption = table.SSEDescription is { KMSMasterKeyArn: { } keyArn } ? new TableEncryption(keyArn) : null,
            Stream = table.StreamSpecification is { StreamEnabled: true, StreamViewType: { } view } ? ToView(view.Value) : null,
        };
        return new TableDescription(
            schema,
            // states such as ARCHIVING take no schema change, as updating ones do not
            Enum.TryParse(table.TableStatus?.Value, ignoreCase: true, out TableStatus status) ? status : TableStatus.Updating,
            ToTime(table.CreationDateTime) ?? default,
            table.ItemCount ?? 0,
            table.TableSizeBytes ?? 0,
            ToIndexes(table))
        {
            Arn = table.TableArn ?? "",
            Id = table.TableId,
            LatestStreamLabel = table.LatestStreamLabel,
            OnDemandSince = ToTime(table.BillingModeSummary?.LastUpdateToPayPerRequestDateTime),
            TableClassChangedAt = ToTime(table.TableClassSummary?.LastUpdateDateTime),
            ThroughputHistory = ToHistory(table.ProvisionedThroughput),
        };
    }

    public static TimeToLiveDescription ToDescription(Sdk.TimeToLiveDescription description) => new(
        Enum.TryParse(description.TimeToLiveStatus?.Value, ignoreCase: true, out TimeToLiveStatus status) ? status : TimeToLiveStatus.Disabled,
        description.AttributeName);

    private static Sequence<IndexDescription> ToIndexes(Sdk.TableDescription table) =>
    [
        .. (table.LocalSecondaryIndexes ?? []).Select(index => new IndexDescription(index.IndexName, index.ItemCount ?? 0, index.IndexSizeBytes ?? 0)),
        .. (table.GlobalSecondaryIndexes ?? []).Select(index => new IndexDescription(index.IndexName, index.ItemCount ?? 0, index.IndexSizeBytes ?? 0)
        {
            Status = Enum.TryParse(index.IndexStatus?.Value, ignoreCase: true, out IndexStatus status) ? status : IndexStatus.Updating,
            IsBackfilling = index.Backfilling ?? false,
            ThroughputHistory = ToHistory(index.ProvisionedThroughput),
        }),
    ];

    private static DateTimeOffset? ToTime(DateTime? time) => time is { } known ? new DateTimeOffset(known.ToUniversalTime()) : null;

    private static ThroughputHistory? ToHistory(Sdk.ProvisionedThroughputDescription? throughput) =>
        throughput is { LastIncreaseDateTime: null, LastDecreaseDateTime: null } or null
            ? null
            : new ThroughputHistory(
                ToTime(throughput.LastIncreaseDateTime), ToTime(throughput.LastDecreaseDateTime), (int)(throughput.NumberOfDecreasesToday ?? 0));

    private static OnDemandThroughput? ToOnDemand(Sdk.OnDemandThroughput? throughput) =>
        throughput is null ? null : new OnDemandThroughput(throughput.MaxReadRequestUnits, throughput.MaxWriteRequestUnits);

    private static KeySchema ToKey(List<Sdk.KeySchemaElement> elements, Dictionary<string, AttributeType> types) => new(
        Sequence.From(elements.Where(element => element.KeyType == Amazon.DynamoDBv2.KeyType.HASH).Select(element => ToAttribute(element, types))),
        Sequence.From(elements.Where(element => element.KeyType == Amazon.DynamoDBv2.KeyType.RANGE).Select(element => ToAttribute(element, types))));

    private static KeyAttribute ToAttribute(Sdk.KeySchemaElement element, Dictionary<string, AttributeType> types) =>
        new(element.AttributeName, types.GetValueOrDefault(element.AttributeName, AttributeType.String));

    private static Projection ToProjection(Sdk.Projection? projection) => projection?.ProjectionType?.Value switch
    {
        "KEYS_ONLY" => Projection.KeysOnly,
        "INCLUDE" => new Projection(ProjectionType.Include, Sequence.From(projection.NonKeyAttributes ?? [])),
        _ => Projection.All,
    };

    private static ProvisionedThroughput? ToThroughput(Sdk.ProvisionedThroughputDescription? throughput) =>
        throughput is { ReadCapacityUnits: > 0, WriteCapacityUnits: > 0 }
            ? new ProvisionedThroughput(throughput.ReadCapacityUnits.Value, throughput.WriteCapacityUnits.Value)
            : null;

    private static AttributeType ToType(string tag) => tag switch
    {
        "N" => AttributeType.Number,
        "B" => AttributeType.Binary,
        _ => AttributeType.String,
    };

    private static StreamViewType ToView(string view) => view switch
    {
        "KEYS_ONLY" => StreamViewType.KeysOnly,
        "NEW_IMAGE" => StreamViewType.NewImage,
        "OLD_IMAGE" => StreamViewType.OldImage,
        _ => StreamViewType.NewAndOldImages,
    };
}
