using System.Text;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables;

/// <summary>What CreateTable demands of a schema: of its names and figures, then of the table's key, then of its indexes.</summary>
internal static class TableRules
{
    public static void Check(TableSchema schema)
    {
        CheckTableName(schema.Name);
        CheckThroughput(schema.Throughput, "provisionedThroughput");
        CheckAttributes(schema);
        CheckKey(schema.Key, "keySchema", eachMax: 1);
        IndexRules.Check(schema);
    }

    private static void CheckTableName(string name)
    {
        if (name.Length is < Limits.TableNameCharactersMin or > Limits.TableNameCharactersMax)
        {
            throw StorageErrors.TableNameLength();
        }

        CheckCharacters(name, "tableName");
    }

    internal static void CheckCharacters(string name, string member)
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

    internal static void CheckKey(KeySchema key, string member, int eachMax)
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

    internal static void CheckThroughput(ProvisionedThroughput? throughput, string member)
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
}
