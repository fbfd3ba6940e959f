using System.Diagnostics;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Expressions.Rules;

/// <summary>What holds for the two literals of a BETWEEN, in a condition and in a key condition alike.</summary>
public static class BoundRules
{
    /// <summary>Checks that both bounds have one type and that the upper one is not below the lower one.</summary>
    /// <param name="lower">A string, number or binary.</param>
    /// <param name="upper">A string, number or binary.</param>
    /// <param name="expression">The request's parameter they came in.</param>
    /// <exception cref="StorageException">They differ in type or stand in the wrong order.</exception>
    public static void Check(in AttributeValue lower, in AttributeValue upper, string expression)
    {
        if (lower.Type != upper.Type)
        {
            throw StorageErrors.BetweenMixed(expression, lower.ToString(), upper.ToString());
        }

        if (!AreOrdered(lower, upper))
        {
            throw StorageErrors.BetweenReversed(expression, lower.ToString(), upper.ToString());
        }
    }

    /// <summary>Whether an upper bound is not below a lower one of the same type.</summary>
    internal static bool AreOrdered(in AttributeValue lower, in AttributeValue upper) => Compare(lower, upper) <= 0;

    private static int Compare(in AttributeValue left, in AttributeValue right) => left.Type switch
    {
        AttributeType.String => Utf8Order.Compare(left.AsString(), right.AsString()),
        AttributeType.Number => left.AsNumber().CompareTo(right.AsNumber()),
        AttributeType.Binary => left.AsBinary().Span.SequenceCompareTo(right.AsBinary().Span),
        _ => throw new UnreachableException(),
    };
}
