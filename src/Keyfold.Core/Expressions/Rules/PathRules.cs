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

    /// <summary>Checks that no path is another one or lies within it (reported first), and that none goes by name where another goes by index.</summary>
    public static void CheckDisjoint<T>(ReadOnlySpan<T> elements, Func<T, DocumentPath> pathOf, string expression)
    {
        (DocumentPath First, DocumentPath Second)? conflict = null;
        for (int second = 1; second < elements.Length; second++)
        {
            DocumentPath secondPath = pathOf(elements[second]);
            for (int first = 0; first < second; first++)
            {
                DocumentPath firstPath = pathOf(elements[first]);
                Relation relation = Relate(firstPath, secondPath);
                if (relation == Relation.Overlap)
                {
                    throw StorageErrors.PathsOverlap(expression, Print(firstPath), Print(secondPath));
                }

                if (relation == Relation.Conflict)
                {
                    conflict ??= (firstPath, secondPath);
                }
            }
        }

        if (conflict is { } found)
        {
            throw StorageErrors.PathsConflict(expression, Print(found.First), Print(found.Second));
        }
    }

    /// <summary>The path as DynamoDB's messages print it: <c>[m, [0]]</c>.</summary>
    public static string Print(DocumentPath path) => path.Elements.ToString();

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
