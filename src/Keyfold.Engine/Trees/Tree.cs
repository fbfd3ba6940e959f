namespace Keyfold.Engine.Trees;

/// <summary>
/// An ordered map from key to item that never changes: a put or a remove gives another tree which shares all but one path with it.
/// A reader keeps the tree it took and waits for nobody. Not even the writers know who reads.
/// </summary>
internal readonly struct Tree
{
    private readonly Node? _root;

    private Tree(Node? root) => _root = root;

    public static Tree Empty => default;

    public int Count => Root.Count;

    /// <summary>The items' sizes, summed.</summary>
    public long Bytes => Root.Bytes;

    /// <summary>The topmost node, for cursors and for tests of the structure.</summary>
    public Node Root => _root ?? Leaf.Empty;

    /// <summary>The item of a key.</summary>
    public StoredItem Find(in TreeKey key)
    {
        Node node = Root;
        while (node is Branch branch)
        {
            node = branch.Children[branch.ChildOf(key)];
        }

        Leaf leaf = (Leaf)node;
        int index = leaf.Keys.LowerBound(key, out bool found);
        return found ? leaf.Items[index] : StoredItem.None;
    }

    /// <summary>The item of a key, and where it stands.</summary>
    /// <param name="key">The key.</param>
    /// <param name="place">Its place, if there is an item, for <see cref="Replace"/> on this very tree.</param>
    public StoredItem Find(in TreeKey key, out TreePlace place)
    {
        place = default;
        int depth = 0;
        Node node = Root;
        while (node is Branch branch)
        {
            int child = branch.ChildOf(key);
            place[depth++] = (byte)child;
            node = branch.Children[child];
        }

        Leaf leaf = (Leaf)node;
        int index = leaf.Keys.LowerBound(key, out bool found);
        place[depth] = (byte)index;
        return found ? leaf.Items[index] : StoredItem.None;
    }

    /// <summary>This tree with another item at a place that was found in it: a put that searches nothing.</summary>
    public Tree Replace(in TreePlace place, StoredItem item) => new(Root.Replace(place, 0, item));

    /// <summary>This tree with an entry added or replaced.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keyArray">The key's bytes in an array that the tree may keep, or null to have it copied if the key is new.</param>
    /// <param name="item">The item.</param>
    /// <param name="owner">The batch, whose nodes are changed in place: then this tree must not be used any more. Null to copy every node.</param>
    public Tree Put(in TreeKey key, byte[]? keyArray, StoredItem item, object? owner = null)
    {
        Grown grown = Root.Put(key, keyArray, item, owner);
        return new Tree(grown.Right is null
            ? grown.Node
            : new Branch(NodeKeys.None.Insert(0, grown.SeparatorHash, grown.SeparatorKey!), [grown.Node, grown.Right], owner));
    }

    /// <summary>This tree without an entry.</summary>
    /// <param name="key">The key, which the tree has.</param>
    /// <param name="owner">As for <see cref="Put"/>.</param>
    public Tree Remove(in TreeKey key, object? owner = null) => new(Lowered(Root.Remove(key, owner)));

    /// <summary>Two trees: the entries of lower hashes, and those from a hash on.</summary>
    public (Tree Below, Tree FromOn) CutAt(ulong hash)
    {
        (Node? below, Node? fromOn) = Root.Cut(TreeKey.First(hash));
        return (new Tree(Lowered(below)), new Tree(Lowered(fromOn)));
    }

    /// <summary>The sizes of the items from one key on and before another, summed, in logarithmic time.</summary>
    public long BytesBetween(in TreeKey lower, in TreeKey upper) => BytesBelow(Root, upper) - BytesBelow(Root, lower);

    /// <summary>The hash of the entry with the given number of entries before it.</summary>
    public ulong HashAt(int rank)
    {
        Invariant.Holds(rank < Count);
        Node node = Root;
        while (node is Branch branch)
        {
            int index = 0;
            while (rank >= branch.Children[index].Count)
            {
                rank -= branch.Children[index++].Count;
            }

            node = branch.Children[index];
        }

        return node.Keys.HashAt(rank);
    }

    private static long BytesBelow(Node node, in TreeKey key)
    {
        long bytes = 0;
        while (node is Branch branch)
        {
            int index = branch.ChildOf(key);
            foreach (Node child in branch.Children[..index])
            {
                bytes += child.Bytes;
            }

            node = branch.Children[index];
        }

        Leaf leaf = (Leaf)node;
        foreach (ref readonly StoredItem item in leaf.Items[..leaf.Keys.LowerBound(key, out _)])
        {
            bytes += item.Size;
        }

        return bytes;
    }

    /// <summary>Drops branches of one child from the top.</summary>
    private static Node? Lowered(Node? root)
    {
        while (root is Branch { Width: 1 } branch)
        {
            root = branch.Children[0];
        }

        return root;
    }
}
