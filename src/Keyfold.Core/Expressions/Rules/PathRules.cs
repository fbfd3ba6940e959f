using Keyfold.Storage;

namespace Keyfold.Expressions.Rules;

/// <summary>What holds for one document path, and for the paths of one expression among themselves.</summary>
internal static class PathRules
{
    /// <summary>Checks the depth of a path and the length of its names.</summary>
    public static void Check(DocumentPath path, string expression)
    {
        ReadOnlySpan<PathElement> elements = path.Elements.AsSpan();
        foreach (ref readonly PathElement element in elements)
        {
            if (element.IsMember && element.Utf8Name.Length is 0 or > Limits.AttributeNameBytesMax)
            {
                throw element.Utf8Name.IsEmpty ? StorageErrors.AttributeNameEmpty() : StorageErrors.AttributeNameTooLong();
            }
        }

        if (elements.Length > Limits.PathDepthMax)
        {
            throw StorageErrors.PathTooDeep(expression, elements.Length);
        }
    }

    /// <summary>
    /// Checks each path, that none is another one or lies within it, and that none goes by name where another goes by index. DynamoDB takes the paths from
    /// the last to the first, and reports the first that does not go with one it has.
    /// </summary>
    public static void CheckDisjoint<T>(ReadOnlySpan<T> elements, Func<T, DocumentPath> pathOf, string expression)
    {
        for (int first = elements.Length - 1; first >= 0; first--)
        {
            DocumentPath path = pathOf(elements[first]);
            Check(path, expression);
            for (int second = first + 1; second < elements.Length; second++)
            {
                CheckPair(path, pathOf(elements[second]), expression);
            }
        }
    }

    /// <summary>Checks that a path is disjoint from those that come behind it.</summary>
    public static void CheckDisjoint(DocumentPath path, ReadOnlySpan<DocumentPath> later, string expression)
    {
        foreach (DocumentPath other in later)
        {
            CheckPair(path, other, expression);
        }
    }

    /// <summary>The path as DynamoDB's messages print it: <c>[m, [0]]</c>.</summary>
    public static string Print(DocumentPath path) => path.Elements.ToString();

    private static void CheckPair(DocumentPath first, DocumentPath second, string expression)
    {
        switch (Relate(first, second))
        {
            case Relation.Overlap:
                throw StorageErrors.PathsOverlap(expression, Print(first), Print(second));
            case Relation.Conflict:
                throw StorageErrors.PathsConflict(expression, Print(first), Print(second));
            default:
                break;
        }
    }

    private static Relation Relate(DocumentPath left, DocumentPath right)
    {
        ReadOnlySpan<PathElement> leftElements = left.Elements.AsSpan();
        ReadOnlySpan<PathElement> rightElements = right.Elements.AsSpan();
        int common = Math.Min(leftElements.Length, rightElements.Length);
        for (int depth = 0; depth < common; depth++)
        {
            if (leftElements[depth] != rightElements[depth])
            {
                return leftElements[depth].IsMember == rightElements[depth].IsMember ? Relation.Disjoint : Relation.Conflict;
            }
        }

        return Relation.Overlap;
    }

    private enum Relation
    {
        Disjoint,
        Overlap,
        Conflict,
    }
}
