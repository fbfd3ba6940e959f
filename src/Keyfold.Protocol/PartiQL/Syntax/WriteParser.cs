namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>Parses INSERT, UPDATE and DELETE.</summary>
internal sealed class WriteParser(TokenCursor tokens, ExpressionParser expressions)
{
    /// <summary>Parses <c>INSERT INTO table VALUE {…}</c>.</summary>
    public InsertSyntax ParseInsert()
    {
        tokens.Require("INSERT");
        tokens.Require("INTO");
        SourceSyntax source = SourceParser.Parse(tokens);
        if (!tokens.TryTake("VALUE"))
        {
            tokens.TryTake("VALUES");
            Node values = expressions.Parse();
            throw values is CallNode or BagNode or ListNode or LiteralNode
                ? StatementErrors.UnsupportedOperation("InsertOp")
                : StatementErrors.NotWellFormed("Unexpected term");
        }

        Node item = expressions.Parse();
        if (tokens.Current.Is("RETURNING"))
        {
            ParseReturning();
            throw StatementErrors.ReturningInInsert();
        }

        return new InsertSyntax(source, item);
    }

    /// <summary>Parses <c>UPDATE table SET … REMOVE … WHERE … RETURNING …</c>.</summary>
    public UpdateSyntax ParseUpdate()
    {
        tokens.Require("UPDATE");
        SourceSyntax source = SourceParser.Parse(tokens);
        List<ChangeSyntax> changes = [];
        tokens.BeginExpression();
        while (tokens.Current.Is("SET") || tokens.Current.Is("REMOVE"))
        {
            if (tokens.Take().Text == "REMOVE")
            {
                changes.Add(new ChangeSyntax(ParseTarget(), null));
                continue;
            }

            do
            {
                changes.Add(ParseAssignment());
            }
            while (tokens.TryTake(TokenKind.Comma));
        }

        return changes.Count == 0
            ? throw StatementErrors.NotWellFormed("Expected data manipulation")
            : new UpdateSyntax(source, Sequence.From(changes), ParseWhere(), TryParseReturning());
    }

    /// <summary>Parses <c>DELETE FROM table WHERE … RETURNING …</c>.</summary>
    public DeleteSyntax ParseDelete()
    {
        tokens.Require("DELETE");
        tokens.Require("FROM");
        return new DeleteSyntax(SourceParser.Parse(tokens), ParseWhere(), TryParseReturning());
    }

    private ChangeSyntax ParseAssignment()
    {
        PathNode target = ParseTarget();
        if (!tokens.Current.IsOperator("="))
        {
            throw StatementErrors.NotWellFormed("Expected '='");
        }

        tokens.Take();
        return new ChangeSyntax(target, expressions.Parse());
    }

    private PathNode ParseTarget() => expressions.ParsePath() is PathNode path ? path : throw StatementErrors.NotWellFormed("Expected identifier");

    private Node? ParseWhere()
    {
        tokens.BeginExpression();
        return tokens.TryTake("WHERE") ? expressions.Parse() : null;
    }

    private ReturningSyntax? TryParseReturning() => tokens.Current.Is("RETURNING") ? ParseReturning() : null;

    private ReturningSyntax ParseReturning()
    {
        tokens.Require("RETURNING");
        ReturningSyntax returning = ParseElement();
        return tokens.Kind == TokenKind.Comma ? throw StatementErrors.ReturningElements() : returning;
    }

    private ReturningSyntax ParseElement()
    {
        bool isModified = tokens.TryTake("MODIFIED");
        bool isWord = isModified || tokens.TryTake("ALL");
        bool isOld = tokens.TryTake("OLD");
        if (!isWord || !(isOld || tokens.TryTake("NEW")))
        {
            throw StatementErrors.NotWellFormed("Expected ( MODIFIED | ALL ) ( NEW | OLD ) in each returning element.");
        }

        if (tokens.TryTake(TokenKind.Star))
        {
            return new ReturningSyntax(isModified, isOld);
        }

        expressions.Parse();
        throw StatementErrors.ReturningStar();
    }
}
