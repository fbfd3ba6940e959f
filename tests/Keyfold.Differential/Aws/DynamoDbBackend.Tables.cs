using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Specification;
using Keyfold.Storage;
using BillingMode = Keyfold.Schema.BillingMode;
using Sdk = Amazon.DynamoDBv2.Model;
using StreamViewType = Keyfold.Schema.StreamViewType;
using TableClass = Keyfold.Schema.TableClass;
using TableStatus = Keyfold.Storage.TableStatus;
using TimeToLiveStatus = Keyfold.Storage.TimeToLiveStatus;

namespace Keyfold.Differential.Aws;

/// <content>Tables.</content>
internal sealed partial class DynamoDbBackend
{
    private static readonly TimeSpan StatusInterval = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, TableSchema> _schemas = new(StringComparer.Ordinal);

    public ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        List<Sdk.LocalSecondaryIndex> locals = [.. schema.Indexes.Where(index => index.Kind == SecondaryIndexKind.Local).Select(index => new Sdk.LocalSecondaryIndex
        {
            IndexName = index.Name,
            KeySchema = ToAws(index.Key),
            Projection = ToAws(index.Projection),
        })];
        List<Sdk.GlobalSecondaryIndex> globals = [.. schema.Indexes.Where(index => index.Kind == SecondaryIndexKind.Global).Select(index => new Sdk.GlobalSecondaryIndex
        {
            IndexName = index.Name,
            KeySchema = ToAws(index.Key),
            Projection = ToAws(index.Projection),
            ProvisionedThroughput = ToAws(index.Throughput),
        })];
        await client.CreateTableAsync(
            new Sdk.CreateTableRequest
            {
                TableName = schema.Name,
                AttributeDefinitions = ToDefinitions(schema.Indexes.Select(index => index.Key).Prepend(schema.Key)),
                KeySchema = ToAws(schema.Key),
                LocalSecondaryIndexes = locals.Count == 0 ? null : locals,
                GlobalSecondaryIndexes = globals.Count == 0 ? null : globals,
                BillingMode = ToAws(schema.BillingMode),
                ProvisionedThroughput = ToAws(schema.Throughput),
                StreamSpecification = schema.Stream is null ? null : ToAws(new StreamUpdate(schema.Stream)),
                DeletionProtectionEnabled = schema.IsDeletionProtected ? true : null,
            },
            cancellationToken);
        _schemas[schema.Name] = schema;
        return await DescribeWhenActive(schema.Name, cancellationToken);
    });

    public ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        AwsErrors.Translate(() => Describe(tableName, cancellationToken));

    public ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
        Describe((await client.DeleteTableAsync(tableName, cancellationToken)).TableDescription));

    public ValueTask<TableDescription> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        await client.UpdateTableAsync(
            new Sdk.UpdateTableRequest
            {
                TableName = request.TableName,
                BillingMode = request.BillingMode is { } mode ? ToAws(mode) : null,
                ProvisionedThroughput = ToAws(request.Throughput),
                StreamSpecification = request.Stream is null ? null : ToAws(request.Stream),
                DeletionProtectionEnabled = request.IsDeletionProtected,
                TableClass = request.TableClass switch
                {
                    null => null,
                    TableClass.Standard => Amazon.DynamoDBv2.TableClass.STANDARD,
                    _ => Amazon.DynamoDBv2.TableClass.STANDARD_INFREQUENT_ACCESS,
                },
                SSESpecification = request.Encryption is null ? null : ToAws(request.Encryption),
                AttributeDefinitions = request.Indexes.OfType<CreateIndex>().Any()
                    ? ToDefinitions(request.Indexes.OfType<CreateIndex>().Select(create => create.Index.Key))
                    : null,
                GlobalSecondaryIndexUpdates = request.Indexes.Count == 0 ? null : [.. request.Indexes.Select(ToAws)],
            },
            cancellationToken);
        return await DescribeWhenActive(request.TableName, cancellationToken);
    });

    public ValueTask<TimeToLiveDescription> DescribeTimeToLiveAsync(string tableName, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        Sdk.TimeToLiveDescription description = (await client.DescribeTimeToLiveAsync(tableName, cancellationToken)).TimeToLiveDescription;
        return new TimeToLiveDescription(Enum.Parse<TimeToLiveStatus>(description.TimeToLiveStatus.Value, ignoreCase: true), description.AttributeName);
    });

    public ValueTask<TimeToLiveDescription> UpdateTimeToLiveAsync(
        string tableName, string attributeName, bool enabled, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
    {
        Sdk.TimeToLiveSpecification specification = new() { AttributeName = attributeName, Enabled = enabled };
        await client.UpdateTimeToLiveAsync(
            new Sdk.UpdateTimeToLiveRequest { TableName = tableName, TimeToLiveSpecification = specification }, cancellationToken);
        return new TimeToLiveDescription(enabled ? TimeToLiveStatus.Enabled : TimeToLiveStatus.Disabled, enabled ? attributeName : null);
    });

    public ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default) => AwsErrors.Translate<IReadOnlyList<string>>(async () =>
    {
        List<string> names = [];
        string? last = null;
        do
        {
            Sdk.ListTablesResponse page = await client.ListTablesAsync(new Sdk.ListTablesRequest { ExclusiveStartTableName = last }, cancellationToken);
            names.AddRange(page.TableNames);
            last = page.LastEvaluatedTableName;
        }
        while (last is not null);
        return names;
    });

    private static List<Sdk.AttributeDefinition> ToDefinitions(IEnumerable<KeySchema> keys) =>
        [.. keys.SelectMany(key => key.Partition.Concat(key.Sort)).Distinct().Select(attribute => new Sdk.AttributeDefinition(attribute.Name, attribute.Type.Tag()))];

    private static Amazon.DynamoDBv2.BillingMode ToAws(BillingMode mode) =>
        mode == BillingMode.OnDemand ? Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST : Amazon.DynamoDBv2.BillingMode.PROVISIONED;

    private static Sdk.StreamSpecification ToAws(StreamUpdate stream) => new()
    {
        StreamEnabled = stream.ViewType is not null,
        StreamViewType = stream.ViewType switch
        {
            null => null,
            StreamViewType.KeysOnly => Amazon.DynamoDBv2.StreamViewType.KEYS_ONLY,
            StreamViewType.NewImage => Amazon.DynamoDBv2.StreamViewType.NEW_IMAGE,
            StreamViewType.OldImage => Amazon.DynamoDBv2.StreamViewType.OLD_IMAGE,
            _ => Amazon.DynamoDBv2.StreamViewType.NEW_AND_OLD_IMAGES,
        },
    };

    private static Sdk.SSESpecification ToAws(EncryptionUpdate update) => update.Encryption is null
        ? new Sdk.SSESpecification { Enabled = false }
        : new Sdk.SSESpecification { Enabled = true, SSEType = SSEType.KMS, KMSMasterKeyId = update.Encryption.KeyId };

    private static Sdk.GlobalSecondaryIndexUpdate ToAws(IndexUpdate update) => update switch
    {
        CreateIndex create => new Sdk.GlobalSecondaryIndexUpdate
        {
            Create = new Sdk.CreateGlobalSecondaryIndexAction
            {
                IndexName = create.IndexName,
                KeySchema = ToAws(create.Index.Key),
                Projection = ToAws(create.Index.Projection),
                ProvisionedThroughput = ToAws(create.Index.Throughput),
            },
        },
        DeleteIndex => new Sdk.GlobalSecondaryIndexUpdate { Delete = new Sdk.DeleteGlobalSecondaryIndexAction { IndexName = update.IndexName } },
        _ => new Sdk.GlobalSecondaryIndexUpdate
        {
            Update = new Sdk.UpdateGlobalSecondaryIndexAction { IndexName = update.IndexName, ProvisionedThroughput = ToAws(((UpdateIndex)update).Throughput) },
        },
    };

    private static List<Sdk.KeySchemaElement> ToAws(KeySchema key) =>
    [
        .. key.Partition.Select(attribute => new Sdk.KeySchemaElement(attribute.Name, KeyType.HASH)),
        .. key.Sort.Select(attribute => new Sdk.KeySchemaElement(attribute.Name, KeyType.RANGE)),
    ];

    private static Sdk.Projection ToAws(Projection projection) => new()
    {
        ProjectionType = projection.Type switch
        {
            Schema.ProjectionType.All => Amazon.DynamoDBv2.ProjectionType.ALL,
            Schema.ProjectionType.KeysOnly => Amazon.DynamoDBv2.ProjectionType.KEYS_ONLY,
            _ => Amazon.DynamoDBv2.ProjectionType.INCLUDE,
        },
        NonKeyAttributes = projection.NonKeyAttributes.Count == 0 ? null : [.. projection.NonKeyAttributes],
    };

    private static Sdk.ProvisionedThroughput? ToAws(ProvisionedThroughput? throughput) =>
        throughput is null ? null : new Sdk.ProvisionedThroughput(throughput.ReadCapacityUnits, throughput.WriteCapacityUnits);

    private async Task<TableDescription> DescribeWhenActive(string tableName, CancellationToken cancellationToken)
    {
        TableDescription description = await Describe(tableName, cancellationToken);
        while (description.Status is TableStatus.Creating or TableStatus.Updating || description.Indexes.Any(index => index.Status != Storage.IndexStatus.Active))
        {
            await Task.Delay(StatusInterval, cancellationToken);
            description = await Describe(tableName, cancellationToken);
        }

        return description;
    }

    private async Task<TableDescription> Describe(string tableName, CancellationToken cancellationToken) =>
        Describe((await client.DescribeTableAsync(tableName, cancellationToken)).Table);

    private TableDescription Describe(Sdk.TableDescription table)
    {
        if (table.KeySchema is { Count: > 0 })
        {
            _schemas[table.TableName] = AwsSchemas.FromAws(table);
        }

        TableSchema schema = _schemas.GetValueOrDefault(table.TableName, SharedTables.Plain with { Name = table.TableName });
        TableStatus status = Enum.Parse<TableStatus>(table.TableStatus.Value, ignoreCase: true);
        DateTimeOffset createdAt = table.CreationDateTime is { } created ? new DateTimeOffset(created) : default;
        return new TableDescription(
            schema, status, createdAt, table.ItemCount ?? 0, table.TableSizeBytes ?? 0, [.. schema.Indexes.Select(index => Describe(index, table))])
        {
            Arn = table.TableArn,
            LatestStreamLabel = table.LatestStreamLabel,
        };
    }

    private static IndexDescription Describe(SecondaryIndex index, Sdk.TableDescription table)
    {
        Sdk.GlobalSecondaryIndexDescription? global = table.GlobalSecondaryIndexes?.Find(other => other.IndexName == index.Name);
        Sdk.LocalSecondaryIndexDescription? local = table.LocalSecondaryIndexes?.Find(other => other.IndexName == index.Name);
        return new IndexDescription(index.Name, global?.ItemCount ?? local?.ItemCount ?? 0, global?.IndexSizeBytes ?? local?.IndexSizeBytes ?? 0)
        {
            Status = global is null ? Storage.IndexStatus.Active : Enum.Parse<Storage.IndexStatus>(global.IndexStatus.Value, ignoreCase: true),
        };
    }
}
