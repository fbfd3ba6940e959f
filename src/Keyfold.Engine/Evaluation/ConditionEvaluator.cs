using System.Diagnostics;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Engine.Evaluation;

/// <summary>
/// Decides conditions and filters on an encoded item where it lies. Literals are encoded and compared as bytes; nothing of the item is decoded but numbers
/// whose order is asked for, and nothing is allocated unless a literal is a list, map, set or long text.
/// </summary>
/// <remarks>See "Comparison operator and function reference" of DynamoDB's developer guide. The tree must have passed <c>ExpressionRules</c>.</remarks>
internal static class ConditionEvaluator
{
    /// <summary>Whether a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="item">The encoded item; empty when there is none, and then every path is missing.</param>
    public static bool Holds(Condition condition, ReadOnlySpan<byte> item) => condition switch
    {
        Comparison comparison => Compares(comparison, item),
        And and => Holds(and.Left, item) && Holds(and.Right, item),
        Or or => Holds(or.Left, item) || Holds(or.Right, item),
        Not not => !Holds(not.Operand, item),
        AttributeExists exists => !EncodedPath.Find(item, exists.Path).IsMissing,
        AttributeNotExists notExists => EncodedPath.Find(item, notExists.Path).IsMissing,
        BeginsWith function => Begins(function, item),
        Contains function => Includes(function, item),
        Between between => IsBetween(between, item),
        In membership => IsIn(membership, item),
        AttributeTypeIs function => IsOfType(function, item),
        _ => throw new UnreachableException(),
    };

    private static bool Compares(Comparison comparison, ReadOnlySpan<byte> item)
    {
        Span<byte> leftScratch = stackalloc byte[EncodedLiteral.ScratchLength];
        Span<byte> rightScratch = stackalloc byte[EncodedLiteral.ScratchLength];
        EncodedValue left = Resolve(comparison.Left, item, leftScratch);
        EncodedValue right = Resolve(comparison.Right, item, rightScratch);
        return comparison.Operator switch
        {
            ComparisonOperator.Equal => EncodedValue.AreEqual(left, right),
            ComparisonOperator.NotEqual => !EncodedValue.AreEqual(left, right),
            ComparisonOperator.LessThan => HaveOrder(left, right) && EncodedValue.Compare(left, right) < 0,
            ComparisonOperator.LessThanOrEqual => HaveOrder(left, right) && EncodedValue.Compare(left, right) <= 0,
            ComparisonOperator.GreaterThan => HaveOrder(left, right) && EncodedValue.Compare(left, right) > 0,
            ComparisonOperator.GreaterThanOrEqual => HaveOrder(left, right) && EncodedValue.Compare(left, right) >= 0,
            _ => throw new UnreachableException(),
        };
    }

    private static bool IsBetween(Between between, ReadOnlySpan<byte> item)
    {
        Span<byte> valueScratch = stackalloc byte[EncodedLiteral.ScratchLength];
        Span<byte> boundScratch = stackalloc byte[EncodedLiteral.ScratchLength];
        EncodedValue value = Resolve(between.Value, item, valueScratch);
        EncodedValue lower = Resolve(between.Lower, item, boundScratch);
        if (!HaveOrder(value, lower) || EncodedValue.Compare(value, lower) < 0)
        {
            return false;
        }

        EncodedValue upper = Resolve(between.Upper, item, boundScratch);
        return HaveOrder(value, upper) && EncodedValue.Compare(value, upper) <= 0;
    }

    private static bool IsIn(In membership, ReadOnlySpan<byte> item)
    {
        Span<byte> valueScratch = stackalloc byte[EncodedLiteral.ScratchLength];
        Span<byte> candidateScratch = stackalloc byte[EncodedLiteral.ScratchLength];
        EncodedValue value = Resolve(membership.Value, item, valueScratch);
        foreach (Operand candidate in membership.Candidates)
        {
            if (EncodedValue.AreEqual(value, Resolve(candidate, item, candidateScratch)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(BeginsWith function, ReadOnlySpan<byte> item)
    {
        Span<byte> valueScratch = stackalloc byte[EncodedLiteral.ScratchLength];
        Span<byte> prefixScratch = stackalloc byte[EncodedLiteral.ScratchLength];
        EncodedValue value = Resolve(function.Value, item, valueScratch);
        EncodedValue prefix = Resolve(function.Prefix, item, prefixScratch);
        return AreOfOneType(value, prefix) && value.Type switch
        {
            AttributeType.String => value.AsUtf8().StartsWith(prefix.AsUtf8()),
            AttributeType.Binary => value.AsBinary().StartsWith(prefix.AsBinary()),
            _ => false,
        };
    }

    private static bool Includes(Contains function, ReadOnlySpan<byte> item)
    {
        Span<byte> containerScratch = stackalloc byte[EncodedLiteral.ScratchLength];
        Span<byte> valueScratch = stackalloc byte[EncodedLiteral.ScratchLength];
        EncodedValue container = Resolve(function.Container, item, containerScratch);
        EncodedValue value = Resolve(function.Value, item, valueScratch);
        return !container.IsMissing && !value.IsMissing && container.Type switch
        {
            AttributeType.String => value.Type == AttributeType.String && container.AsUtf8().IndexOf(value.AsUtf8()) >= 0,
            AttributeType.Binary => value.Type == AttributeType.Binary && container.AsBinary().IndexOf(value.AsBinary()) >= 0,
            AttributeType.List or AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet => container.Contains(value),
            _ => false,
        };
    }

    private static bool IsOfType(AttributeTypeIs function, ReadOnlySpan<byte> item)
    {
        Span<byte> scratch = stackalloc byte[EncodedLiteral.ScratchLength];
        EncodedValue value = Resolve(function.Value, item, scratch);
        return !value.IsMissing && value.Type == function.Type;
    }

    private static EncodedValue Resolve(Operand operand, ReadOnlySpan<byte> item, Span<byte> scratch) => operand switch
    {
        PathOperand path => EncodedPath.Find(item, path.Path),
        ValueOperand literal => EncodedLiteral.Encode(literal.Value, scratch),
        SizeOperand size => SizeOf(Resolve(size.Of, item, scratch), scratch),
        _ => throw new UnreachableException(),
    };

    // strings are measured in bytes of UTF-8: DynamoDB documents "length" only, and bytes is what it counts for size limits
    private static EncodedValue SizeOf(EncodedValue value, Span<byte> scratch)
    {
        int? size = value.IsMissing ? null : value.Type switch
        {
            AttributeType.String => value.AsUtf8().Length,
            AttributeType.Binary => value.AsBinary().Length,
            AttributeType.Number or AttributeType.Boolean or AttributeType.Null => null,
            _ => value.Count,
        };
        return size is { } number ? new EncodedValue(scratch[..EncodedLiteral.WriteNumber(scratch, number)]) : default;
    }

    private static bool AreOfOneType(EncodedValue left, EncodedValue right) => !left.IsMissing && !right.IsMissing && left.Type == right.Type;

    private static bool HaveOrder(EncodedValue left, EncodedValue right) => AreOfOneType(left, right) && left.Type.IsOrdered();
}
