using System.Globalization;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>Parses paths: an attribute's name, and the steps behind it by name or index.</summary>
internal sealed class PathParser(TokenCursor tokens, ExpressionParser expressions)
{
    /// <summary>The path of an attribute.</summary>
    /// <param name="name">An identifier.</param>
    public static PathNode Attribute(Token name) => new(name, new DocumentPath(NotEmpty(name).Text));

    /// <summary>Parses an attribute's name.</summary>
    public PathNode ParseAttribute() => Attribute(Identifier());

    /// <summary>Parses one step, from its dot or bracket on.</summary>
    /// <param name="parent">What stands before it.</param>
    public Node Parse(Node parent) => tokens.Kind == TokenKind.Dot ? ParseMember(parent) : ParseElement(parent);

    private Node ParseMember(Node parent)
    {
        tokens.Take();
        if (tokens.Kind == TokenKind.Star)
        {
            return new WildcardNode(tokens.Take(), IsUnpivot: true);
        }

        Token name = Identifier();
        return Step(parent, name, PathElement.Member(NotEmpty(name).Text));
    }

    private Node ParseElement(Node parent)
    {
        tokens.Take();
        if (tokens.Kind == TokenKind.Star && tokens.Following.Kind == TokenKind.CloseBracket)
        {
            Token star = tokens.Take();
            tokens.Take();
            return new WildcardNode(star, IsUnpivot: false);
        }

        bool isNegative = tokens.Current.IsOperator("-") && tokens.Following.Kind == TokenKind.Number;
        if (isNegative)
        {
            tokens.Take();
        }

        Token token = tokens.Current;
        Node index = expressions.Parse();
        tokens.Require(TokenKind.CloseBracket, "']'");
        return Step(parent, token, index switch
        {
            LiteralNode { Value.Type: AttributeType.String } name => PathElement.Member(NotEmpty(name.At).Text),
            LiteralNode { Value.Type: AttributeType.Number } => Element(token, isNegative),
            PathNode { Path.IsTopLevel: true } name => PathElement.Member(name.Path.AttributeName),
            _ => throw StatementErrors.UnexpectedPathComponent(token.Place),
        });
    }

    private static PathElement Element(Token token, bool isNegative)
    {
        if (token.Text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw StatementErrors.UnexpectedPathComponent(token.Place);
        }

        return !isNegative && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? PathElement.Element(index)
            : throw StatementErrors.ListIndex(isNegative ? $"-{token.Text}" : token.Text, token.Place);
    }

    private static Node Step(Node parent, Token at, PathElement element) => parent switch
    {
        PathNode path => new PathNode(path.At, new DocumentPath([.. path.Path.Elements.AsSpan(), element])),
        WildcardNode => parent,
        _ => throw StatementErrors.UnexpectedPathComponent(at.Place),
    };

    private Token Identifier() => tokens.Kind is TokenKind.Identifier or TokenKind.QuotedIdentifier
        ? tokens.Take()
        : throw StatementErrors.NotWellFormed("Expected identifier");

    private static Token NotEmpty(Token name) => name.Text.Length > 0 ? name : throw StatementErrors.SourceEmpty();
}
