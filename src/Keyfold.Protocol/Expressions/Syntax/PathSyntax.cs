namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>The grammar of document paths: <c>a.#b[0]</c>.</summary>
internal static class PathSyntax
{
    public static int Parse(ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int path = tree.Add(SyntaxKind.Path, cursor.Current);
        ParseName(path, ref cursor, ref tree, isAllowed: false);
        while (true)
        {
            if (cursor.Kind == TokenKind.Dot)
            {
                cursor.Take();

                // DynamoDB's grammar takes a :value here, which then is the placeholder of no name
                ParseName(path, ref cursor, ref tree, cursor.Kind == TokenKind.ValuePlaceholder);
            }
            else if (cursor.TryTake(TokenKind.OpenBracket))
            {
                Token digits = cursor.Require(TokenKind.Digits);
                tree.Append(path, tree.Add(SyntaxKind.Index, digits));
                cursor.Require(TokenKind.CloseBracket);
            }
            else
            {
                return path;
            }
        }
    }

    private static void ParseName(int path, ref TokenCursor cursor, ref SyntaxTree tree, bool isAllowed)
    {
        if (!isAllowed && cursor.Kind is not (TokenKind.Identifier or TokenKind.NamePlaceholder))
        {
            cursor.ThrowSyntax();
        }

        Token token = cursor.Take();
        SyntaxKind kind = token.Kind == TokenKind.Identifier ? SyntaxKind.Name : SyntaxKind.NamePlaceholder;
        tree.Append(path, tree.Add(kind, token));
    }
}
