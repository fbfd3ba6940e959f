using System.Globalization;

namespace Keyfold.Storage;

/// <content>What CreateTable refuses.</content>
public static partial class StorageErrors
{
    /// <summary>A table name outside <see cref="Limits.TableNameCharactersMin"/> to <see cref="Limits.TableNameCharactersMax"/> characters.</summary>
    public static StorageException TableNameLength() =>
        Validation("TableName must be at least 3 characters long and at most 255 characters long");

    /// <summary>A table or index name with a character that names may not have.</summary>
    /// <param name="name">The name.</param>
    /// <param name="member">The path of the member in the request, in lowerCamel case.</param>
    public static StorageException NameCharacters(string name, string member) =>
        Constraint(name, member, "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");

    /// <summary>An index name or key attribute name that is too short or too long.</summary>
    /// <param name="name">The name.</param>
    /// <param name="member">The path of the member in the request, in lowerCamel case.</param>
    /// <param name="rule">"greater than or equal to 3", for example.</param>
    public static StorageException NameLength(string name, string member, string rule) => Constraint(name, member, $"Member must have length {rule}");

    /// <summary>A key attribute of a type other than S, N and B.</summary>
    /// <param name="type">The type as DynamoDB writes it.</param>
    public static StorageException KeyAttributeType(string type) =>
        Constraint(type, "attributeDefinitions.1.member.attributeType", "Member must satisfy enum value set: [B, N, S]");

    /// <summary>One attribute with two types.</summary>
    public static StorageException AttributeDefinedTwice(string attributeName) =>
        InvalidParameter($"Duplicate AttributeName in AttributeDefinitions: {attributeName}");

    /// <summary>A provisioned capacity below 1.</summary>
    /// <param name="units">The units.</param>
    /// <param name="member">The path of the member in the request, in lowerCamel case.</param>
    public static StorageException ThroughputTooSmall(long units, string member) =>
        Constraint(units.ToString(CultureInfo.InvariantCulture), member, "Member must have value greater than or equal to 1");

    /// <summary>A provisioned index on an on-demand table.</summary>
    public static StorageException IndexThroughputNotAllowed(string indexName) =>
        InvalidParameter($"ProvisionedThroughput should not be specified for index: {indexName} when BillingMode is PAY_PER_REQUEST");

    /// <summary>A global secondary index of a provisioned table without its own capacity.</summary>
    public static StorageException IndexThroughputMissing(string indexName) =>
        InvalidParameter($"ProvisionedThroughput must be specified for index: {indexName}");

    /// <summary>A key without a partition key attribute.</summary>
    public static StorageException FirstKeyNotHash() => Validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");

    /// <summary>A table or local secondary index with a second partition key attribute.</summary>
    public static StorageException SecondKeyNotRange() => Validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");

    /// <summary>More key attributes than a table or index may have.</summary>
    /// <param name="member">The path of the member in the request, in lowerCamel case.</param>
    /// <param name="attributesMax">The number that is allowed.</param>
    public static StorageException KeySchemaTooLong(string member, int attributesMax) =>
        Constraint("[...]", member, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {attributesMax}"));

    /// <summary>One attribute twice in one key.</summary>
    public static StorageException KeyNameTwice() => Validation("Both the Hash Key and the Range Key element in the KeySchema have the same name");

    /// <summary>A local secondary index on a table without a sort key.</summary>
    public static StorageException LocalIndexNeedsTableSortKey() =>
        InvalidParameter("Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");

    /// <summary>A local secondary index without a sort key.</summary>
    public static StorageException LocalIndexNeedsSortKey(string indexName) =>
        InvalidParameter($"Index KeySchema does not have a range key for index: {indexName}");

    /// <summary>A local secondary index with another partition key than its table's.</summary>
    public static StorageException LocalIndexPartitionKey(string indexName, string indexKey, string tableKey) =>
        InvalidParameter($"Index KeySchema does not have the same leading hash key as table KeySchema for index: {indexName}. "
            + $"index hash key: {indexKey}, table hash key: {tableKey}");

    /// <summary>Named attributes with a projection other than INCLUDE.</summary>
    /// <param name="projectionType">ALL or KEYS_ONLY.</param>
    public static StorageException ProjectedAttributesNotAllowed(string projectionType) =>
        InvalidParameter($"ProjectionType is {projectionType}, but NonKeyAttributes is specified");

    /// <summary>INCLUDE without attributes.</summary>
    public static StorageException ProjectedAttributesMissing() =>
        InvalidParameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");

    /// <summary>One attribute twice in a projection.</summary>
    public static StorageException ProjectedAttributeTwice(string attributeName) =>
        InvalidParameter($"Duplicate attribute name in NonKeyAttributes: {attributeName}");

    /// <summary>More than <see cref="Limits.ProjectedAttributesMax"/> attributes in the projections of all indexes.</summary>
    public static StorageException ProjectedAttributesTooMany() =>
        InvalidParameter("Number of attributes in NonKeyAttributes of all indexes exceeds the limit of 100");

    /// <summary>Two indexes of one name.</summary>
    public static StorageException IndexNameTwice(string indexName) => InvalidParameter($"Duplicate index name: {indexName}");

    /// <summary>More than <see cref="Limits.LocalSecondaryIndexesMax"/> local secondary indexes.</summary>
    public static StorageException LocalIndexesTooMany() => InvalidParameter("Number of LocalSecondaryIndexes exceeds per-table limit of 5");

    /// <summary>More than <see cref="Limits.GlobalSecondaryIndexesMax"/> global secondary indexes.</summary>
    public static StorageException GlobalIndexesTooMany() => InvalidParameter("GlobalSecondaryIndex count exceeds the per-table limit of 20");
}
