using System.Runtime.CompilerServices;

namespace Keyfold.Engine.Trees;

/// <summary>A branch: children, and between each two of them the first key of the right one (or what that was once).</summary>
internal sealed class Branch : Node
{
    private const int ChildrenMax = 32;

    private Slots _slots;

    public Branch(in NodeKeys keys, ReadOnlySpan<Node> children, object? owner)
        : base(keys, children.Length, owner)
    {
        children.CopyTo(_slots);
        foreach (Node child in children)
        {
            Count += child.Count;
            Bytes += child.Bytes;
        }
    }

    private Branch(Branch source, object? owner)
        : base(source.Keys, source.Width, owner)
    {
        source.Children.CopyTo(_slots);
        Count = source.Count;
        Bytes = source.Bytes;
    }

    public ReadOnlySpan<Node> Children => ((ReadOnlySpan<Node>)_slots)[..Width];

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
        TwiceTheSlots children = default;
        Children.CopyTo(children);
        other.Children.CopyTo(children[Width..]);
        NodeKeys keys = Keys.Insert(Keys.Count, separatorHash, separatorKey).Append(other.Keys);
        return Fitted(keys, children[..(Width + other.Width)], owner);
    }

    private Branch WithChild(int index, Node child, int count, long bytes, object? owner)
    {
        Branch branch = OwnedBy(owner);
        branch._slots[index] = child;
        branch.Resize(Width, count, bytes);
        return branch;
    }

    private Grown Widen(int index, in Grown grown, int count, long bytes, object? owner)
    {
        NodeKeys keys = Keys.Insert(index, grown.SeparatorHash, grown.SeparatorKey!);
        if (Width == ChildrenMax)
        {
            TwiceTheSlots children = default;
            Children.CopyTo(children);
            children[index] = grown.Node;
            Spliced.Insert(children, Width, index + 1, grown.Right!);
            return Fitted(keys, children[..(Width + 1)], owner);
        }

        Branch branch = OwnedBy(owner);
        branch.SetKeys(keys);
        branch._slots[index] = grown.Node;
        Spliced.Insert(branch._slots, Width, index + 1, grown.Right!);
        branch.Resize(Width + 1, count, bytes);
        return new Grown(branch);
    }

    /// <summary>Joins a child that became too small with a neighbour.</summary>
    private Branch Mend(int index, Node smaller, int count, long bytes, object? owner)
    {
        int left = index == 0 ? 0 : index - 1;
        Node first = left == index ? smaller : Children[left];
        Node second = left == index ? Children[index + 1] : smaller;
        Grown joined = first.Join(second, Keys.HashAt(left), Keys[left], owner);
        Branch branch = OwnedBy(owner);
        branch._slots[left] = joined.Node;
        if (joined.Right is null)
        {
            branch.SetKeys(Keys.Remove(left));
            Spliced.Remove<Node>(branch._slots, Width, left + 1);
            branch.Resize(Width - 1, count, bytes);
        }
        else
        {
            branch.SetKeys(Keys.Replace(left, joined.SeparatorHash, joined.SeparatorKey!));
            branch._slots[left + 1] = joined.Right;
            branch.Resize(Width, count, bytes);
        }

        return branch;
    }

    /// <summary>This branch if the owner may change it; else a copy that the owner may.</summary>
    private Branch OwnedBy(object? owner) => IsOwnedBy(owner) ? this : new Branch(this, owner);

    private void Resize(int width, int count, long bytes) => (Width, Count, Bytes) = (width, count, bytes);

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

    /// <summary>One branch, or two where one would be too wide.</summary>
    private static Grown Fitted(in NodeKeys keys, ReadOnlySpan<Node> children, object? owner)
    {
        if (children.Length <= ChildrenMax)
        {
            return new Grown(new Branch(keys, children, owner));
        }

        int middle = children.Length / 2;
        return new Grown(
            new Branch(keys.Slice(0, middle - 1), children[..middle], owner),
            keys.HashAt(middle - 1),
            keys[middle - 1],
            new Branch(keys.Slice(middle, keys.Count), children[middle..], owner));
    }

    [InlineArray(ChildrenMax)]
    private struct Slots
    {
        private Node _first;
    }

    [InlineArray(2 * ChildrenMax)]
    private struct TwiceTheSlots
    {
        private Node _first;
    }
}
