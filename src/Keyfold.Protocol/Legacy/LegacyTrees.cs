using System.Diagnostics;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Protocol.Legacy;

/// <summary>Makes the trees of legacy conditions that <see cref="LegacyConditionRules"/> has checked.</summary>
internal static class LegacyTrees
{
    /// <summary>All conditions, joined by the operator; null for none.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="conditionalOperator">AND, OR, or null for AND.</param>
    public static Condition? Join(List<LegacyCondition>? conditions, string? conditionalOperator)
    {
        Condition? joined = null;
        foreach (LegacyCondition condition in conditions ?? [])
        {
            Condition next = ToCondition(condition);
            joined = joined is null ? next : conditionalOperator == "OR" ? joined | next : joined & next;
        }

        return joined;
    }

    /// <summary>A key condition.</summary>
    /// <exception cref="StorageException">An operator is not one for keys.</exception>
    public static KeyCondition ToKeyCondition(List<LegacyCondition> conditions)
    {
        List<KeyTerm> terms = [];
        foreach (LegacyCondition condition in conditions)
        {
            KeyOperator comparison = condition.Operator switch
            {
                "EQ" => KeyOperator.Equal,
                "LT" => KeyOperator.LessThan,
                "LE" => KeyOperator.LessThanOrEqual,
                "GT" => KeyOperator.GreaterThan,
                "GE" => KeyOperator.GreaterThanOrEqual,
                "BETWEEN" => KeyOperator.Between,
                "BEGINS_WITH" => KeyOperator.BeginsWith,
                _ => throw LegacyErrors.NotIndexable(),
            };
            AttributeValue[] arguments = condition.Arguments;
            terms.Add(new KeyTerm(condition.AttributeName, comparison, arguments[0], comparison == KeyOperator.Between ? arguments[1] : default));
        }

        return new KeyCondition(Sequence.From(terms));
    }

    private static Condition ToCondition(LegacyCondition condition)
    {
        DocumentPath path = condition.AttributeName;
        PathOperand attribute = new(path);
        AttributeValue[] arguments = condition.Arguments;
        return condition.Operator switch
        {
            null => condition.Exists == false
                ? new AttributeNotExists(path)
                : new Comparison(attribute, ComparisonOperator.Equal, new ValueOperand(arguments[0])),
            "EQ" => Compare(ComparisonOperator.Equal),
            "NE" => Compare(ComparisonOperator.NotEqual),
            "LT" => Compare(ComparisonOperator.LessThan),
            "LE" => Compare(ComparisonOperator.LessThanOrEqual),
            "GT" => Compare(ComparisonOperator.GreaterThan),
            "GE" => Compare(ComparisonOperator.GreaterThanOrEqual),
            "NULL" => new AttributeNotExists(path),
            "NOT_NULL" => new AttributeExists(path),
            "BETWEEN" => new Between(attribute, new ValueOperand(arguments[0]), new ValueOperand(arguments[1])),

            // unlike IN of an expression this one takes any number
            "IN" => arguments
                .Chunk(Limits.InOperandsMax)
                .Select(some => (Condition)new In(attribute, Sequence.From(some.Select(argument => (Operand)new ValueOperand(argument)))))
                .Aggregate((one, other) => one | other),
            "BEGINS_WITH" => new BeginsWith(attribute, new ValueOperand(arguments[0])),
            "CONTAINS" => new Contains(attribute, new ValueOperand(arguments[0])),

            // unlike NOT contains(…) this one is false where the attribute is missing
            "NOT_CONTAINS" => new AttributeExists(path) & !new Contains(attribute, new ValueOperand(arguments[0])),
            _ => throw new UnreachableException(),
        };

        Comparison Compare(ComparisonOperator comparison) => new(attribute, comparison, new ValueOperand(arguments[0]));
    }
}
