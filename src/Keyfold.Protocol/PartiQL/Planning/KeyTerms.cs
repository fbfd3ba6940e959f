using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Protocol.PartiQL.Planning;

/// <summary>Terms of a WHERE clause that a Query's key condition can say, too.</summary>
internal static class KeyTerms
{
    /// <summary>The term of a key condition for a sort key attribute; null if it can't say it.</summary>
    public static KeyTerm? OfSort(Condition term, string attributeName) => term switch
    {
        Comparison comparison => OfComparison(comparison, attributeName),
        Between { Lower: ValueOperand lower, Upper: ValueOperand upper } between when Conjuncts.IsAttribute(between.Value, attributeName) =>
            new KeyTerm(attributeName, KeyOperator.Between, lower.Value, upper.Value),
        BeginsWith { Prefix: ValueOperand prefix } function when Conjuncts.IsAttribute(function.Value, attributeName) =>
            new KeyTerm(attributeName, KeyOperator.BeginsWith, prefix.Value),
        _ => null,
    };

    /// <summary>The values that a partition key attribute may have by a term; null if it does not list them.</summary>
    public static List<AttributeValue>? OfPartition(Condition term, string attributeName)
    {
        if (Conjuncts.EqualTo(term, attributeName) is { } equal)
        {
            return [equal.Value];
        }

        return term is In membership && Conjuncts.IsAttribute(membership.Value, attributeName)
            && membership.Candidates.All(candidate => candidate is ValueOperand)
            ? [.. membership.Candidates.Select(candidate => ((ValueOperand)candidate).Value)]
            : null;
    }

    private static KeyTerm? OfComparison(Comparison comparison, string attributeName)
    {
        if (comparison.Right is ValueOperand right && Conjuncts.IsAttribute(comparison.Left, attributeName))
        {
            return OperatorOf(comparison.Operator, isMirrored: false) is { } found ? new KeyTerm(attributeName, found, right.Value) : null;
        }

        return comparison.Left is ValueOperand left && Conjuncts.IsAttribute(comparison.Right, attributeName)
            && OperatorOf(comparison.Operator, isMirrored: true) is { } mirrored
            ? new KeyTerm(attributeName, mirrored, left.Value)
            : null;
    }

    private static KeyOperator? OperatorOf(ComparisonOperator comparison, bool isMirrored) => comparison switch
    {
        ComparisonOperator.Equal => KeyOperator.Equal,
        ComparisonOperator.LessThan => isMirrored ? KeyOperator.GreaterThan : KeyOperator.LessThan,
        ComparisonOperator.LessThanOrEqual => isMirrored ? KeyOperator.GreaterThanOrEqual : KeyOperator.LessThanOrEqual,
        ComparisonOperator.GreaterThan => isMirrored ? KeyOperator.LessThan : KeyOperator.GreaterThan,
        ComparisonOperator.GreaterThanOrEqual => isMirrored ? KeyOperator.LessThanOrEqual : KeyOperator.GreaterThanOrEqual,
        _ => null,
    };
}
