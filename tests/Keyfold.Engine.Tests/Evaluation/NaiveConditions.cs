using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>Conditions over items as objects: slow, and simple enough to be read as the specification.</summary>
internal static class NaiveConditions
{
    public static bool Holds(Condition condition, Item? item) => condition switch
    {
        And and => Holds(and.Left, item) && Holds(and.Right, item),
        Or or => Holds(or.Left, item) || Holds(or.Right, item),
        Not not => !Holds(not.Operand, item),
        AttributeExists exists => Find(item, exists.Path) is not null,
        AttributeNotExists notExists => Find(item, notExists.Path) is null,
        AttributeTypeIs function => Resolve(function.Value, item)?.Type == function.Type,
        Comparison comparison => Compares(Resolve(comparison.Left, item), comparison.Operator, Resolve(comparison.Right, item)),
        Between between => Compares(Resolve(between.Lower, item), ComparisonOperator.LessThanOrEqual, Resolve(between.Value, item))
            && Compares(Resolve(between.Value, item), ComparisonOperator.LessThanOrEqual, Resolve(between.Upper, item)),
        In membership => membership.Candidates.Any(candidate => Compares(Resolve(membership.Value, item), ComparisonOperator.Equal, Resolve(candidate, item))),
        BeginsWith function => Begins(Resolve(function.Value, item), Resolve(function.Prefix, item)),
        Contains function => Includes(Resolve(function.Container, item), Resolve(function.Value, item)),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>The value at a path, or null.</summary>
    public static AttributeValue? Find(Item? item, DocumentPath path)
    {
        AttributeValue? value = item is null ? (AttributeValue?)null : AttributeValue.Map(item);
        foreach (PathElement step in path.Elements)
        {
            value = value switch
            {
                { Type: AttributeType.Map } map when step.IsMember && map.AsMap().TryGet(step.Name!, out AttributeValue member) => member,
                { Type: AttributeType.List } list when !step.IsMember && step.Index < list.AsList().Length => list.AsList()[step.Index],
                _ => (AttributeValue?)null,
            };
        }

        return value;
    }

    private static AttributeValue? Resolve(Operand operand, Item? item) => operand switch
    {
        PathOperand path => Find(item, path.Path),
        ValueOperand literal => literal.Value,
        SizeOperand size => Size(Resolve(size.Of, item)),
        _ => throw new ArgumentOutOfRangeException(nameof(operand)),
    };

    private static AttributeValue? Size(AttributeValue? value) => value?.Type switch
    {
        AttributeType.String => System.Text.Encoding.UTF8.GetByteCount(value.Value.AsString()),
        AttributeType.Binary => value.Value.AsBinary().Length,
        AttributeType.List => value.Value.AsList().Length,
        AttributeType.Map => value.Value.AsMap().Count,
        AttributeType.StringSet => value.Value.AsStringSet().Length,
        AttributeType.NumberSet => value.Value.AsNumberSet().Length,
        AttributeType.BinarySet => value.Value.AsBinarySet().Length,
        _ => null,
    };

    private static bool Compares(AttributeValue? left, ComparisonOperator comparison, AttributeValue? right)
    {
        bool equal = left is not null && right is not null && left.Value.Equals(right.Value);
        int? order = Order(left, right);
        return comparison switch
        {
            ComparisonOperator.Equal => equal,
            ComparisonOperator.NotEqual => !equal,
            ComparisonOperator.LessThan => order < 0,
            ComparisonOperator.LessThanOrEqual => order <= 0,
            ComparisonOperator.GreaterThan => order > 0,
            _ => order >= 0,
        };
    }

    private static int? Order(AttributeValue? left, AttributeValue? right) => (left?.Type, right?.Type) switch
    {
        (AttributeType.String, AttributeType.String) => Utf8Order.Compare(left!.Value.AsString(), right!.Value.AsString()),
        (AttributeType.Number, AttributeType.Number) => left!.Value.AsNumber().CompareTo(right!.Value.AsNumber()),
        (AttributeType.Binary, AttributeType.Binary) => left!.Value.AsBinary().Span.SequenceCompareTo(right!.Value.AsBinary().Span),
        _ => null,
    };

    private static bool Begins(AttributeValue? value, AttributeValue? prefix) => (value?.Type, prefix?.Type) switch
    {
        (AttributeType.String, AttributeType.String) => value!.Value.AsString().StartsWith(prefix!.Value.AsString(), StringComparison.Ordinal),
        (AttributeType.Binary, AttributeType.Binary) => value!.Value.AsBinary().Span.StartsWith(prefix!.Value.AsBinary().Span),
        _ => false,
    };

    private static bool Includes(AttributeValue? container, AttributeValue? value) => (container?.Type, value?.Type) switch
    {
        (AttributeType.String, AttributeType.String) => container!.Value.AsString().Contains(value!.Value.AsString(), StringComparison.Ordinal),
        (AttributeType.Binary, AttributeType.Binary) => container!.Value.AsBinary().Span.IndexOf(value!.Value.AsBinary().Span) >= 0,
        (AttributeType.StringSet, AttributeType.String) => container!.Value.AsStringSet().Contains(value!.Value.AsString()),
        (AttributeType.NumberSet, AttributeType.Number) => container!.Value.AsNumberSet().Contains(value!.Value.AsNumber()),
        (AttributeType.BinarySet, AttributeType.Binary) =>
            container!.Value.AsBinarySet().Any(member => member.Span.SequenceEqual(value!.Value.AsBinary().Span)),
        (AttributeType.List, not null) => container!.Value.AsList().Contains(value!.Value),
        _ => false,
    };
}
