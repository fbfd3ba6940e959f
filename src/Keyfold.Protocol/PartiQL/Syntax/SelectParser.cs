namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>Parses SELECT.</summary>
internal sealed class SelectParser(TokenCursor tokens, ExpressionParser expressions)
{
    private bool _isAliased;

    /// <summary>Parses from the word SELECT to the end of the clause that may stand last.</summary>
    public SelectSyntax Parse()
    {
        tokens.Require("SELECT");
        Sequence<Node> projection = ParseProjection();
        tokens.Require("FROM");
        SourceParser sources = new(tokens, expressions);
        SourceSyntax source = sources.ParseFrom();
        if (tokens.TryTake(TokenKind.Comma))
        {
            sources.ParseFrom();
            throw StatementErrors.SeveralSources();
        }

        if (IsAny("JOIN", "INNER", "LEFT", "RIGHT", "FULL", "OUTER", "CROSS"))
        {
            throw StatementErrors.SeveralSources();
        }

        Node? where = tokens.TryTake("WHERE") ? ParseWhere() : null;
        CheckClause("GROUP", "GROUP BY");
        CheckClauseWithPlace("HAVING");
        Sequence<OrderSyntax> order = tokens.TryTake("ORDER") ? ParseOrder() : [];
        CheckClauseWithPlace("LIMIT");
        return new SelectSyntax(source with { IsAliased = source.IsAliased || _isAliased }, projection, where, order);
    }

    private Node ParseWhere()
    {
        tokens.BeginExpression();
        return expressions.Parse();
    }

    private Sequence<Node> ParseProjection()
    {
        if (IsAny("VALUE", "PIVOT"))
        {
            throw StatementErrors.SelectKeyword();
        }

        if (tokens.Current.Is("DISTINCT"))
        {
            throw StatementErrors.UnsupportedToken("DISTINCT");
        }

        tokens.TryTake("ALL");
        if (tokens.TryTake(TokenKind.Star))
        {
            return tokens.Kind == TokenKind.Comma
                ? throw StatementErrors.NotWellFormed("Other expressions may not be present in the select list when '*' is used without dot notation.")
                : [];
        }

        List<Node> paths = [];
        do
        {
            paths.Add(ParseProjected());
        }
        while (tokens.TryTake(TokenKind.Comma));
        return Sequence.From(paths);
    }

    private Node ParseProjected()
    {
        Token first = tokens.Current;
        bool isCall = IsAny("COUNT", "SUM", "MIN", "MAX", "AVG") && tokens.Following.Kind == TokenKind.OpenParenthesis;
        if (isCall)
        {
            throw StatementErrors.UnexpectedPathComponent(first.Place);
        }

        Node node = expressions.Parse();
        _isAliased |= tokens.TryTakeAlias();
        return node;
    }

    private Sequence<OrderSyntax> ParseOrder()
    {
        tokens.Require("BY");
        List<OrderSyntax> order = [];
        do
        {
            Node by = expressions.Parse();
            bool isDescending = tokens.TryTake("DESC");
            if (!isDescending)
            {
                tokens.TryTake("ASC");
            }

            order.Add(new OrderSyntax(by, isDescending));
        }
        while (tokens.TryTake(TokenKind.Comma));
        return Sequence.From(order);
    }

    private void CheckClause(string keyword, string clause)
    {
        if (tokens.Current.Is(keyword))
        {
            throw StatementErrors.UnsupportedClause(clause);
        }
    }

    // the place is that of the clause's expression
    private void CheckClauseWithPlace(string clause)
    {
        if (tokens.TryTake(clause))
        {
            throw StatementErrors.UnsupportedClause(clause + expressions.Parse().At.Place);
        }
    }

    private bool IsAny(params ReadOnlySpan<string> keywords) => tokens.Kind == TokenKind.Keyword && keywords.Contains(tokens.Current.Text);
}
