namespace Keyfold.Engine.Trees;

/// <summary>A branch: children, and between each two of them the first key of the right one (or what that was once).</summary>
internal sealed class Branch : Node
{
    private const int ChildrenMax = 64;

    public Branch(in NodeKeys keys, Node[] children, object? owner)
        : base(keys, owner)
    {
        Children = children;
        foreach (Node child in children)
        {
            Count += child.Count;
            Bytes += child.Bytes;
        }
    }

    private Branch(in NodeKeys keys, Node[] children, int count, long bytes, object? owner)
        : base(keys, owner)
    {
        Children = children;
        Count = count;
        Bytes = bytes;
    }

    public Node[] Children { get; private set; }

    public override int Width => Children.Length;

    public override int WidthMax => ChildrenMax;

    /// <summary>The child that a key belongs to.</summary>
    public int ChildOf(in TreeKey key)
    {
        int index = Keys.LowerBound(key, out bool found);
        return found ? index + 1 : index;
    }

    public override Grown Put(in TreeKey key, byte[]? keyArray, StoredItem item, object? owner)
    {
        int index = ChildOf(key);
        Node child = Children[index];
        int count = Count - child.Count;
        long bytes = Bytes - child.Bytes;
        Grown grown = child.Put(key, keyArray, item, owner);
        count += grown.Node.Count + (grown.Right?.Count ?? 0);
        bytes += grown.Node.Bytes + (grown.Right?.Bytes ?? 0);
        return grown.Right is null
            ? new Grown(WithChild(index, grown.Node, count, bytes, owner))
            : Widen(index, grown, count, bytes, owner);
    }

    public override Node Replace(in TreePlace place, int depth, StoredItem item)
    {
        int index = place[depth];
        Node child = Children[index];
        Node replaced = child.Replace(place, depth + 1, item);
        return WithChild(index, replaced, Count, Bytes - child.Bytes + replaced.Bytes, owner: null);
    }

    public override Node Remove(in TreeKey key, object? owner)
    {
        int index = ChildOf(key);
        Node child = Children[index];
        int count = Count - 1;
        long bytes = Bytes - child.Bytes;
        Node smaller = child.Remove(key, owner);
        bytes += smaller.Bytes;
        return smaller.Width > smaller.WidthMax / 4 || Width == 1
            ? WithChild(index, smaller, count, bytes, owner)
            : Mend(index, smaller, count, bytes, owner);
    }

    public override (Node? Below, Node? FromOn) Cut(in TreeKey key)
    {
        int index = ChildOf(key);
        (Node? below, Node? fromOn) = Children[index].Cut(key);
        return (Side(0, index, last: below), Side(index + 1, Width, first: fromOn));
    }

    public override Grown Join(Node right, ulong separatorHash, byte[] separatorKey, object? owner)
    {
        Branch other = (Branch)right;
        Branch joined = new(
            Keys.Insert(Keys.Count, separatorHash, separatorKey).Append(other.Keys),
            [.. Children, .. other.Children],
            Count + other.Count,
            Bytes + other.Bytes,
            owner);
        return joined.Halve(owner);
    }

    private Branch WithChild(int index, Node child, int count, long bytes, object? owner)
    {
        if (!IsOwnedBy(owner))
        {
            return new Branch(Keys, Spliced.Replace(Children, index, child), count, bytes, owner);
        }

        Children[index] = child;
        Count = count;
        Bytes = bytes;
        return this;
    }

    private Grown Widen(int index, in Grown grown, int count, long bytes, object? owner)
    {
        Node[] children = Spliced.Insert(Children, index + 1, grown.Right!);
        children[index] = grown.Node;
        Branch wider = new(
            Keys.Insert(index, grown.SeparatorHash, grown.SeparatorKey!),
            children,
            count,
            bytes,
            owner);
        return wider.Halve(owner);
    }

    /// <summary>Joins a child that became too small with a neighbour.</summary>
    private Branch Mend(int index, Node smaller, int count, long bytes, object? owner)
    {
        int left = index == 0 ? 0 : index - 1;
        Node first = left == index ? smaller : Children[left];
        Node second = left == index ? Children[index + 1] : smaller;
        Grown joined = first.Join(second, Keys.HashAt(left), Keys[left], owner);
        if (joined.Right is null)
        {
            Node[] fewer = Spliced.Remove(Children, left + 1);
            fewer[left] = joined.Node;
            return new Branch(Keys.Remove(left), fewer, count, bytes, owner);
        }

        Node[] children = Spliced.Replace(Children, left, joined.Node);
        children[left + 1] = joined.Right;
        return new Branch(Keys.Replace(left, joined.SeparatorHash, joined.SeparatorKey!), children, count, bytes, owner);
    }

    private Grown Halve(object? owner)
    {
        if (Width <= ChildrenMax)
        {
            return new Grown(this);
        }

        int middle = Width / 2;
        Branch left = new(Keys.Slice(0, middle - 1), Children[..middle], owner);
        Branch right = new(Keys.Slice(middle, Keys.Count), Children[middle..], owner);
        return new Grown(left, Keys.HashAt(middle - 1), Keys[middle - 1], right);
    }

    /// <summary>The children of a range, with what is left of the one that was cut at its edge.</summary>
    private Branch? Side(int start, int end, Node? first = null, Node? last = null)
    {
        List<Node> children = [.. Children[start..end]];
        if (first is not null)
        {
            children.Insert(0, first);
            start--;
        }

        if (last is not null)
        {
            children.Add(last);
            end++;
        }

        return children.Count == 0
            ? null
            : new Branch(Keys.Slice(start, end - 1), [.. children], owner: null);
    }
}
