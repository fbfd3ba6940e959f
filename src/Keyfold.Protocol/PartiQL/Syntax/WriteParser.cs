using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>Parses INSERT, UPDATE and DELETE.</summary>
internal sealed class WriteParser(TokenCursor tokens, ExpressionParser expressions)
{
    private readonly SourceParser _sources = new(tokens, expressions);

    /// <summary>Parses <c>INSERT INTO table VALUE {…}</c>.</summary>
    public InsertSyntax ParseInsert()
    {
        tokens.Require("INSERT");
        tokens.Require("INTO");
        SourceSyntax source = _sources.ParseInserted();
        if (!tokens.TryTake("VALUE"))
        {
            throw Unsupported();
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
        SourceSyntax source = _sources.ParseChanged();
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
        return new DeleteSyntax(_sources.ParseChanged(), ParseWhere(), TryParseReturning());
    }

    // what SQL and PartiQL also know: lists and queries of items
    private StorageException Unsupported()
    {
        if (tokens.TryTake("VALUES") && tokens.Kind != TokenKind.OpenParenthesis)
        {
            tokens.ThrowUnexpected();
        }

        expressions.Parse();
        tokens.TryTake(TokenKind.Semicolon);
        return tokens.Kind == TokenKind.End
            ? StatementErrors.UnsupportedOperation("InsertOp")
            : StatementErrors.NotWellFormed("Unexpected token after expression");
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
        if (tokens.TryTake(TokenKind.Comma))
        {
            ParseElement();
            throw StatementErrors.ReturningElements();
        }

        return returning;
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

        bool isStar = tokens.TryTake(TokenKind.Star);
        if (!isStar)
        {
            expressions.Parse();
        }

        return new ReturningSyntax(isModified, isOld, isStar);
    }
}
