using Keyfold.Engine.Keys;
using Keyfold.Engine.Tables;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Indexes;

/// <summary>
/// An item may lack the key attributes of an index, but those that it has must be able to be its keys: of the index's type, not empty
/// and not too long.
/// </summary>
internal static class IndexKeyRules
{
    /// <summary>Checks an item to put.</summary>
    public static void CheckPut(Table table, EncodedItem item)
    {
        foreach (TableIndex index in table.Indexes)
        {
            foreach (KeyPart part in index.Key.Parts)
            {
                if (item.TryFind(part.Utf8Name, out EncodedValue value))
                {
                    CheckPut(index, part, value);
                }
            }
        }
    }

    /// <summary>Checks what an update makes of an item.</summary>
    public static void CheckUpdate(Table table, EncodedItem item)
    {
        foreach (TableIndex index in table.Indexes)
        {
            foreach (KeyPart part in index.Key.Parts)
            {
                if (item.TryFind(part.Utf8Name, out EncodedValue value))
                {
                    CheckUpdate(part, value);
                }
            }
        }
    }

    private static void CheckPut(TableIndex index, KeyPart part, EncodedValue value)
    {
        switch (part.Check(KeyValue.Of(value)))
        {
            case KeyFault.Type:
                throw StorageErrors.IndexKeyTypeMismatch(part.Name, part.Type.Tag(), value.Type.Tag(), index.Name);
            case KeyFault.Empty:
                throw StorageErrors.IndexKeyEmpty(part.Name, part.IsBinary, index.Name);
            case KeyFault.Length:
                throw Array.IndexOf(index.Key.Partition, part) >= 0 ? StorageErrors.PartitionKeyTooLong() : StorageErrors.SortKeyTooLong();
            default:
                break;
        }
    }

    private static void CheckUpdate(KeyPart part, EncodedValue value)
    {
        switch (part.Check(KeyValue.Of(value)))
        {
            case KeyFault.Type:
                throw StorageErrors.IndexKeyTypeMismatchByUpdate();
            case KeyFault.Empty:
                throw StorageErrors.IndexKeyEmptyByUpdate(part.IsBinary);
            case KeyFault.Length:
                throw StorageErrors.IndexKeyTooLongByUpdate();
            default:
                break;
        }
    }
}
