using Keyfold.Engine.Keys;
using Keyfold.Engine.Tables;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>The key of a table's item, out of a request: checked, then written as key bytes.</summary>
internal static class ItemKeys
{
    /// <summary>Checks the key of a request against the table's schema.</summary>
    public static void Check(Table table, ItemKey key)
    {
        KeyPart partition = table.Key.Partition[0];
        KeyPart? sort = table.Key.Sort.Length == 0 ? null : table.Key.Sort[0];
        if (key.PartitionType != partition.PartType || key.SortType != (sort?.PartType ?? KeyPartType.None))
        {
            throw StorageErrors.KeySchemaMismatch();
        }

        CheckLength(partition, key.PartitionBytes, isPartition: true);
        if (sort is not null)
        {
            CheckLength(sort, key.SortBytes, isPartition: false);
        }
    }

    /// <summary>Adds a request's key, which has been checked, to an arena.</summary>
    public static KeySlice Write(ItemKey key, KeyArena arena, out ulong hash)
    {
        hash = KeyHash.Compute(key.PartitionBytes);
        arena.Begin();
        arena.Append(KeyLayout.BytesOf(key));
        return arena.End();
    }

    /// <summary>Checks the key attributes of an item to put, and writes them to an arena.</summary>
    public static KeySlice Write(Table table, EncodedItem item, KeyArena arena, out ulong hash)
    {
        KeyPart partition = table.Key.Partition[0];
        KeyPart? sort = table.Key.Sort.Length == 0 ? null : table.Key.Sort[0];
        Find(item, partition, sort, out EncodedValue partitionValue, out EncodedValue sortValue);

        arena.Begin();
        int place = arena.BeginLength();
        partition.AppendPlain(Require(partition, partitionValue, isPartition: true), arena);
        arena.EndLength(place);
        hash = KeyHash.Compute(arena.Since(place));
        sort?.AppendPlain(Require(sort, sortValue, isPartition: false), arena);
        return arena.End();
    }

    private static void Find(EncodedItem item, KeyPart partition, KeyPart? sort, out EncodedValue partitionValue, out EncodedValue sortValue)
    {
        if (sort is not null)
        {
            item.Attributes.FindBoth(partition.Utf8Name, sort.Utf8Name, out partitionValue, out sortValue);
            return;
        }

        sortValue = default;
        item.TryFind(partition.Utf8Name, out partitionValue);
    }

    private static KeyValue Require(KeyPart part, EncodedValue value, bool isPartition)
    {
        if (value.IsMissing)
        {
            throw StorageErrors.KeyMissing(part.Name);
        }

        KeyValue key = KeyValue.Of(value);
        return part.Check(key) switch
        {
            KeyFault.None => key,
            KeyFault.Type => throw StorageErrors.KeyTypeMismatch(part.Name, part.Type.Tag(), value.Type.Tag()),
            KeyFault.Empty => throw StorageErrors.KeyEmptyInItem(part.Name, part.IsBinary),
            _ => throw TooLong(isPartition),
        };
    }

    private static void CheckLength(KeyPart part, ReadOnlySpan<byte> bytes, bool isPartition)
    {
        if (part.Type == AttributeType.Number)
        {
            return;
        }

        switch (part.CheckLength(bytes.Length))
        {
            case KeyFault.Empty:
                throw StorageErrors.KeyEmpty(part.Name, part.IsBinary);
            case KeyFault.Length:
                throw TooLong(isPartition);
            default:
                break;
        }
    }

    private static StorageException TooLong(bool isPartition) =>
        isPartition ? StorageErrors.PartitionKeyTooLong() : StorageErrors.SortKeyTooLong();
}
