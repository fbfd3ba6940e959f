using System.Buffers;

namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>
/// An expression as the grammar sees it, before any name or value is looked up. The three kinds of errors (of the grammar, of names and functions,
/// of what placeholders stand for) are reported in this order over the whole expression, so that the text is parsed whole first.
/// </summary>
/// <remarks>Nodes lie in pooled memory. Not to be copied: pass it by reference, and dispose of it.</remarks>
internal ref struct SyntaxTree : IDisposable
{
    private const int InitialCapacity = 64;

    private SyntaxNode[] _nodes;
    private int _count;

    public SyntaxTree(ReadOnlySpan<byte> text)
    {
        Text = text;
        _nodes = ArrayPool<SyntaxNode>.Shared.Rent(InitialCapacity);
    }

    /// <summary>The expression.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>The node at a position.</summary>
    public readonly ref readonly SyntaxNode this[int node] => ref _nodes[node];

    /// <summary>The text of a node.</summary>
    public readonly ReadOnlySpan<byte> TextOf(int node) => Text[_nodes[node].Start.._nodes[node].End];

    /// <summary>Adds a node without children for a token.</summary>
    public int Add(SyntaxKind kind, Token token)
    {
        if (_count == _nodes.Length)
        {
            Grow();
        }

        _nodes[_count] = new SyntaxNode
        {
            Kind = kind,
            Operator = token.Kind,
            Start = token.Start,
            End = token.End,
            FirstChild = SyntaxNode.None,
            LastChild = SyntaxNode.None,
            NextSibling = SyntaxNode.None,
        };
        return _count++;
    }

    /// <summary>Adds a node for a token with one child.</summary>
    public int Add(SyntaxKind kind, Token token, int child)
    {
        int node = Add(kind, token);
        Append(node, child);
        return node;
    }

    /// <summary>Adds a node for a token with two children.</summary>
    public int Add(SyntaxKind kind, Token token, int first, int second)
    {
        int node = Add(kind, token, first);
        Append(node, second);
        return node;
    }

    /// <summary>Makes a node the last child of another.</summary>
    public readonly void Append(int parent, int child)
    {
        ref SyntaxNode node = ref _nodes[parent];
        if (node.LastChild == SyntaxNode.None)
        {
            node.FirstChild = child;
        }
        else
        {
            _nodes[node.LastChild].NextSibling = child;
        }

        node.LastChild = child;
        node.ChildCount++;
    }

    /// <summary>Gives the nodes' memory back.</summary>
    public void Dispose()
    {
        if (_nodes is not null)
        {
            ArrayPool<SyntaxNode>.Shared.Return(_nodes);
            _nodes = null!;
        }
    }

    private void Grow()
    {
        SyntaxNode[] larger = ArrayPool<SyntaxNode>.Shared.Rent(2 * _nodes.Length);
        _nodes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<SyntaxNode>.Shared.Return(_nodes);
        _nodes = larger;
    }
}
