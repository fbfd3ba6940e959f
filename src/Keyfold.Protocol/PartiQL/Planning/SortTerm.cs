using Keyfold.Expressions;
using Keyfold.Expressions.Rules;

namespace Keyfold.Protocol.PartiQL.Planning;

/// <summary>A term of a WHERE clause about a sort key attribute, as it stands and as a key condition says it.</summary>
internal sealed record SortTerm(Condition Condition, KeyTerm Key)
{
    /// <summary>The sort term that a condition is; null if a key condition can't say it.</summary>
    public static SortTerm? Of(Condition condition, string attributeName) =>
        KeyTerms.OfSort(condition, attributeName) is { } key ? new SortTerm(condition, key) : null;

    /// <summary>The range from this bound to another one, both of them in it; null if they are not the two ends of one.</summary>
    public KeyTerm? RangeTo(SortTerm other) => Range(Key, other.Key) ?? Range(other.Key, Key);

    private static KeyTerm? Range(KeyTerm lower, KeyTerm upper) =>
        lower.Operator is KeyOperator.GreaterThan or KeyOperator.GreaterThanOrEqual
        && upper.Operator is KeyOperator.LessThan or KeyOperator.LessThanOrEqual
        && lower.Value.Type == upper.Value.Type
        && BoundRules.AreOrdered(lower.Value, upper.Value)
            ? new KeyTerm(lower.AttributeName, KeyOperator.Between, lower.Value, upper.Value)
            : null;
}
