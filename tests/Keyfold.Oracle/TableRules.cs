using System.Globalization;
using System.Text;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>What CreateTable refuses, in the order in which it looks.</summary>
internal static class TableRules
{
    public static void Check(TableSchema schema)
    {
        CheckNames(schema);
        CheckAttributes(schema);
        CheckThroughput(schema);
        CheckKey(schema.Key, "keySchema", isTable: true);
        foreach (SecondaryIndex index in schema.Indexes.OrderByDescending(index => index.Kind))
        {
            CheckIndex(index, schema);
        }

        CheckIndexes(schema);
    }

    private static void CheckNames(TableSchema schema)
    {
        if (schema.Name.Length is < Limits.TableNameCharactersMin or > Limits.TableNameCharactersMax)
        {
            throw StorageErrors.TableNameLength();
        }

        CheckCharacters(schema.Name, "tableName");
        foreach ((SecondaryIndex index, string member) in Members(schema))
        {
            string nameMember = $"{member}.indexName";
            if (index.Name.Length < Limits.TableNameCharactersMin)
            {
                throw StorageErrors.NameLength(index.Name, nameMember, "greater than or equal to 3");
            }

            if (index.Name.Length > Limits.TableNameCharactersMax)
            {
                throw StorageErrors.NameLength(index.Name, nameMember, "less than or equal to 255");
            }

            CheckCharacters(index.Name, nameMember);
        }
    }

    private static void CheckCharacters(string name, string member)
    {
        if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.'))
        {
            throw StorageErrors.NameCharacters(name, member);
        }
    }

    private static void CheckAttributes(TableSchema schema)
    {
        IEnumerable<KeyAttribute> attributes = schema.Indexes.Select(index => index.Key).Prepend(schema.Key).SelectMany(key => key.Partition.Concat(key.Sort));
        Dictionary<string, AttributeType> types = new(StringComparer.Ordinal);
        foreach (KeyAttribute attribute in attributes)
        {
            int length = Encoding.UTF8.GetByteCount(attribute.Name);
            if (length is 0 or > Limits.KeyAttributeNameBytesMax)
            {
                string rule = length == 0 ? "greater than or equal to 1" : "less than or equal to 255";
                throw StorageErrors.NameLength(attribute.Name, "attributeDefinitions.1.member.attributeName", rule);
            }

            if (!attribute.Type.IsOrdered())
            {
                throw StorageErrors.KeyAttributeType(attribute.Type.Tag());
            }

            if (types.TryGetValue(attribute.Name, out AttributeType type) && type != attribute.Type)
            {
                throw StorageErrors.AttributeDefinedTwice(attribute.Name);
            }

            types[attribute.Name] = attribute.Type;
        }
    }

    private static void CheckThroughput(TableSchema schema)
    {
        CheckThroughput(schema.Throughput, "provisionedThroughput");
        foreach ((SecondaryIndex index, string member) in Members(schema).Where(index => index.Index.Kind == SecondaryIndexKind.Global))
        {
            CheckThroughput(index.Throughput, $"{member}.provisionedThroughput");
            if (schema.Throughput is null && index.Throughput is not null)
            {
                throw StorageErrors.IndexThroughputNotAllowed(index.Name);
            }

            if (schema.Throughput is not null && index.Throughput is null)
            {
                throw StorageErrors.IndexThroughputMissing(index.Name);
            }
        }
    }

    private static void CheckThroughput(ProvisionedThroughput? throughput, string member)
    {
        if (throughput?.ReadCapacityUnits < 1)
        {
            throw StorageErrors.ThroughputTooSmall(throughput.ReadCapacityUnits, $"{member}.readCapacityUnits");
        }

        if (throughput?.WriteCapacityUnits < 1)
        {
            throw StorageErrors.ThroughputTooSmall(throughput.WriteCapacityUnits, $"{member}.writeCapacityUnits");
        }
    }

    // a table and a local index have one partition key attribute and at most one sort key attribute, a global index up to four of each
    private static void CheckKey(KeySchema key, string member, bool isTable)
    {
        int each = isTable ? 1 : Limits.IndexKeyAttributesMax;
        if (key.Partition.Count == 0)
        {
            throw StorageErrors.FirstKeyNotHash();
        }

        if (key.Partition.Count + key.Sort.Count > 2 * each || key.Sort.Count > each)
        {
            throw StorageErrors.KeySchemaTooLong(member, 2 * each);
        }

        if (key.Partition.Count > each)
        {
            throw isTable ? StorageErrors.SecondKeyNotRange() : StorageErrors.KeySchemaTooLong(member, 2 * each);
        }

        if (key.Partition.Concat(key.Sort).DistinctBy(attribute => attribute.Name, StringComparer.Ordinal).Count() < key.Partition.Count + key.Sort.Count)
        {
            throw StorageErrors.KeyNameTwice();
        }
    }

    private static void CheckIndex(SecondaryIndex index, TableSchema schema)
    {
        bool isLocal = index.Kind == SecondaryIndexKind.Local;
        CheckKey(index.Key, Members(schema).First(other => ReferenceEquals(other.Index, index)).Member + ".keySchema", isLocal);
        if (isLocal)
        {
            CheckLocalKey(index, schema);
        }

        CheckProjection(index.Projection);
    }

    private static void CheckLocalKey(SecondaryIndex index, TableSchema schema)
    {
        if (!schema.Key.HasSort)
        {
            throw StorageErrors.LocalIndexNeedsTableSortKey();
        }

        if (!index.Key.HasSort)
        {
            throw StorageErrors.LocalIndexNeedsSortKey(index.Name);
        }

        string tableKey = schema.Key.Partition[0].Name;
        string indexKey = index.Key.Partition[0].Name;
        if (!string.Equals(tableKey, indexKey, StringComparison.Ordinal))
        {
            throw StorageErrors.LocalIndexPartitionKey(index.Name, indexKey, tableKey);
        }
    }

    private static void CheckProjection(Projection projection)
    {
        Sequence<string> names = projection.NonKeyAttributes;
        if (projection.Type == ProjectionType.Include && names.Count == 0)
        {
            throw StorageErrors.ProjectedAttributesMissing();
        }

        if (projection.Type != ProjectionType.Include && names.Count > 0)
        {
            throw StorageErrors.ProjectedAttributesNotAllowed(projection.Type == ProjectionType.All ? "ALL" : "KEYS_ONLY");
        }

        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(name => name.Count() > 1) is { } twice)
        {
            throw StorageErrors.ProjectedAttributeTwice(twice.Key);
        }
    }

    private static void CheckIndexes(TableSchema schema)
    {
        if (schema.Indexes.GroupBy(index => index.Name, StringComparer.Ordinal).FirstOrDefault(name => name.Count() > 1) is { } twice)
        {
            throw StorageErrors.IndexNameTwice(twice.Key);
        }

        if (schema.Indexes.Count(index => index.Kind == SecondaryIndexKind.Local) > Limits.LocalSecondaryIndexesMax)
        {
            throw StorageErrors.LocalIndexesTooMany();
        }

        if (schema.Indexes.Count(index => index.Kind == SecondaryIndexKind.Global) > Limits.GlobalSecondaryIndexesMax)
        {
            throw StorageErrors.GlobalIndexesTooMany();
        }

        if (schema.Indexes.Sum(index => index.Projection.NonKeyAttributes.Count) > Limits.ProjectedAttributesMax)
        {
            throw StorageErrors.ProjectedAttributesTooMany();
        }
    }

    /// <summary>Each index with its place in the request.</summary>
    private static IEnumerable<(SecondaryIndex Index, string Member)> Members(TableSchema schema)
    {
        Dictionary<SecondaryIndexKind, int> positions = [];
        foreach (SecondaryIndex index in schema.Indexes.ToArray())
        {
            int position = positions[index.Kind] = positions.GetValueOrDefault(index.Kind) + 1;
            string list = index.Kind == SecondaryIndexKind.Local ? "localSecondaryIndexes" : "globalSecondaryIndexes";
            yield return (index, string.Create(CultureInfo.InvariantCulture, $"{list}.{position}.member"));
        }
    }
}
