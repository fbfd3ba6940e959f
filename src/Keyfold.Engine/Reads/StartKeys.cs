using Keyfold.Engine.Keys;
using Keyfold.Engine.Trees;
using Keyfold.Items;

namespace Keyfold.Engine.Reads;

/// <summary>Where a page ended, as the key attributes of table and index: what one page's response and the next one's request carry.</summary>
internal static class StartKeys
{
    /// <summary>The key attributes of an entry.</summary>
    public static Item Of(ReadSource source, StoredItem entry)
    {
        EncodedItem item = new(entry.Encoded);
        Item key = Item.Empty;
        foreach (KeyPart part in PartsOf(source))
        {
            bool found = item.TryFind(part.Utf8Name, out EncodedValue value);
            Invariant.Holds(found);
            key = key.With(part.Name, value.ToAttributeValue());
        }

        return key;
    }

    /// <summary>Whether a starting key has the key attributes of table and index and no others, none of them too long for a key.</summary>
    public static bool IsComplete(ReadSource source, Item key)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (KeyPart part in PartsOf(source))
        {
            if (!key.TryGet(part.Name, out AttributeValue value) || part.IsTooLong(value))
            {
                return false;
            }

            names.Add(part.Name);
        }

        return names.Count == key.Count;
    }

    /// <summary>Whether the values of a starting key have the types of the schema.</summary>
    public static bool HasTypes(ReadSource source, Item key)
    {
        foreach (KeyPart part in PartsOf(source))
        {
            if (key[part.Name].Type != part.Type)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<KeyPart> PartsOf(ReadSource source) =>
        source.Index is null ? source.Table.Key.Parts : source.Table.Key.Parts.Concat(source.Index.Key.Parts);
}
