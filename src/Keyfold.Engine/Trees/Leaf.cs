using System.Runtime.CompilerServices;

namespace Keyfold.Engine.Trees;

/// <summary>A leaf: the keys' items in the keys' order.</summary>
internal sealed class Leaf : Node
{
    /// <summary>
    /// Fewer than a branch's children: every put copies one leaf's items, and a new key its keys too. Over 100,000 entries 32 makes a put a few percent slower, and 16 gains nothing.
    /// </summary>
    private const int EntriesMax = 24;

    private Slots _slots;

    private Leaf(in NodeKeys keys, ReadOnlySpan<StoredItem> items, long bytes, object? owner)
        : base(keys, items.Length, owner)
    {
        items.CopyTo(_slots);
        Count = items.Length;
        Bytes = bytes;
    }

    public static Leaf Empty { get; } = new(NodeKeys.None, [], bytes: 0, owner: null);

    public ReadOnlySpan<StoredItem> Items => ((ReadOnlySpan<StoredItem>)_slots)[..Width];

    public override int WidthMax => EntriesMax;

    public override Grown Put(in TreeKey key, byte[]? keyArray, StoredItem item, object? owner)
    {
        int index = Keys.LowerBound(key, out bool found);
        return found ? new Grown(Replace(index, item, owner)) : Insert(index, key.Hash, keyArray ?? key.Bytes.ToArray(), item, owner);
    }

    public override Node Replace(in TreePlace place, int depth, StoredItem item) => Replace(place[depth], item, owner: null);

    public override Node Remove(in TreeKey key, object? owner)
    {
        int index = Keys.LowerBound(key, out bool found);
        Invariant.Holds(found);
        int size = Items[index].Size;
        Leaf leaf = OwnedBy(owner);
        leaf.SetKeys(Keys.Remove(index));
        Spliced.Remove<StoredItem>(leaf._slots, Width, index);
        leaf.Resize(Width - 1, Bytes - size);
        return leaf;
    }

    public override (Node? Below, Node? FromOn) Cut(in TreeKey key)
    {
        int index = Keys.LowerBound(key, out _);
        if (index == 0)
        {
            return (null, this);
        }

        return index == Width
            ? (this, null)
            : (Of(Keys.Slice(0, index), Items[..index], owner: null), Of(Keys.Slice(index, Width), Items[index..], owner: null));
    }

    public override Grown Join(Node right, ulong separatorHash, byte[] separatorKey, object? owner)
    {
        Leaf other = (Leaf)right;
        TwiceTheSlots items = default;
        Items.CopyTo(items);
        other.Items.CopyTo(items[Width..]);
        return Fitted(Keys.Append(other.Keys), items[..(Width + other.Width)], owner);
    }

    private Leaf Replace(int index, StoredItem item, object? owner)
    {
        int size = Items[index].Size;
        Leaf leaf = OwnedBy(owner);
        leaf._slots[index] = item;
        leaf.Bytes += item.Size - size;
        return leaf;
    }

    private Grown Insert(int index, ulong hash, byte[] key, StoredItem item, object? owner)
    {
        NodeKeys keys = Keys.Insert(index, hash, key);
        if (Width == EntriesMax)
        {
            TwiceTheSlots items = default;
            Items.CopyTo(items);
            Spliced.Insert(items, Width, index, item);
            return Fitted(keys, items[..(Width + 1)], owner);
        }

        Leaf leaf = OwnedBy(owner);
        leaf.SetKeys(keys);
        Spliced.Insert(leaf._slots, Width, index, item);
        leaf.Resize(Width + 1, Bytes + item.Size);
        return new Grown(leaf);
    }

    /// <summary>This leaf if the owner may change it; else a copy that the owner may.</summary>
    private Leaf OwnedBy(object? owner) => IsOwnedBy(owner) ? this : new Leaf(Keys, Items, Bytes, owner);

    private void Resize(int width, long bytes) => (Width, Count, Bytes) = (width, width, bytes);

    /// <summary>One leaf, or two where one would be too wide.</summary>
    private static Grown Fitted(in NodeKeys keys, ReadOnlySpan<StoredItem> items, object? owner)
    {
        if (items.Length <= EntriesMax)
        {
            return new Grown(Of(keys, items, owner));
        }

        int middle = items.Length / 2;
        return new Grown(
            Of(keys.Slice(0, middle), items[..middle], owner),
            keys.HashAt(middle),
            keys[middle],
            Of(keys.Slice(middle, items.Length), items[middle..], owner));
    }

    private static Leaf Of(in NodeKeys keys, ReadOnlySpan<StoredItem> items, object? owner)
    {
        long bytes = 0;
        foreach (ref readonly StoredItem item in items)
        {
            bytes += item.Size;
        }

        return new Leaf(keys, items, bytes, owner);
    }

    [InlineArray(EntriesMax)]
    private struct Slots
    {
        private StoredItem _first;
    }

    [InlineArray(2 * EntriesMax)]
    private struct TwiceTheSlots
    {
        private StoredItem _first;
    }
}
