namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>The grammar of updates: sections of actions.</summary>
internal static class UpdateSyntax
{
    public static int Parse(ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int update = tree.Add(SyntaxKind.List, cursor.Current);
        do
        {
            tree.Append(update, ParseSection(ref cursor, ref tree));
        }
        while (cursor.Kind != TokenKind.End);

        return update;
    }

    private static int ParseSection(ref TokenCursor cursor, ref SyntaxTree tree)
    {
        if (cursor.Kind is not (TokenKind.Set or TokenKind.Remove or TokenKind.Add or TokenKind.Delete))
        {
            cursor.ThrowSyntax();
        }

        Token token = cursor.Take();
        int section = tree.Add(SyntaxKind.Section, token);
        do
        {
            tree.Append(section, ParseAction(token.Kind, ref cursor, ref tree));
        }
        while (cursor.TryTake(TokenKind.Comma));

        return section;
    }

    private static int ParseAction(TokenKind section, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int action = tree.Add(SyntaxKind.Action, cursor.Current, PathSyntax.Parse(ref cursor, ref tree));
        switch (section)
        {
            case TokenKind.Set:
                cursor.Require(TokenKind.Equal);
                tree.Append(action, ParseValue(level: 0, ref cursor, ref tree));
                break;
            case TokenKind.Add or TokenKind.Delete:
                tree.Append(action, tree.Add(SyntaxKind.Value, cursor.Require(TokenKind.ValuePlaceholder)));
                break;
        }

        return action;
    }

    private static int ParseValue(int level, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        cursor.IsLookingAhead = true;
        int left = cursor.Kind == TokenKind.OpenParenthesis
            ? ParseParentheses(level + 1, ref cursor, ref tree)
            : OperandSyntax.ParseSimple(level, ref cursor, ref tree);
        if (cursor.Kind is not (TokenKind.Plus or TokenKind.Minus) || !OperandSyntax.CanBeOperand(left, in tree))
        {
            if (level == 0)
            {
                cursor.EndLookAhead();
            }

            return left;
        }

        cursor.EndLookAhead();
        Token token = cursor.Take();
        return tree.Add(SyntaxKind.Arithmetic, token, left, OperandSyntax.Parse(level, ref cursor, ref tree));
    }

    private static int ParseParentheses(int level, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        Token open = OperandSyntax.Open(level, ref cursor);
        int content = ParseValue(level, ref cursor, ref tree);
        return OperandSyntax.Close(open, content, ref cursor, ref tree);
    }
}
