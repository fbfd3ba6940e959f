using System.Text;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>A request's key as an item.</summary>
internal static class KeyDecoding
{
    /// <summary>Names the values of a key by a table's schema.</summary>
    /// <exception cref="StorageException">The key has more or fewer attributes than the schema, or others.</exception>
    public static Item ToItem(ItemKey key, KeySchema schema)
    {
        if (key.IsNone || key.HasSort != schema.HasSort)
        {
            throw StorageErrors.KeySchemaMismatch();
        }

        Item item = [(schema.Partition[0].Name, Value(key.PartitionType, key.PartitionBytes))];
        return key.HasSort ? item.With(schema.Sort[0].Name, Value(key.SortType, key.SortBytes)) : item;
    }

    private static AttributeValue Value(KeyPartType type, ReadOnlySpan<byte> bytes) => type switch
    {
        KeyPartType.String => Encoding.UTF8.GetString(bytes),
        KeyPartType.Binary => AttributeValue.Binary(bytes.ToArray()),
        KeyPartType.Number when KeyNumber.TryDecode(bytes, out Number number, out _) => number,
        _ => throw StorageErrors.KeySchemaMismatch(),
    };
}
