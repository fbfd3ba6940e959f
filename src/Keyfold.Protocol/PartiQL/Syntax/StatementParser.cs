namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>Parses statements.</summary>
internal static class StatementParser
{
    /// <summary>Parses a whole text.</summary>
    /// <exception cref="Storage.StorageException">It is not a statement of PartiQL, or one that DynamoDB does not know.</exception>
    public static StatementSyntax Parse(string text)
    {
        TokenCursor tokens = new(text);
        ExpressionParser expressions = new(tokens);
        StatementSyntax statement = Parse(tokens, expressions);
        tokens.TryTake(TokenKind.Semicolon);
        return tokens.Kind == TokenKind.End
            ? statement with { Parameters = tokens.Parameters }
            : throw StatementErrors.NotWellFormed("Unexpected token after expression");
    }

    private static StatementSyntax Parse(TokenCursor tokens, ExpressionParser expressions)
    {
        WriteParser writes = new(tokens, expressions);
        return tokens.Kind == TokenKind.Keyword ? tokens.Current.Text switch
        {
            "SELECT" => new SelectParser(tokens, expressions).Parse(),
            "INSERT" => writes.ParseInsert(),
            "UPDATE" => writes.ParseUpdate(),
            "DELETE" => writes.ParseDelete(),
            "EXISTS" => ParseExists(tokens, expressions),
            "CREATE" or "DROP" => throw Definition(tokens),
            "EXEC" => throw StatementErrors.UnsupportedOperation("Exec"),
            "PIVOT" => throw StatementErrors.SelectKeyword(),
            _ => throw StatementErrors.NotWellFormed("Expected data manipulation"),
        }
        : throw StatementErrors.NotWellFormed("Expected data manipulation");
    }

    private static ExistsSyntax ParseExists(TokenCursor tokens, ExpressionParser expressions)
    {
        tokens.Take();
        tokens.Require(TokenKind.OpenParenthesis, "'('");
        SelectSyntax select = new SelectParser(tokens, expressions).Parse();
        tokens.Require(TokenKind.CloseParenthesis, "')'");
        return new ExistsSyntax(select);
    }

    private static Storage.StorageException Definition(TokenCursor tokens)
    {
        string verb = tokens.Take().Text == "CREATE" ? "Create" : "Drop";
        return tokens.Current.Is("TABLE") ? StatementErrors.UnsupportedOperation($"{verb}Table")
            : tokens.Current.Is("INDEX") ? StatementErrors.UnsupportedOperation($"{verb}Index")
            : StatementErrors.NotWellFormed("Unexpected keyword");
    }
}
