namespace Keyfold.Engine.Trees;

/// <summary>A leaf: the keys' records in the keys' order.</summary>
internal sealed class Leaf : Node
{
    /// <summary>
    /// 32 and not 64 like a branch: every put copies one leaf, and a new key copies all three of its arrays. Over 100,000 entries a get
    /// costs the same with either, a put allocates 150 (replaced) to 600 (new) bytes less.
    /// </summary>
    private const int EntriesMax = 32;

    public Leaf(in NodeKeys keys, byte[][] records, long bytes, object? owner)
        : base(keys, owner)
    {
        Records = records;
        Count = records.Length;
        Bytes = bytes;
    }

    public static Leaf Empty { get; } = new(NodeKeys.None, [], bytes: 0, owner: null);

    public byte[][] Records { get; private set; }

    public override int Width => Records.Length;

    public override int WidthMax => EntriesMax;

    public override Grown Put(in TreeKey key, byte[]? keyArray, byte[] record, object? owner)
    {
        int index = Keys.LowerBound(key, out bool found);
        return found ? new Grown(Replace(index, record, owner)) : Insert(index, key.Hash, keyArray ?? key.Bytes.ToArray(), record, owner);
    }

    public override Node Remove(in TreeKey key, object? owner)
    {
        int index = Keys.LowerBound(key, out bool found);
        Invariant.Holds(found);
        return With(Keys.Remove(index), Spliced.Remove(Records, index), Bytes - SizeOf(Records[index]), owner);
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
        Leaf joined = new(Keys.Append(other.Keys), [.. Records, .. other.Records], Bytes + other.Bytes, owner);
        return joined.Halve(owner);
    }

    private Leaf Replace(int index, byte[] record, object? owner)
    {
        long bytes = Bytes - SizeOf(Records[index]) + SizeOf(record);
        if (!IsOwnedBy(owner))
        {
            return new Leaf(Keys, Spliced.Replace(Records, index, record), bytes, owner);
        }

        Records[index] = record;
        Bytes = bytes;
        return this;
    }

    private Grown Insert(int index, ulong hash, byte[] key, byte[] record, object? owner) =>
        With(Keys.Insert(index, hash, key), Spliced.Insert(Records, index, record), Bytes + SizeOf(record), owner).Halve(owner);

    private Leaf With(in NodeKeys keys, byte[][] records, long bytes, object? owner)
    {
        if (!IsOwnedBy(owner))
        {
            return new Leaf(keys, records, bytes, owner);
        }

        SetKeys(keys);
        (Records, Count, Bytes) = (records, records.Length, bytes);
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
        byte[][] records = Records[start..end];
        long bytes = 0;
        foreach (byte[] record in records)
        {
            bytes += SizeOf(record);
        }

        return new Leaf(Keys.Slice(start, end), records, bytes, owner);
    }

    private static int SizeOf(byte[] record) => new StoredItem(record).Size;
}
