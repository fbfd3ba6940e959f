namespace Keyfold.Engine.Trees;

/// <summary>A leaf: the keys' items in the keys' order.</summary>
internal sealed class Leaf : Node
{
    /// <summary>
    /// Fewer than a branch's 64: every put copies one leaf's items, and a new key its keys too. Over 100,000 entries 32 makes a put a few percent slower, and 16 gains nothing.
    /// </summary>
    private const int EntriesMax = 24;

    public Leaf(in NodeKeys keys, StoredItem[] items, long bytes, object? owner)
        : base(keys, owner)
    {
        Items = items;
        Count = items.Length;
        Bytes = bytes;
    }

    public static Leaf Empty { get; } = new(NodeKeys.None, [], bytes: 0, owner: null);

    public StoredItem[] Items { get; private set; }

    public override int Width => Items.Length;

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
        return With(Keys.Remove(index), Spliced.Remove(Items, index), Bytes - Items[index].Size, owner);
    }

    public override (Node? Below, Node? FromOn) Cut(in TreeKey key)
    {
        int index = Keys.LowerBound(key, out _);
        if (index == 0)
        {
            return (null, this);
        }

        return index == Width ? (this, null) : (Slice(0, index, owner: null), Slice(index, Width, owner: null));
    }

    public override Grown Join(Node right, ulong separatorHash, byte[] separatorKey, object? owner)
    {
        Leaf other = (Leaf)right;
        Leaf joined = new(Keys.Append(other.Keys), [.. Items, .. other.Items], Bytes + other.Bytes, owner);
        return joined.Halve(owner);
    }

    private Leaf Replace(int index, StoredItem item, object? owner)
    {
        long bytes = Bytes - Items[index].Size + item.Size;
        if (!IsOwnedBy(owner))
        {
            return new Leaf(Keys, Spliced.Replace(Items, index, item), bytes, owner);
        }

        Items[index] = item;
        Bytes = bytes;
        return this;
    }

    private Grown Insert(int index, ulong hash, byte[] key, StoredItem item, object? owner) =>
        With(Keys.Insert(index, hash, key), Spliced.Insert(Items, index, item), Bytes + item.Size, owner).Halve(owner);

    private Leaf With(in NodeKeys keys, StoredItem[] items, long bytes, object? owner)
    {
        if (!IsOwnedBy(owner))
        {
            return new Leaf(keys, items, bytes, owner);
        }

        SetKeys(keys);
        (Items, Count, Bytes) = (items, items.Length, bytes);
        return this;
    }

    private Grown Halve(object? owner)
    {
        if (Width <= EntriesMax)
        {
            return new Grown(this);
        }

        int middle = Width / 2;
        return new Grown(Slice(0, middle, owner), Keys.HashAt(middle), Keys[middle], Slice(middle, Width, owner));
    }

    private Leaf Slice(int start, int end, object? owner)
    {
        StoredItem[] items = Items[start..end];
        long bytes = 0;
        foreach (ref readonly StoredItem item in items.AsSpan())
        {
            bytes += item.Size;
        }

        return new Leaf(Keys.Slice(start, end), items, bytes, owner);
    }
}
