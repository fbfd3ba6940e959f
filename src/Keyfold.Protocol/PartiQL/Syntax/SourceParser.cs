namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>Parses the name of a table, with or without an index: <c>"table"</c>, <c>"table"."index"</c>.</summary>
internal static class SourceParser
{
    /// <summary>Parses what a statement is about.</summary>
    public static SourceSyntax Parse(TokenCursor tokens)
    {
        if (tokens.Kind is TokenKind.Keyword or TokenKind.End or TokenKind.Invalid)
        {
            tokens.ThrowUnexpected();
        }

        string table = Component(tokens);
        string? index = tokens.TryTake(TokenKind.Dot) ? Component(tokens) : null;
        if (tokens.Kind == TokenKind.Dot)
        {
            throw StatementErrors.SourceTooLong();
        }

        if (tokens.Kind == TokenKind.OpenBracket)
        {
            throw Storage.StorageErrors.Validation("Invalid list expression in source.");
        }

        return new SourceSyntax(table, index, TryTakeAlias(tokens));
    }

    private static string Component(TokenCursor tokens)
    {
        if (tokens.Kind is not (TokenKind.Identifier or TokenKind.QuotedIdentifier))
        {
            throw StatementErrors.UnexpectedSource();
        }

        string name = tokens.Take().Text;
        return name.Length > 0 ? name : throw StatementErrors.SourceEmpty();
    }

    private static bool TryTakeAlias(TokenCursor tokens)
    {
        bool isAliased = tokens.TryTake("AS") | tokens.TryTake("AT") | tokens.TryTake("BY");
        return tokens.TryTake(TokenKind.Identifier) || tokens.TryTake(TokenKind.QuotedIdentifier) || isAliased;
    }
}
