namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>
/// The grammar of conditions, filters and key conditions. Parentheses may hold a condition or an operand, which shows only behind them:
/// <c>(a) = :v</c>, <c>(a = :v)</c>. Both are parsed alike, so that the token a syntax error names is the first one with which no expression
/// could go on.
/// </summary>
internal static class ConditionSyntax
{
    public static int Parse(ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int condition = ParseOr(level: 0, ref cursor, ref tree);
        cursor.Require(TokenKind.End);
        return condition;
    }

    private static int ParseOr(int level, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int left = ParseAnd(level, mayBeOperand: level > 0, ref cursor, ref tree);
        while (cursor.Kind == TokenKind.Or)
        {
            Token token = cursor.Take();
            left = tree.Add(SyntaxKind.Or, token, left, ParseAnd(level, mayBeOperand: false, ref cursor, ref tree));
        }

        return left;
    }

    private static int ParseAnd(int level, bool mayBeOperand, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int left = ParseNot(level, mayBeOperand, ref cursor, ref tree);
        while (cursor.Kind == TokenKind.And)
        {
            Token token = cursor.Take();
            left = tree.Add(SyntaxKind.And, token, left, ParseNot(level, mayBeOperand: false, ref cursor, ref tree));
        }

        return left;
    }

    private static int ParseNot(int level, bool mayBeOperand, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int count = 0;
        Token token = cursor.Current;
        for (; cursor.TryTake(TokenKind.Not); count++)
        {
        }

        int condition = ParsePredicate(level, mayBeOperand && count == 0, ref cursor, ref tree);
        for (; count > 0; count--)
        {
            condition = tree.Add(SyntaxKind.Not, token, condition);
        }

        return condition;
    }

    private static int ParsePredicate(int level, bool mayBeOperand, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        cursor.IsLookingAhead = true;
        int left = cursor.Kind == TokenKind.OpenParenthesis
            ? ParseParentheses(level + 1, ref cursor, ref tree)
            : OperandSyntax.ParseSimple(level, ref cursor, ref tree);

        bool canBeOperand = OperandSyntax.CanBeOperand(left, in tree);
        bool isOpen = mayBeOperand && canBeOperand && cursor.Kind == TokenKind.CloseParenthesis;
        bool isCondition = cursor.Kind is not ((>= TokenKind.Equal and <= TokenKind.GreaterThanOrEqual) or TokenKind.Between or TokenKind.In);
        bool isAllowed = isCondition
            ? isOpen || (!OperandSyntax.IsOperand(left, in tree) && (!mayBeOperand || IsEnd(cursor.Kind)))
            : canBeOperand;
        if (!isAllowed)
        {
            cursor.ThrowSyntax();
        }

        if (!isOpen)
        {
            cursor.EndLookAhead();
        }

        return isCondition ? left : cursor.Kind switch
        {
            TokenKind.Between => ParseBetween(left, level, ref cursor, ref tree),
            TokenKind.In => ParseIn(left, level, ref cursor, ref tree),
            _ => tree.Add(SyntaxKind.Comparison, cursor.Take(), left, OperandSyntax.Parse(level, ref cursor, ref tree)),
        };
    }

    // what parentheses begin with may still be an operand: DynamoDB looks ahead until that is settled
    private static bool IsEnd(TokenKind behind) => behind is TokenKind.And or TokenKind.Or or TokenKind.CloseParenthesis;

    private static int ParseParentheses(int level, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        Token open = OperandSyntax.Open(level, ref cursor);
        int content = ParseOr(level, ref cursor, ref tree);
        return OperandSyntax.Close(open, content, ref cursor, ref tree);
    }

    private static int ParseBetween(int value, int level, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int between = tree.Add(SyntaxKind.Between, cursor.Take(), value);
        tree.Append(between, OperandSyntax.Parse(level, ref cursor, ref tree));
        cursor.Require(TokenKind.And);
        tree.Append(between, OperandSyntax.Parse(level, ref cursor, ref tree));
        return between;
    }

    private static int ParseIn(int value, int level, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int membership = tree.Add(SyntaxKind.In, cursor.Take(), value);
        cursor.Require(TokenKind.OpenParenthesis);
        do
        {
            tree.Append(membership, OperandSyntax.Parse(level, ref cursor, ref tree));
        }
        while (cursor.TryTake(TokenKind.Comma));

        cursor.Require(TokenKind.CloseParenthesis);
        return membership;
    }
}
