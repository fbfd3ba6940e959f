using Keyfold.Expressions;

namespace Keyfold.Engine.Evaluation;

/// <summary>
/// The paths of an expression in the order in which an encoded item has what they lead to: names by their bytes, elements by position. Paths that share their
/// first steps follow each other, so that one pass over the item meets all of them.
/// </summary>
internal static class PathOrder
{
    /// <summary>Up to so many paths are ordered on the stack.</summary>
    public const int OnStackMax = 32;

    /// <summary>Fills in the positions of the paths, in order.</summary>
    public static void Sort<TPaths>(TPaths paths, Span<int> order)
        where TPaths : struct, IPathList
    {
        if (order.Length > OnStackMax)
        {
            SortMany(paths, order);
            return;
        }

        for (int position = 0; position < order.Length; position++)
        {
            DocumentPath path = paths[position];
            int target = position;
            for (; target > 0 && Compare(paths[order[target - 1]], path) > 0; target--)
            {
                order[target] = order[target - 1];
            }

            order[target] = position;
        }
    }

    /// <summary>The end of the group of paths that take the same step as the first one.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="order">Positions of paths that share all steps before.</param>
    /// <param name="first">Where the group starts.</param>
    /// <param name="step">The step.</param>
    public static int EndOfGroup<TPaths>(TPaths paths, ReadOnlySpan<int> order, int first, int step)
        where TPaths : struct, IPathList
    {
        int end = first + 1;
        if (end < order.Length)
        {
            PathElement shared = paths[order[first]].Elements[step];
            while (end < order.Length && paths[order[end]].Elements[step] == shared)
            {
                end++;
            }
        }

        return end;
    }

    // apart from the others, which the closure would make allocate
    private static void SortMany<TPaths>(TPaths paths, Span<int> order)
        where TPaths : struct, IPathList
    {
        for (int position = 0; position < order.Length; position++)
        {
            order[position] = position;
        }

        order.Sort((left, right) => Compare(paths[left], paths[right]));
    }

    private static int Compare(DocumentPath left, DocumentPath right)
    {
        ReadOnlySpan<PathElement> leftSteps = left.Elements.AsSpan();
        ReadOnlySpan<PathElement> rightSteps = right.Elements.AsSpan();
        int common = Math.Min(leftSteps.Length, rightSteps.Length);
        for (int step = 0; step < common; step++)
        {
            ref readonly PathElement leftStep = ref leftSteps[step];
            ref readonly PathElement rightStep = ref rightSteps[step];
            int order = leftStep.IsMember && rightStep.IsMember
                ? leftStep.Utf8Name.SequenceCompareTo(rightStep.Utf8Name)
                : leftStep.Index.CompareTo(rightStep.Index);
            if (order != 0)
            {
                return order;
            }
        }

        return leftSteps.Length.CompareTo(rightSteps.Length);
    }
}
