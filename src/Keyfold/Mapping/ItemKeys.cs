using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;

namespace Keyfold.Mapping;

/// <summary>Takes the primary key out of an encoded item.</summary>
internal static class ItemKeys
{
    private const int StackBytes = 256;

    public static ItemKey Of(TableConnection connection, ReadOnlyMemory<byte> encoded)
    {
        Item item = ItemCodec.Decode(encoded.Span, connection.Backend.Encoding);
        KeySchema schema = connection.Schema.Key;
        var key = new KeyWriter(stackalloc byte[StackBytes]);
        key.Partition();
        key.Value(item[schema.Partition[0].Name]);
        if (schema.HasSort)
        {
            key.Sort();
            key.Value(item[schema.Sort[0].Name]);
        }

        ItemKey result = key.ToKey();
        key.Dispose();
        return result;
    }
}
