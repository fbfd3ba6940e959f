using Keyfold.Engine.Trees;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;

namespace Keyfold.Engine.Keys;

/// <summary>
/// How the key of a table or an index is laid out as key bytes: the length of the partition bytes (two bytes, high one first), these,
/// and the sort bytes. A table's key is as <see cref="ItemKey"/> has it, its values plain. An index's sort values are elements that end
/// by themselves, since the table's key follows and makes the entry unique.
/// </summary>
internal sealed class KeyLayout
{
    public KeyLayout(KeySchema schema)
    {
        Schema = schema;
        Partition = [.. schema.Partition.Select(attribute => new KeyPart(attribute, Limits.PartitionKeyBytesMax))];
        Sort = [.. schema.Sort.Select(attribute => new KeyPart(attribute, Limits.SortKeyBytesMax))];
        Parts = [.. Partition, .. Sort];
    }

    public KeySchema Schema { get; }

    public KeyPart[] Partition { get; }

    public KeyPart[] Sort { get; }

    /// <summary>Partition parts, then sort parts.</summary>
    public KeyPart[] Parts { get; }

    /// <summary>The place in a tree of a table of a request's key.</summary>
    public static TreeKey PlaceOf(ItemKey key) => new(KeyHash.Compute(key.PartitionBytes), BytesOf(key));

    /// <summary>A request's key as key bytes of a table: all of it but its types.</summary>
    public static ReadOnlySpan<byte> BytesOf(ItemKey key) => key.Bytes[2..];

    /// <summary>Whether an item has all attributes of the key, which makes it a member of an index with it.</summary>
    public bool IsIn(EncodedItem item)
    {
        foreach (KeyPart part in Parts)
        {
            if (!item.TryFind(part.Utf8Name, out _))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the attributes of an item, all of which it has, can be this key.</summary>
    public bool Fits(EncodedItem item)
    {
        foreach (KeyPart part in Parts)
        {
            if (part.Check(ValueOf(item, part)) != KeyFault.None)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Appends the partition part of an item that has been checked, and gives its hash.</summary>
    public ulong AppendPartition(EncodedItem item, KeyArena arena)
    {
        int place = arena.BeginLength();
        foreach (KeyPart part in Partition)
        {
            AppendPartition(part, ValueOf(item, part), arena);
        }

        arena.EndLength(place);
        return KeyHash.Compute(arena.Since(place));
    }

    /// <summary>Appends one value of the partition part.</summary>
    public void AppendPartition(KeyPart part, in KeyValue value, KeyArena arena)
    {
        if (Partition.Length == 1)
        {
            part.AppendPlain(value, arena);
        }
        else
        {
            part.AppendElement(value, arena);
        }
    }

    /// <summary>Appends the sort part of a table's item.</summary>
    public void AppendPlainSort(EncodedItem item, KeyArena arena)
    {
        foreach (KeyPart part in Sort)
        {
            part.AppendPlain(ValueOf(item, part), arena);
        }
    }

    /// <summary>Appends the sort part of an index's entry.</summary>
    public void AppendSortElements(EncodedItem item, KeyArena arena)
    {
        foreach (KeyPart part in Sort)
        {
            part.AppendElement(ValueOf(item, part), arena);
        }
    }

    private static KeyValue ValueOf(EncodedItem item, KeyPart part)
    {
        bool found = item.TryFind(part.Utf8Name, out EncodedValue value);
        Invariant.Holds(found);
        return KeyValue.Of(value);
    }
}
