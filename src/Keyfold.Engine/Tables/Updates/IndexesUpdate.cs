using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Updates;

/// <summary>Adds and removes the definitions of global secondary indexes.</summary>
internal static class IndexesUpdate
{
    public static TableSchema Apply(TableSchema schema, Sequence<IndexUpdate> updates)
    {
        foreach (IndexUpdate update in updates)
        {
            schema = update switch
            {
                CreateIndex create => Add(schema, create.Index),
                DeleteIndex delete => Remove(schema, FindGlobal(schema, delete.IndexName, "delete")),
                _ => schema,
            };
        }

        return schema;
    }

    /// <summary>A global index that a change names.</summary>
    public static SecondaryIndex FindGlobal(TableSchema schema, string indexName, string verb)
    {
        SecondaryIndex index = schema.FindIndex(indexName) ?? throw StorageErrors.IndexMissing();
        return index.Kind == SecondaryIndexKind.Global ? index : throw StorageErrors.IndexIsLocal(indexName, verb);
    }

    private static TableSchema Add(TableSchema schema, SecondaryIndex index)
    {
        if (schema.FindIndex(index.Name) is not null)
        {
            throw StorageErrors.IndexExists();
        }

        foreach (KeyAttribute attribute in index.Key.Partition)
        {
            CheckType(schema, attribute, "HASH");
        }

        foreach (KeyAttribute attribute in index.Key.Sort)
        {
            CheckType(schema, attribute, "RANGE");
        }

        return schema with { Indexes = [.. schema.Indexes, index] };
    }

    private static TableSchema Remove(TableSchema schema, SecondaryIndex index) =>
        schema with { Indexes = Sequence.From(schema.Indexes.Where(other => other != index)) };

    private static void CheckType(TableSchema schema, KeyAttribute requested, string requestedKind)
    {
        foreach (KeySchema key in (KeySchema[])[schema.Key, .. schema.Indexes.Select(index => index.Key)])
        {
            CheckType(key.Partition, "HASH", requested, requestedKind);
            CheckType(key.Sort, "RANGE", requested, requestedKind);
        }
    }

    private static void CheckType(Sequence<KeyAttribute> existing, string existingKind, KeyAttribute requested, string requestedKind)
    {
        foreach (KeyAttribute attribute in existing)
        {
            if (string.Equals(attribute.Name, requested.Name, StringComparison.Ordinal) && attribute.Type != requested.Type)
            {
                throw StorageErrors.AttributeRedefined(attribute, existingKind, requested, requestedKind);
            }
        }
    }
}
