namespace Keyfold.Engine.Trees;

/// <summary>
/// A node of a tree: keys in ascending order, kept as two arrays, so that most comparisons are between integers and touch only one
/// of them. A node never changes once its batch is published; until then its owner may change it in place. The arrays of keys may be
/// shared between versions of a node and are replaced, never written to.
/// </summary>
internal abstract class Node
{
    protected Node(ulong[] hashes, byte[][] keys, object? owner)
    {
        Hashes = hashes;
        Keys = keys;
        Owner = owner;
    }

    public ulong[] Hashes { get; protected set; }

    public byte[][] Keys { get; protected set; }

    /// <summary>The batch that may change this node in place; null when nobody may.</summary>
    protected object? Owner { get; }

    /// <summary>The entries below this node.</summary>
    public int Count { get; protected set; }

    /// <summary>The sizes of the items below this node, summed.</summary>
    public long Bytes { get; protected set; }

    /// <summary>How many entries (of a leaf) or children (of a branch) it holds.</summary>
    public abstract int Width { get; }

    /// <summary>How many it may hold.</summary>
    public abstract int WidthMax { get; }

    /// <summary>Adds or replaces an entry.</summary>
    /// <returns>The node that stands in this one's place, and what it had no room for.</returns>
    public abstract Grown Put(in TreeKey key, byte[]? keyArray, byte[] record, object? owner);

    /// <summary>Removes an entry that exists.</summary>
    /// <returns>The node that stands in this one's place; it may be too small, which its parent mends.</returns>
    public abstract Node Remove(in TreeKey key, object? owner);

    /// <summary>The entries before a key, and those from it on; a side without entries is null.</summary>
    public abstract (Node? Below, Node? FromOn) Cut(in TreeKey key);

    /// <summary>One node of this node's entries and those of its right neighbour, or two of about equal width if one would be too wide.</summary>
    public abstract Grown Join(Node right, ulong separatorHash, byte[] separatorKey, object? owner);

    protected bool IsOwnedBy(object? owner) => owner is not null && ReferenceEquals(Owner, owner);

    /// <summary>How many keys of this node stand before the given one.</summary>
    public int LowerBound(in TreeKey key, out bool found)
    {
        ulong[] hashes = Hashes;
        int low = 0;
        int high = hashes.Length;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            ulong hash = hashes[middle];
            bool before;
            if (hash == key.Hash)
            {
                int order = Keys[middle].AsSpan().SequenceCompareTo(key.Bytes);
                if (order == 0)
                {
                    found = true;
                    return middle;
                }

                before = order < 0;
            }
            else
            {
                before = hash < key.Hash;
            }

            if (before)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        found = false;
        return low;
    }
}

/// <summary>A node after a change and, if it had grown too wide, its new right neighbour with the key that separates the two.</summary>
internal readonly record struct Grown(Node Node, ulong SeparatorHash = 0, byte[]? SeparatorKey = null, Node? Right = null);
