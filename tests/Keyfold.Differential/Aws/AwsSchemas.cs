using Amazon.DynamoDBv2;
using Keyfold.Items;
using Keyfold.Schema;
using Projection = Keyfold.Schema.Projection;
using ProjectionType = Keyfold.Schema.ProjectionType;
using ProvisionedThroughput = Keyfold.Schema.ProvisionedThroughput;
using Sdk = Amazon.DynamoDBv2.Model;
using StreamViewType = Keyfold.Schema.StreamViewType;
using TableClass = Keyfold.Schema.TableClass;

namespace Keyfold.Differential.Aws;

/// <summary>The SDK's table descriptions as schemas.</summary>
internal static class AwsSchemas
{
    /// <summary>The schema of a table; local indexes first, since a description has two lists.</summary>
    public static TableSchema FromAws(Sdk.TableDescription table)
    {
        Dictionary<string, AttributeType> types = table.AttributeDefinitions.ToDictionary(
            definition => definition.AttributeName,
            definition => definition.AttributeType.Value switch { "S" => AttributeType.String, "N" => AttributeType.Number, _ => AttributeType.Binary });
        IEnumerable<SecondaryIndex> locals = (table.LocalSecondaryIndexes ?? []).Select(index =>
            new SecondaryIndex(index.IndexName, SecondaryIndexKind.Local, FromAws(index.KeySchema, types), FromAws(index.Projection)));
        IEnumerable<SecondaryIndex> globals = (table.GlobalSecondaryIndexes ?? []).Select(index =>
            new SecondaryIndex(index.IndexName, SecondaryIndexKind.Global, FromAws(index.KeySchema, types), FromAws(index.Projection))
            {
                Throughput = FromAws(index.ProvisionedThroughput),
            });
        return new TableSchema(table.TableName, FromAws(table.KeySchema, types), Sequence.From(locals.Concat(globals)))
        {
            Throughput = FromAws(table.ProvisionedThroughput),
            Stream = table.StreamSpecification is { StreamEnabled: true } stream ? FromAws(stream.StreamViewType) : null,
            IsDeletionProtected = table.DeletionProtectionEnabled ?? false,
            TableClass = table.TableClassSummary?.TableClass == Amazon.DynamoDBv2.TableClass.STANDARD_INFREQUENT_ACCESS
                ? TableClass.StandardInfrequentAccess
                : TableClass.Standard,
            Encryption = table.SSEDescription is { } encryption ? new TableEncryption(encryption.KMSMasterKeyArn) : null,
        };
    }

    private static KeySchema FromAws(List<Sdk.KeySchemaElement> key, Dictionary<string, AttributeType> types) =>
        new(FromAws(key.Where(element => element.KeyType == KeyType.HASH), types), FromAws(key.Where(element => element.KeyType == KeyType.RANGE), types));

    // the attributes of an index that is being deleted are defined no more
    private static Sequence<KeyAttribute> FromAws(IEnumerable<Sdk.KeySchemaElement> elements, Dictionary<string, AttributeType> types) =>
        Sequence.From(
            elements.Select(element => new KeyAttribute(element.AttributeName, types.GetValueOrDefault(element.AttributeName, AttributeType.String))));

    private static Projection FromAws(Sdk.Projection projection) => new(
        projection.ProjectionType.Value switch { "ALL" => ProjectionType.All, "KEYS_ONLY" => ProjectionType.KeysOnly, _ => ProjectionType.Include },
        Sequence.From(projection.NonKeyAttributes ?? []));

    private static ProvisionedThroughput? FromAws(Sdk.ProvisionedThroughputDescription? throughput) =>
        throughput is null or { ReadCapacityUnits: null or 0 }
            ? null
            : new ProvisionedThroughput(throughput.ReadCapacityUnits.Value, throughput.WriteCapacityUnits ?? 0);

    private static StreamViewType FromAws(Amazon.DynamoDBv2.StreamViewType viewType) => viewType.Value switch
    {
        "KEYS_ONLY" => StreamViewType.KeysOnly,
        "NEW_IMAGE" => StreamViewType.NewImage,
        "OLD_IMAGE" => StreamViewType.OldImage,
        _ => StreamViewType.NewAndOldImages,
    };
}
