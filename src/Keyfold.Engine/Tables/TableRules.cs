using System.Globalization;
using System.Text;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables;

/// <summary>What CreateTable demands of a schema: first of the names and figures, then of the table's key, then of each index, local ones first.</summary>
internal static class TableRules
{
    public static void Check(TableSchema schema)
    {
        CheckTableName(schema.Name);
        CheckThroughput(schema.Throughput, "provisionedThroughput");
        CheckAttributes(schema);
        CheckKey(schema.Key, "keySchema", eachMax: 1);
        CheckIndexes(schema, SecondaryIndexKind.Local, "localSecondaryIndexes");
        CheckIndexes(schema, SecondaryIndexKind.Global, "globalSecondaryIndexes");
        CheckTogether(schema);
    }

    private static void CheckTableName(string name)
    {
        if (name.Length is < Limits.TableNameCharactersMin or > Limits.TableNameCharactersMax)
        {
            throw StorageErrors.TableNameLength();
        }

        CheckCharacters(name, "tableName");
    }

    private static void CheckIndexName(string name, string member)
    {
        if (name.Length is < Limits.TableNameCharactersMin or > Limits.TableNameCharactersMax)
        {
            bool isShort = name.Length < Limits.TableNameCharactersMin;
            throw StorageErrors.NameLength(name, member, isShort ? "greater than or equal to 3" : "less than or equal to 255");
        }

        CheckCharacters(name, member);
    }

    private static void CheckCharacters(string name, string member)
    {
        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-' or '.'))
            {
                throw StorageErrors.NameCharacters(name, member);
            }
        }
    }

    /// <summary>Checks every key attribute's name and type, and that no two keys give one name different types.</summary>
    private static void CheckAttributes(TableSchema schema)
    {
        Dictionary<string, AttributeType> types = new(StringComparer.Ordinal);
        CheckAttributes(schema.Key, types);
        foreach (SecondaryIndex index in schema.Indexes)
        {
            CheckAttributes(index.Key, types);
        }
    }

    private static void CheckAttributes(KeySchema key, Dictionary<string, AttributeType> types)
    {
        foreach (KeyAttribute attribute in (KeyAttribute[])[.. key.Partition, .. key.Sort])
        {
            int bytes = Encoding.UTF8.GetByteCount(attribute.Name);
            if (bytes is 0 or > Limits.KeyAttributeNameBytesMax)
            {
                string rule = bytes == 0 ? "greater than or equal to 1" : "less than or equal to 255";
                throw StorageErrors.NameLength(attribute.Name, "attributeDefinitions.1.member.attributeName", rule);
            }

            if (!attribute.Type.IsOrdered())
            {
                throw StorageErrors.KeyAttributeType(attribute.Type.Tag());
            }

            if (!types.TryAdd(attribute.Name, attribute.Type) && types[attribute.Name] != attribute.Type)
            {
                throw StorageErrors.AttributeDefinedTwice(attribute.Name);
            }
        }
    }

    private static void CheckKey(KeySchema key, string member, int eachMax)
    {
        if (key.Partition.Count == 0)
        {
            throw StorageErrors.FirstKeyNotHash();
        }

        if (eachMax == 1 && key.Partition.Count == 2 && key.Sort.Count == 0)
        {
            throw StorageErrors.SecondKeyNotRange();
        }

        if (key.Partition.Count > eachMax || key.Sort.Count > eachMax)
        {
            throw StorageErrors.KeySchemaTooLong(member, 2 * eachMax);
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (KeyAttribute attribute in (KeyAttribute[])[.. key.Partition, .. key.Sort])
        {
            if (!names.Add(attribute.Name))
            {
                throw StorageErrors.KeyNameTwice();
            }
        }
    }

    private static void CheckIndexes(TableSchema schema, SecondaryIndexKind kind, string list)
    {
        int position = 0;
        foreach (SecondaryIndex index in schema.Indexes)
        {
            if (index.Kind != kind)
            {
                continue;
            }

            string member = string.Create(CultureInfo.InvariantCulture, $"{list}.{++position}.member");
            CheckIndexName(index.Name, $"{member}.indexName");
            CheckKey(index.Key, $"{member}.keySchema", kind == SecondaryIndexKind.Local ? 1 : Limits.IndexKeyAttributesMax);
            if (kind == SecondaryIndexKind.Local)
            {
                CheckLocalKey(index, schema.Key);
            }
            else
            {
                CheckIndexThroughput(index, schema, $"{member}.provisionedThroughput");
            }

            CheckProjection(index.Projection);
        }
    }

    private static void CheckLocalKey(SecondaryIndex index, KeySchema tableKey)
    {
        if (!tableKey.HasSort)
        {
            throw StorageErrors.LocalIndexNeedsTableSortKey();
        }

        if (!index.Key.HasSort)
        {
            throw StorageErrors.LocalIndexNeedsSortKey(index.Name);
        }

        if (index.Key.Partition[0] != tableKey.Partition[0])
        {
            throw StorageErrors.LocalIndexPartitionKey(index.Name, index.Key.Partition[0].Name, tableKey.Partition[0].Name);
        }
    }

    private static void CheckProjection(Projection projection)
    {
        bool names = projection.NonKeyAttributes.Count > 0;
        if (projection.Type == ProjectionType.Include != names)
        {
            throw projection.Type switch
            {
                ProjectionType.Include => StorageErrors.ProjectedAttributesMissing(),
                ProjectionType.All => StorageErrors.ProjectedAttributesNotAllowed("ALL"),
                _ => StorageErrors.ProjectedAttributesNotAllowed("KEYS_ONLY"),
            };
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in projection.NonKeyAttributes)
        {
            if (!seen.Add(name))
            {
                throw StorageErrors.ProjectedAttributeTwice(name);
            }
        }
    }

    private static void CheckIndexThroughput(SecondaryIndex index, TableSchema schema, string member)
    {
        CheckThroughput(index.Throughput, member);
        if (schema.Throughput is null != index.Throughput is null)
        {
            throw schema.Throughput is null
                ? StorageErrors.IndexThroughputNotAllowed(index.Name)
                : StorageErrors.IndexThroughputMissing(index.Name);
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

    /// <summary>Checks what concerns all indexes together.</summary>
    private static void CheckTogether(TableSchema schema)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        int locals = 0;
        int projected = 0;
        foreach (SecondaryIndex index in schema.Indexes)
        {
            if (!names.Add(index.Name))
            {
                throw StorageErrors.IndexNameTwice(index.Name);
            }

            locals += index.Kind == SecondaryIndexKind.Local ? 1 : 0;
            projected += index.Projection.NonKeyAttributes.Count;
        }

        if (locals > Limits.LocalSecondaryIndexesMax)
        {
            throw StorageErrors.LocalIndexesTooMany();
        }

        if (schema.Indexes.Count - locals > Limits.GlobalSecondaryIndexesMax)
        {
            throw StorageErrors.GlobalIndexesTooMany();
        }

        if (projected > Limits.ProjectedAttributesMax)
        {
            throw StorageErrors.ProjectedAttributesTooMany();
        }
    }
}
