namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>The grammar of what is compared and computed with: paths, <c>:values</c>, calls, and any of them in parentheses.</summary>
internal static class OperandSyntax
{
    /// <summary>
    /// Levels of parentheses. An expression has at most <see cref="Limits.ExpressionOperatorsMax"/> operators and functions, and two pairs
    /// of parentheses are never directly nested, so that no legal expression has more.
    /// </summary>
    public const int LevelsMax = (2 * Limits.ExpressionOperatorsMax) + 1;

    public static int Parse(int level, ref TokenCursor cursor, ref SyntaxTree tree) =>
        cursor.Kind == TokenKind.OpenParenthesis ? ParseParentheses(level + 1, ref cursor, ref tree) : ParseSimple(level, ref cursor, ref tree);

    /// <summary>A path, a value or a call.</summary>
    public static int ParseSimple(int level, ref TokenCursor cursor, ref SyntaxTree tree) => cursor.Kind switch
    {
        TokenKind.ValuePlaceholder => tree.Add(SyntaxKind.Value, cursor.Take()),
        TokenKind.Identifier when cursor.NextKind == TokenKind.OpenParenthesis => ParseFunction(level + 1, ref cursor, ref tree),
        _ => PathSyntax.Parse(ref cursor, ref tree),
    };

    /// <summary>Whether a node can be compared and computed with; a call can be both that and a condition.</summary>
    public static bool CanBeOperand(int node, in SyntaxTree tree) => tree[node].Kind switch
    {
        SyntaxKind.Path or SyntaxKind.Value or SyntaxKind.Function => true,
        SyntaxKind.Parentheses => CanBeOperand(tree[node].FirstChild, in tree),
        _ => false,
    };

    /// <summary>Whether a node is nothing but that.</summary>
    public static bool IsOperand(int node, in SyntaxTree tree) => tree[node].Kind switch
    {
        SyntaxKind.Path or SyntaxKind.Value => true,
        SyntaxKind.Parentheses => IsOperand(tree[node].FirstChild, in tree),
        _ => false,
    };

    /// <summary>Puts what was found between two parentheses into a node.</summary>
    public static int Close(Token open, int content, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        cursor.Require(TokenKind.CloseParenthesis);
        if (tree[content].Kind == SyntaxKind.Parentheses)
        {
            cursor.IsLookingAhead &= CanBeOperand(content, in tree);
            cursor.FindRedundantParentheses();
        }

        return tree.Add(SyntaxKind.Parentheses, open, content);
    }

    /// <summary>Takes the opening parenthesis.</summary>
    public static Token Open(int level, ref TokenCursor cursor)
    {
        if (level > LevelsMax)
        {
            cursor.IsLookingAhead = false;
            cursor.FindRedundantParentheses();
        }

        return cursor.Require(TokenKind.OpenParenthesis);
    }

    private static int ParseParentheses(int level, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        Token open = Open(level, ref cursor);
        int content = Parse(level, ref cursor, ref tree);
        return Close(open, content, ref cursor, ref tree);
    }

    private static int ParseFunction(int level, ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int function = tree.Add(SyntaxKind.Function, cursor.Take());
        Open(level, ref cursor);
        do
        {
            tree.Append(function, Parse(level, ref cursor, ref tree));
        }
        while (cursor.TryTake(TokenKind.Comma));

        cursor.Require(TokenKind.CloseParenthesis);
        return function;
    }
}
