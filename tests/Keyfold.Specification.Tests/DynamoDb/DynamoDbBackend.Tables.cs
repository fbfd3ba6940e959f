using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;
using Sdk = Amazon.DynamoDBv2.Model;
using TableStatus = Keyfold.Storage.TableStatus;

namespace Keyfold.Specification.Tests.DynamoDb;

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
                AttributeDefinitions = [.. Attributes(schema).Distinct().Select(attribute => new Sdk.AttributeDefinition(attribute.Name, attribute.Type.Tag()))],
                KeySchema = ToAws(schema.Key),
                LocalSecondaryIndexes = locals.Count == 0 ? null : locals,
                GlobalSecondaryIndexes = globals.Count == 0 ? null : globals,
                BillingMode = schema.Throughput is null ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED,
                ProvisionedThroughput = ToAws(schema.Throughput),
            },
            cancellationToken);
        _schemas[schema.Name] = schema;
        TableDescription description = await Describe(schema.Name, cancellationToken);
        while (description.Status == TableStatus.Creating)
        {
            await Task.Delay(StatusInterval, cancellationToken);
            description = await Describe(schema.Name, cancellationToken);
        }

        return description;
    });

    public ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        AwsErrors.Translate(() => Describe(tableName, cancellationToken));

    public ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) => AwsErrors.Translate(async () =>
        Describe((await client.DeleteTableAsync(tableName, cancellationToken)).TableDescription));

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

    private static IEnumerable<KeyAttribute> Attributes(TableSchema schema) =>
        schema.Indexes.Select(index => index.Key).Prepend(schema.Key).SelectMany(key => key.Partition.Concat(key.Sort));

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

    private async Task<TableDescription> Describe(string tableName, CancellationToken cancellationToken) =>
        Describe((await client.DescribeTableAsync(tableName, cancellationToken)).Table);

    private TableDescription Describe(Sdk.TableDescription table)
    {
        TableSchema schema = _schemas.GetValueOrDefault(table.TableName, SharedTables.Plain with { Name = table.TableName });
        TableStatus status = Enum.Parse<TableStatus>(table.TableStatus.Value, ignoreCase: true);
        DateTimeOffset createdAt = table.CreationDateTime is { } created ? new DateTimeOffset(created) : default;
        return new TableDescription(schema, status, createdAt, table.ItemCount ?? 0, table.TableSizeBytes ?? 0, [.. schema.Indexes.Select(index => Describe(index, table))]);
    }

    private static IndexDescription Describe(SecondaryIndex index, Sdk.TableDescription table)
    {
        Sdk.GlobalSecondaryIndexDescription? global = table.GlobalSecondaryIndexes?.Find(other => other.IndexName == index.Name);
        Sdk.LocalSecondaryIndexDescription? local = table.LocalSecondaryIndexes?.Find(other => other.IndexName == index.Name);
        return new IndexDescription(index.Name, global?.ItemCount ?? local?.ItemCount ?? 0, global?.IndexSizeBytes ?? local?.IndexSizeBytes ?? 0);
    }
}
