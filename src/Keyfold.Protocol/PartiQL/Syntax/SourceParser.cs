namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>Parses what a statement is about: <c>"table"</c>, <c>"table"."index"</c>, or whatever else stands there.</summary>
internal sealed class SourceParser(TokenCursor tokens, ExpressionParser expressions)
{
    /// <summary>Parses what stands behind FROM.</summary>
    public SourceSyntax ParseFrom() => tokens.Kind == TokenKind.OpenParenthesis && tokens.Following.Is("SELECT")
        ? throw StatementErrors.UnexpectedSource()
        : new SourceSyntax(expressions.Parse(), tokens.TryTakeAlias());

    /// <summary>Parses what stands behind UPDATE or DELETE FROM.</summary>
    public SourceSyntax ParseChanged() => new(ParseName(), tokens.TryTakeAlias());

    /// <summary>Parses what stands behind INSERT INTO.</summary>
    public SourceSyntax ParseInserted() => new(ParseName(), IsAliased: false);

    private Node ParseName()
    {
        Node name = expressions.ParsePath();
        return name is PathNode ? name : throw StatementErrors.NotWellFormed("Expected identifier");
    }
}
