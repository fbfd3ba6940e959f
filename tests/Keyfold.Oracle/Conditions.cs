using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Oracle;

/// <summary>What a condition or filter says of an item, by "Comparison operator and function reference" of the developer guide.</summary>
internal static class Conditions
{
    /// <summary>Whether a condition holds; an item that does not exist is an item without attributes.</summary>
    public static bool Holds(Condition? condition, Item item) => condition switch
    {
        null => true,
        And and => Holds(and.Left, item) && Holds(and.Right, item),
        Or or => Holds(or.Left, item) || Holds(or.Right, item),
        Not not => !Holds(not.Operand, item),
        AttributeExists exists => Paths.Resolve(exists.Path, item) is not null,
        AttributeNotExists absent => Paths.Resolve(absent.Path, item) is null,
        AttributeTypeIs type => Value(type.Value, item)?.Type == type.Type,
        Comparison comparison => Compares(Value(comparison.Left, item), comparison.Operator, Value(comparison.Right, item)),
        Between between => Compares(Value(between.Value, item), ComparisonOperator.GreaterThanOrEqual, Value(between.Lower, item))
            && Compares(Value(between.Value, item), ComparisonOperator.LessThanOrEqual, Value(between.Upper, item)),
        In any => any.Candidates.Any(candidate => Compares(Value(any.Value, item), ComparisonOperator.Equal, Value(candidate, item))),
        BeginsWith begins => Begins(Value(begins.Value, item), Value(begins.Prefix, item)),
        Contains contains => ContainsValue(Value(contains.Container, item), Value(contains.Value, item)),
        _ => throw new ArgumentException("An unknown kind of condition.", nameof(condition)),
    };

    private static AttributeValue? Value(Operand operand, Item item) => operand switch
    {
        PathOperand path => Paths.Resolve(path.Path, item),
        ValueOperand value => value.Value,
        SizeOperand size => Value(size.Of, item) is { } measured ? Size(measured) : null,
        _ => throw new ArgumentException("An unknown kind of operand.", nameof(operand)),
    };

    private static AttributeValue? Size(AttributeValue value) => value.Type switch
    {
        AttributeType.String or AttributeType.Binary => Ordering.Bytes(value).Length,
        AttributeType.List => value.AsList().Length,
        AttributeType.Map => value.AsMap().Count,
        AttributeType.StringSet => value.AsStringSet().Length,
        AttributeType.NumberSet => value.AsNumberSet().Length,
        AttributeType.BinarySet => value.AsBinarySet().Length,
        _ => null,
    };

    private static bool Compares(AttributeValue? left, ComparisonOperator comparison, AttributeValue? right)
    {
        // a missing side makes a comparison false, but "not equal" true, even when both sides are missing
        bool equal = left is not null && right is not null && left.Value.Equals(right.Value);
        if (comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            return comparison == ComparisonOperator.Equal ? equal : !equal;
        }

        if (left is null || right is null || !Ordering.AreComparable(left.Value, right.Value))
        {
            return false;
        }

        int order = Ordering.Compare(left.Value, right.Value);
        return comparison switch
        {
            ComparisonOperator.LessThan => order < 0,
            ComparisonOperator.LessThanOrEqual => order <= 0,
            ComparisonOperator.GreaterThan => order > 0,
            _ => order >= 0,
        };
    }

    private static bool Begins(AttributeValue? value, AttributeValue? prefix) =>
        value?.Type == prefix?.Type
        && value?.Type is AttributeType.String or AttributeType.Binary
        && Ordering.Bytes(value!.Value).StartsWith(Ordering.Bytes(prefix!.Value));

    private static bool ContainsValue(AttributeValue? container, AttributeValue? value)
    {
        if (container is not { } outer || value is not { } inner)
        {
            return false;
        }

        return outer.Type switch
        {
            AttributeType.List => outer.AsList().Contains(inner),
            AttributeType.String or AttributeType.Binary => inner.Type == outer.Type && Ordering.Bytes(outer).IndexOf(Ordering.Bytes(inner)) >= 0,
            AttributeType.StringSet => inner.Type == AttributeType.String && outer.AsStringSet().Contains(inner.AsString()),
            AttributeType.NumberSet => inner.Type == AttributeType.Number && outer.AsNumberSet().Contains(inner.AsNumber()),
            AttributeType.BinarySet =>
                inner.Type == AttributeType.Binary && outer.AsBinarySet().Any(member => member.Span.SequenceEqual(inner.AsBinary().Span)),
            _ => false,
        };
    }
}
