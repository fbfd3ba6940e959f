namespace Keyfold.Engine.Trees;

/// <summary>
/// A node of a tree. It never changes once its batch is published; until then its owner may change it in place.
/// </summary>
/// <remarks>
/// What it holds stands in the object itself and not in an array beside it: a search waits for memory once less on each level, and a put leaves the collector
/// half as many objects to walk.
/// </remarks>
internal abstract class Node
{
    private NodeKeys _keys;

    protected Node(in NodeKeys keys, int width, object? owner)
    {
        _keys = keys;
        Width = width;
        Owner = owner;
    }

    public ref readonly NodeKeys Keys => ref _keys;

    /// <summary>The batch that may change this node in place; null when nobody may.</summary>
    protected object? Owner { get; }

    /// <summary>The entries below this node.</summary>
    public int Count { get; protected set; }

    /// <summary>The sizes of the items below this node, summed.</summary>
    public long Bytes { get; protected set; }

    /// <summary>How many entries (of a leaf) or children (of a branch) it holds.</summary>
    public int Width { get; protected set; }

    /// <summary>How many it may hold.</summary>
    public abstract int WidthMax { get; }

    /// <summary>Adds or replaces an entry.</summary>
    /// <returns>The node that stands in this one's place, and what it had no room for.</returns>
    public abstract Grown Put(in TreeKey key, byte[]? keyArray, StoredItem item, object? owner);

    /// <summary>Replaces the item at a place, of which so many levels are above this node.</summary>
    public abstract Node Replace(in TreePlace place, int depth, StoredItem item);

    /// <summary>Removes an entry that exists.</summary>
    /// <returns>The node that stands in this one's place; it may be too small, which its parent mends.</returns>
    public abstract Node Remove(in TreeKey key, object? owner);

    /// <summary>The entries before a key, and those from it on; a side without entries is null.</summary>
    public abstract (Node? Below, Node? FromOn) Cut(in TreeKey key);

    /// <summary>One node of this node's entries and those of its right neighbour, or two of about equal width if one would be too wide.</summary>
    public abstract Grown Join(Node right, ulong separatorHash, byte[] separatorKey, object? owner);

    /// <summary>Changes the keys in place.</summary>
    protected void SetKeys(in NodeKeys keys) => _keys = keys;

    protected bool IsOwnedBy(object? owner) => owner is not null && ReferenceEquals(Owner, owner);
}

/// <summary>A node after a change and, if it had grown too wide, its new right neighbour with the key that separates the two.</summary>
internal readonly record struct Grown(Node Node, ulong SeparatorHash = 0, byte[]? SeparatorKey = null, Node? Right = null);
