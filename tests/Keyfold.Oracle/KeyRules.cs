using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>What DynamoDB refuses of keys and of index key attributes.</summary>
internal static class KeyRules
{
    /// <summary>Checks the key and index key attributes of an item to put.</summary>
    public static void CheckItem(Item item, TableSchema schema)
    {
        foreach (KeyAttribute attribute in schema.Key.Partition.Concat(schema.Key.Sort))
        {
            if (!item.TryGet(attribute.Name, out AttributeValue value))
            {
                throw StorageErrors.KeyMissing(attribute.Name);
            }

            if (value.Type != attribute.Type)
            {
                throw StorageErrors.KeyTypeMismatch(attribute.Name, attribute.Type.Tag(), value.Type.Tag());
            }

            if (IsEmpty(value))
            {
                throw StorageErrors.KeyEmptyInItem(attribute.Name, value.Type == AttributeType.Binary);
            }

            CheckLengths(schema.Key, [(attribute.Name, value)]);
        }

        foreach (SecondaryIndex index in schema.Indexes)
        {
            CheckIndexKeys(item, index);
        }
    }

    /// <summary>Checks the key of a request.</summary>
    public static void CheckKey(Item key, KeySchema schema)
    {
        List<KeyAttribute> attributes = [.. schema.Partition, .. schema.Sort];
        if (key.Count != attributes.Count || attributes.Exists(attribute => !key.TryGet(attribute.Name, out AttributeValue value) || value.Type != attribute.Type))
        {
            throw StorageErrors.KeySchemaMismatch();
        }

        foreach (KeyAttribute attribute in attributes)
        {
            if (IsEmpty(key[attribute.Name]))
            {
                throw StorageErrors.KeyEmpty(attribute.Name, attribute.Type == AttributeType.Binary);
            }

            CheckLengths(schema, [(attribute.Name, key[attribute.Name])]);
        }
    }

    /// <summary>Checks the index key attributes of an update's result.</summary>
    public static void CheckUpdated(Item item, TableSchema schema)
    {
        foreach (SecondaryIndex index in schema.Indexes)
        {
            foreach (KeyAttribute attribute in index.Key.Partition.Concat(index.Key.Sort))
            {
                if (!item.TryGet(attribute.Name, out AttributeValue value))
                {
                    continue;
                }

                if (value.Type != attribute.Type)
                {
                    throw StorageErrors.IndexKeyTypeMismatchByUpdate();
                }

                if (IsEmpty(value))
                {
                    throw StorageErrors.IndexKeyEmptyByUpdate(value.Type == AttributeType.Binary);
                }

                if (Length(value) > (index.Key.Partition.Contains(attribute) ? Limits.PartitionKeyBytesMax : Limits.SortKeyBytesMax))
                {
                    throw StorageErrors.IndexKeyTooLongByUpdate();
                }
            }
        }
    }

    /// <summary>Checks that no path goes into a key attribute, which has no parts; the first key attribute that one goes into is reported.</summary>
    public static void CheckScalars(IEnumerable<DocumentPath> paths, TableSchema schema)
    {
        HashSet<string> nested = [.. paths.Where(path => !path.IsTopLevel).Select(path => path.AttributeName)];
        if (FirstIn(schema.Key, nested) is { } key)
        {
            throw StorageErrors.KeyPathNested(key);
        }

        // local indexes come before global ones
        if (schema.Indexes.OrderBy(index => index.Kind == SecondaryIndexKind.Global).Select(index => FirstIn(index.Key, nested)).FirstOrDefault(name => name is not null) is { } indexKey)
        {
            throw StorageErrors.IndexKeyPathNested(indexKey);
        }
    }

    /// <summary>The first attribute of a key that is among some names, or null.</summary>
    public static string? FirstIn(KeySchema key, IReadOnlySet<string> names) =>
        key.Partition.Concat(key.Sort).Select(attribute => attribute.Name).FirstOrDefault(names.Contains);

    public static bool IsEmpty(AttributeValue value) => value.Type is AttributeType.String or AttributeType.Binary && Length(value) == 0;

    /// <summary>Checks the lengths of the key attributes that an item has.</summary>
    public static void CheckLengths(KeySchema schema, Item item)
    {
        if (AreTooLong(schema.Partition, Limits.PartitionKeyBytesMax, item))
        {
            throw StorageErrors.PartitionKeyTooLong();
        }

        if (AreTooLong(schema.Sort, Limits.SortKeyBytesMax, item))
        {
            throw StorageErrors.SortKeyTooLong();
        }
    }

    /// <summary>Whether one of the attributes has more bytes in an item than a key may have.</summary>
    public static bool AreTooLong(Sequence<KeyAttribute> attributes, int bytesMax, Item item) =>
        attributes.Any(attribute => item.TryGet(attribute.Name, out AttributeValue value) && Length(value) > bytesMax);

    /// <summary>Whether an item has all attributes of a key, as a key can be.</summary>
    public static bool CanBeIn(KeySchema key, Item item) =>
        key.Partition.Concat(key.Sort)
            .All(attribute => item.TryGet(attribute.Name, out AttributeValue value) && value.Type == attribute.Type && !IsEmpty(value))
        && !AreTooLong(key.Partition, Limits.PartitionKeyBytesMax, item)
        && !AreTooLong(key.Sort, Limits.SortKeyBytesMax, item);

    private static void CheckIndexKeys(Item item, SecondaryIndex index)
    {
        foreach (KeyAttribute attribute in index.Key.Partition.Concat(index.Key.Sort))
        {
            if (!item.TryGet(attribute.Name, out AttributeValue value))
            {
                continue;
            }

            if (value.Type != attribute.Type)
            {
                throw StorageErrors.IndexKeyTypeMismatch(attribute.Name, attribute.Type.Tag(), value.Type.Tag(), index.Name);
            }

            if (IsEmpty(value))
            {
                throw StorageErrors.IndexKeyEmpty(attribute.Name, value.Type == AttributeType.Binary, index.Name);
            }

            CheckLengths(index.Key, [(attribute.Name, value)]);
        }
    }

    private static int Length(AttributeValue value) => value.Type is AttributeType.String or AttributeType.Binary ? Ordering.Bytes(value).Length : 0;
}
