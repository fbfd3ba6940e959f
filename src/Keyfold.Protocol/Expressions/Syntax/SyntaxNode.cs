namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>What a node of a syntax tree is. Its children are named in order.</summary>
internal enum SyntaxKind : byte
{
    /// <summary>A document path: names, placeholders and indexes.</summary>
    Path,

    /// <summary>A literal name.</summary>
    Name,

    /// <summary>A <c>#name</c>.</summary>
    NamePlaceholder,

    /// <summary>The digits between brackets.</summary>
    Index,

    /// <summary>A <c>:value</c>.</summary>
    Value,

    /// <summary>A call, its text being the function's name: the arguments.</summary>
    Function,

    /// <summary>What is between parentheses.</summary>
    Parentheses,

    /// <summary>A comparison with the operator of the node: left, right.</summary>
    Comparison,

    /// <summary>Value, lower, upper.</summary>
    Between,

    /// <summary>Value, then the candidates.</summary>
    In,

    /// <summary>Left, right.</summary>
    And,

    /// <summary>Left, right.</summary>
    Or,

    /// <summary>The condition.</summary>
    Not,

    /// <summary>A sum or difference with the operator of the node: left, right.</summary>
    Arithmetic,

    /// <summary>A change: the path, then its value unless it is a removal.</summary>
    Action,

    /// <summary>One of SET, REMOVE, ADD and DELETE, as the operator of the node says: the actions.</summary>
    Section,

    /// <summary>The paths of a projection, or the sections of an update.</summary>
    List,
}

/// <summary>A node of a syntax tree; it knows others by their position in the tree.</summary>
internal struct SyntaxNode
{
    /// <summary>No node.</summary>
    public const int None = -1;

    /// <summary>Offset of the first byte of the node's own text.</summary>
    public int Start;

    /// <summary>Offset behind the last byte of the node's own text.</summary>
    public int End;

    public int FirstChild;

    public int LastChild;

    public int NextSibling;

    public int ChildCount;

    public SyntaxKind Kind;

    public TokenKind Operator;
}
