using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Engine.Evaluation;

/// <summary>Follows document paths into encoded items.</summary>
internal static class EncodedPath
{
    /// <summary>The value at a path; missing when a step leads to nothing, into a scalar or past the end of a list.</summary>
    /// <param name="item">The encoded item; empty when there is none.</param>
    /// <param name="path">The path.</param>
    public static EncodedValue Find(ReadOnlySpan<byte> item, DocumentPath path) => Find(item, path.Elements.AsSpan());

    /// <summary>Whether a value may be put at a path: the item itself, or a map or list that fits the last step, is there to take it.</summary>
    public static bool HasParent(ReadOnlySpan<byte> item, DocumentPath path)
    {
        if (path.IsTopLevel)
        {
            return true;
        }

        ReadOnlySpan<PathElement> steps = path.Elements.AsSpan();
        EncodedValue parent = Find(item, steps[..^1]);
        return !parent.IsMissing && parent.Type == (steps[^1].IsMember ? AttributeType.Map : AttributeType.List);
    }

    private static EncodedValue Find(ReadOnlySpan<byte> item, ReadOnlySpan<PathElement> steps)
    {
        if (item.IsEmpty || !new EncodedItem(item).TryFind(steps[0].Utf8Name, out EncodedValue value))
        {
            return default;
        }

        for (int step = 1; step < steps.Length && !value.IsMissing; step++)
        {
            value = Child(value, steps[step]);
        }

        return value;
    }

    private static EncodedValue Child(EncodedValue value, in PathElement step)
    {
        EncodedValue child = default;
        if (step.IsMember)
        {
            _ = value.Type == AttributeType.Map && value.AsMap().TryFind(step.Utf8Name, out child);
        }
        else
        {
            _ = value.Type == AttributeType.List && value.TryGetElement(step.Index, out child);
        }

        return child;
    }
}
