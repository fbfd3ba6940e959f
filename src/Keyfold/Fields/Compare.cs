using Keyfold.Codecs;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Fields;

/// <summary>Makes the conditions behind the fields' operators.</summary>
internal static class Compare
{
    public static Condition Values(DocumentPath path, ComparisonOperator comparison, in AttributeValue value) =>
        new Comparison(new PathOperand(path), comparison, new ValueOperand(value));

    public static Condition Between(DocumentPath path, in AttributeValue lower, in AttributeValue upper) =>
        new Between(new PathOperand(path), new ValueOperand(lower), new ValueOperand(upper));

    public static Condition In<T>(DocumentPath path, ValueEncoder<T> encoder, ReadOnlySpan<T> candidates)
    {
        if (candidates.Length is 0 or > Limits.InOperandsMax)
        {
            throw new ArgumentException($"In takes 1 to {Limits.InOperandsMax} values, and was given {candidates.Length}.", nameof(candidates));
        }

        var operands = new Operand[candidates.Length];
        for (int index = 0; index < operands.Length; index++)
        {
            operands[index] = new ValueOperand(encoder.Encode(candidates[index]));
        }

        return new In(new PathOperand(path), Sequence.Create<Operand>(operands));
    }
}
