using Amazon.DynamoDBv2;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;
using Sdk = Amazon.DynamoDBv2.Model;
using BillingMode = Keyfold.Schema.BillingMode;
using ProjectionType = Keyfold.Schema.ProjectionType;
using StreamViewType = Keyfold.Schema.StreamViewType;
using TableClass = Keyfold.Schema.TableClass;

namespace Keyfold.Aws.Tables;

/// <summary>Schemas as the SDK's requests have them.</summary>
internal static class SchemaToSdk
{
    public static Sdk.CreateTableRequest ToRequest(TableSchema schema) => new()
    {
        TableName = schema.Name,
        AttributeDefinitions = ToDefinitions(schema.Indexes.Select(index => index.Key).Prepend(schema.Key)),
        KeySchema = ToKey(schema.Key),
        LocalSecondaryIndexes = OrNull(schema.Indexes.Where(index => index.Kind == SecondaryIndexKind.Local).Select(ToLocal)),
        GlobalSecondaryIndexes = OrNull(schema.Indexes.Where(index => index.Kind == SecondaryIndexKind.Global).Select(ToGlobal)),
        BillingMode = ToMode(schema.BillingMode),
        ProvisionedThroughput = ToThroughput(schema.Throughput),
        OnDemandThroughput = ToOnDemand(schema.OnDemandThroughput),
        WarmThroughput = ToWarm(schema.WarmThroughput),
        StreamSpecification = schema.Stream is null ? null : ToStream(schema.Stream),
        SSESpecification = schema.Encryption is null ? null : ToEncryption(schema.Encryption),
        TableClass = schema.TableClass == TableClass.Standard ? null : ToClass(schema.TableClass),
        DeletionProtectionEnabled = schema.IsDeletionProtected ? true : null,
    };

    public static Sdk.UpdateTableRequest ToRequest(UpdateTableRequest request)
    {
        List<KeySchema> newKeys = [.. request.Indexes.OfType<CreateIndex>().Select(create => create.Index.Key)];
        return new Sdk.UpdateTableRequest
        {
            TableName = request.TableName,
            AttributeDefinitions = newKeys.Count == 0 ? null : ToDefinitions(newKeys),
            BillingMode = request.BillingMode is { } mode ? ToMode(mode) : null,
            ProvisionedThroughput = ToThroughput(request.Throughput),
            OnDemandThroughput = ToOnDemand(request.OnDemandThroughput),
            WarmThroughput = ToWarm(request.WarmThroughput),
            StreamSpecification = request.Stream is null ? null : ToStream(request.Stream.ViewType),
            DeletionProtectionEnabled = request.IsDeletionProtected,
            TableClass = request.TableClass is { } tableClass ? ToClass(tableClass) : null,
            SSESpecification = request.Encryption is null ? null : ToEncryption(request.Encryption.Encryption),
            GlobalSecondaryIndexUpdates = OrNull(request.Indexes.Select(ToIndexUpdate)),
        };
    }

    private static Sdk.GlobalSecondaryIndexUpdate ToIndexUpdate(IndexUpdate update) => update switch
    {
        CreateIndex { Index: { } index } => new Sdk.GlobalSecondaryIndexUpdate
        {
            Create = new Sdk.CreateGlobalSecondaryIndexAction
            {
                IndexName = index.Name,
                KeySchema = ToKey(index.Key),
                Projection = ToProjection(index.Projection),
                ProvisionedThroughput = ToThroughput(index.Throughput),
                OnDemandThroughput = ToOnDemand(index.OnDemandThroughput),
                WarmThroughput = ToWarm(index.WarmThroughput),
            },
        },
        UpdateIndex change => new Sdk.GlobalSecondaryIndexUpdate
        {
            Update = new Sdk.UpdateGlobalSecondaryIndexAction
            {
                IndexName = change.IndexName,
                ProvisionedThroughput = ToThroughput(change.Throughput),
                OnDemandThroughput = ToOnDemand(change.OnDemandThroughput),
                WarmThroughput = ToWarm(change.WarmThroughput),
            },
        },
        _ => new Sdk.GlobalSecondaryIndexUpdate { Delete = new Sdk.DeleteGlobalSecondaryIndexAction { IndexName = update.IndexName } },
    };

    private static List<Sdk.AttributeDefinition> ToDefinitions(IEnumerable<KeySchema> keys) =>
    [
        .. keys.SelectMany(key => key.Partition.Concat(key.Sort))
            .Distinct()
            .Select(attribute => new Sdk.AttributeDefinition(attribute.Name, attribute.Type.Tag())),
    ];

    private static List<Sdk.KeySchemaElement> ToKey(KeySchema key) =>
    [
        .. key.Partition.Select(attribute => new Sdk.KeySchemaElement(attribute.Name, KeyType.HASH)),
        .. key.Sort.Select(attribute => new Sdk.KeySchemaElement(attribute.Name, KeyType.RANGE)),
    ];

    private static Sdk.LocalSecondaryIndex ToLocal(SecondaryIndex index) => new()
    {
        IndexName = index.Name,
        KeySchema = ToKey(index.Key),
        Projection = ToProjection(index.Projection),
    };

    private static Sdk.GlobalSecondaryIndex ToGlobal(SecondaryIndex index) => new()
    {
        IndexName = index.Name,
        KeySchema = ToKey(index.Key),
        Projection = ToProjection(index.Projection),
        ProvisionedThroughput = ToThroughput(index.Throughput),
        OnDemandThroughput = ToOnDemand(index.OnDemandThroughput),
        WarmThroughput = ToWarm(index.WarmThroughput),
    };

    private static Sdk.Projection ToProjection(Projection projection) => new()
    {
        ProjectionType = projection.Type switch
        {
            ProjectionType.All => Amazon.DynamoDBv2.ProjectionType.ALL,
            ProjectionType.KeysOnly => Amazon.DynamoDBv2.ProjectionType.KEYS_ONLY,
            _ => Amazon.DynamoDBv2.ProjectionType.INCLUDE,
        },
        NonKeyAttributes = OrNull(projection.NonKeyAttributes),
    };

    private static Sdk.ProvisionedThroughput? ToThroughput(ProvisionedThroughput? throughput) =>
        throughput is null ? null : new Sdk.ProvisionedThroughput(throughput.ReadCapacityUnits, throughput.WriteCapacityUnits);

    private static Sdk.OnDemandThroughput? ToOnDemand(OnDemandThroughput? throughput) => throughput is null
        ? null
        : new Sdk.OnDemandThroughput { MaxReadRequestUnits = throughput.ReadRequestUnitsMax, MaxWriteRequestUnits = throughput.WriteRequestUnitsMax };

    private static Sdk.WarmThroughput? ToWarm(WarmThroughput? throughput) => throughput is null
        ? null
        : new Sdk.WarmThroughput { ReadUnitsPerSecond = throughput.ReadUnitsPerSecond, WriteUnitsPerSecond = throughput.WriteUnitsPerSecond };

    private static Amazon.DynamoDBv2.BillingMode ToMode(BillingMode mode) =>
        mode == BillingMode.OnDemand ? Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST : Amazon.DynamoDBv2.BillingMode.PROVISIONED;

    private static Amazon.DynamoDBv2.TableClass ToClass(TableClass tableClass) => tableClass == TableClass.Standard
        ? Amazon.DynamoDBv2.TableClass.STANDARD
        : Amazon.DynamoDBv2.TableClass.STANDARD_INFREQUENT_ACCESS;

    private static Sdk.SSESpecification ToEncryption(TableEncryption? encryption) => encryption is null
        ? new Sdk.SSESpecification { Enabled = false }
        : new Sdk.SSESpecification { Enabled = true, SSEType = SSEType.KMS, KMSMasterKeyId = encryption.KeyId };

    private static Sdk.StreamSpecification ToStream(StreamViewType? view) => new()
    {
        StreamEnabled = view is not null,
        StreamViewType = view switch
        {
            null => null,
            StreamViewType.KeysOnly => Amazon.DynamoDBv2.StreamViewType.KEYS_ONLY,
            StreamViewType.NewImage => Amazon.DynamoDBv2.StreamViewType.NEW_IMAGE,
            StreamViewType.OldImage => Amazon.DynamoDBv2.StreamViewType.OLD_IMAGE,
            _ => Amazon.DynamoDBv2.StreamViewType.NEW_AND_OLD_IMAGES,
        },
    };

    // an empty list is sent, and refused
    private static List<T>? OrNull<T>(IEnumerable<T> elements)
    {
        List<T> list = [.. elements];
        return list.Count == 0 ? null : list;
    }
}
