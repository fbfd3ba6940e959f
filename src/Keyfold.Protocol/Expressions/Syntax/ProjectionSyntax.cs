namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>The grammar of projections: paths between commas.</summary>
internal static class ProjectionSyntax
{
    public static int Parse(ref TokenCursor cursor, ref SyntaxTree tree)
    {
        int projection = tree.Add(SyntaxKind.List, cursor.Current);
        do
        {
            tree.Append(projection, PathSyntax.Parse(ref cursor, ref tree));
        }
        while (cursor.TryTake(TokenKind.Comma));

        cursor.Require(TokenKind.End);
        return projection;
    }
}
