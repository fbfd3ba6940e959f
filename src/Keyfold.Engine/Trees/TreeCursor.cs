using System.Runtime.CompilerServices;

namespace Keyfold.Engine.Trees;

/// <summary>
/// A place between two entries of a tree. A move to either side makes the entry that it passes the current one. Nothing is allocated.
/// </summary>
internal ref struct TreeCursor
{
    private Path _path;
    private readonly int _depth;
    private Leaf _leaf;
    private int _index;
    private int _current;

    /// <summary>Stands before the first entry that is not before a key.</summary>
    public TreeCursor(Tree tree, in TreeKey key)
    {
        Node node = tree.Root;
        while (node is Branch branch)
        {
            int index = branch.ChildOf(key);
            _path[_depth++] = new Step(branch, index);
            node = branch.Children[index];
        }

        _leaf = (Leaf)node;
        _index = _leaf.Keys.LowerBound(key, out _);
        _current = -1;
    }

    public readonly ulong Hash => _leaf.Keys.HashAt(_current);

    public readonly byte[] Key => _leaf.Keys[_current];

    public readonly StoredItem Item => _leaf.Items[_current];

    public bool MoveNext()
    {
        if (_index == _leaf.Width && !Climb(+1))
        {
            return false;
        }

        _current = _index++;
        return true;
    }

    public bool MovePrevious()
    {
        if (_index == 0 && !Climb(-1))
        {
            return false;
        }

        _current = --_index;
        return true;
    }

    /// <summary>Goes to the near end of the next leaf in a direction. An empty tree's only leaf has no neighbour.</summary>
    private bool Climb(int direction)
    {
        int depth = _depth - 1;
        while (depth >= 0 && (uint)(_path[depth].Index + direction) >= (uint)_path[depth].Branch.Width)
        {
            depth--;
        }

        if (depth < 0)
        {
            return false;
        }

        _path[depth].Index += direction;
        Node node = _path[depth].Branch.Children[_path[depth].Index];
        while (node is Branch branch)
        {
            int index = direction > 0 ? 0 : branch.Width - 1;
            _path[++depth] = new Step(branch, index);
            node = branch.Children[index];
        }

        _leaf = (Leaf)node;
        _index = direction > 0 ? 0 : _leaf.Width;
        return true;
    }

    private struct Step(Branch branch, int index)
    {
        public readonly Branch Branch = branch;
        public int Index = index;
    }

    /// <summary>Ten levels of branches at a quarter of their width are more entries than an int counts.</summary>
    [InlineArray(10)]
    private struct Path
    {
        private Step _first;
    }
}
