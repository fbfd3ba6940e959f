using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>A part of a statement's expression as it is written, before it is known whether DynamoDB can do it.</summary>
/// <param name="At">The token that stands for it in messages.</param>
internal abstract record Node(Token At);

/// <summary>A string, number, Boolean or null.</summary>
internal sealed record LiteralNode(Token At, AttributeValue Value) : Node(At);

/// <summary>The word MISSING.</summary>
internal sealed record MissingNode(Token At) : Node(At);

/// <summary>A question mark.</summary>
/// <param name="At">Its token.</param>
/// <param name="Position">Which one of the statement, counted from 0.</param>
internal sealed record ParameterNode(Token At, int Position) : Node(At);

/// <summary>An attribute, or what lies within one.</summary>
internal sealed record PathNode(Token At, DocumentPath Path) : Node(At);

/// <summary>A path with a star in it.</summary>
/// <param name="At">The star.</param>
/// <param name="IsUnpivot">Whether the star stands behind a dot, not between brackets.</param>
internal sealed record WildcardNode(Token At, bool IsUnpivot) : Node(At);

/// <summary>An operator with its operands.</summary>
/// <param name="At">The operator.</param>
/// <param name="Name">Its symbol, or its name in lower case: and, or, not, between, in, like, is null, is missing.</param>
/// <param name="Operands">One or more.</param>
internal sealed record OperatorNode(Token At, string Name, Sequence<Node> Operands) : Node(At);

/// <summary>A function with its arguments.</summary>
/// <param name="At">The function's name as written.</param>
/// <param name="Name">The name in lower case.</param>
/// <param name="Arguments">None or more.</param>
internal sealed record CallNode(Token At, string Name, Sequence<Node> Arguments) : Node(At);

/// <summary><c>[…]</c>, or several expressions between parentheses.</summary>
internal sealed record ListNode(Token At, Sequence<Node> Elements) : Node(At);

/// <summary><c>&lt;&lt;…&gt;&gt;</c>.</summary>
internal sealed record BagNode(Token At, Sequence<Node> Members) : Node(At);

/// <summary><c>{…}</c>.</summary>
internal sealed record StructNode(Token At, Sequence<(Node Name, Node Value)> Fields) : Node(At);

/// <summary>Ion between backticks, which DynamoDB does not take.</summary>
internal sealed record IonNode(Token At) : Node(At);
