using System.Globalization;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables;

/// <summary>What CreateTable demands of indexes: of each by itself, local ones first, then of all together.</summary>
internal static class IndexRules
{
    public static void Check(TableSchema schema)
    {
        CheckIndexes(schema, SecondaryIndexKind.Local, "localSecondaryIndexes");
        CheckIndexes(schema, SecondaryIndexKind.Global, "globalSecondaryIndexes");
        CheckTogether(schema);
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
            TableRules.CheckKey(index.Key, $"{member}.keySchema", kind == SecondaryIndexKind.Local ? 1 : Limits.IndexKeyAttributesMax);
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
        TableRules.CheckThroughput(index.Throughput, member);
        if (schema.Throughput is null != index.Throughput is null)
        {
            throw schema.Throughput is null
                ? StorageErrors.IndexThroughputNotAllowed(index.Name)
                : StorageErrors.IndexThroughputMissing(index.Name);
        }
    }

    private static void CheckIndexName(string name, string member)
    {
        if (name.Length is < Limits.TableNameCharactersMin or > Limits.TableNameCharactersMax)
        {
            bool isShort = name.Length < Limits.TableNameCharactersMin;
            throw StorageErrors.NameLength(name, member, isShort ? "greater than or equal to 3" : "less than or equal to 255");
        }

        TableRules.CheckCharacters(name, member);
    }

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
