using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Engine.Keys;

/// <summary>The key attributes of a request's key as an encoded item: what an update starts with where there is no item yet.</summary>
internal static class KeyItems
{
    public static byte[] Encode(KeyLayout layout, ItemKey key)
    {
        Item item = Item.Empty.With(layout.Partition[0].Name, layout.Partition[0].Read(key.PartitionBytes));
        if (key.HasSort)
        {
            item = item.With(layout.Sort[0].Name, layout.Sort[0].Read(key.SortBytes));
        }

        return ItemCodec.Encode(item, ItemEncoding.Binary);
    }
}
