using System.Buffers;
using System.Diagnostics;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Protocol.Expressions;

/// <content>Conditions and filters.</content>
public sealed partial class ExpressionPrinter
{
    /// <summary>Writes a condition or filter.</summary>
    /// <param name="condition">The tree.</param>
    /// <param name="output">Takes the text as UTF-8.</param>
    public void Print(Condition condition, IBufferWriter<byte> output)
    {
        switch (condition)
        {
            case And and:
                PrintOperand(and.Left, and.Left is Or, output);
                output.Write(" AND "u8);
                PrintOperand(and.Right, and.Right is And or Or, output);
                break;
            case Or or:
                PrintOperand(or.Left, inParentheses: false, output);
                output.Write(" OR "u8);
                PrintOperand(or.Right, or.Right is Or, output);
                break;
            case Not not:
                output.Write("NOT "u8);
                PrintOperand(not.Operand, not.Operand is And or Or, output);
                break;
            case Comparison comparison:
                Print(comparison.Left, output);
                output.Write(Symbol(comparison.Operator));
                Print(comparison.Right, output);
                break;
            case Between between:
                Print(between.Value, output);
                output.Write(" BETWEEN "u8);
                Print(between.Lower, output);
                output.Write(" AND "u8);
                Print(between.Upper, output);
                break;
            case In membership:
                Print(membership, output);
                break;
            default:
                PrintFunction(condition, output);
                break;
        }
    }

    private void PrintOperand(Condition condition, bool inParentheses, IBufferWriter<byte> output)
    {
        output.Write(inParentheses ? "("u8 : default);
        Print(condition, output);
        output.Write(inParentheses ? ")"u8 : default);
    }

    private void Print(In membership, IBufferWriter<byte> output)
    {
        Print(membership.Value, output);
        ReadOnlySpan<byte> separator = " IN ("u8;
        foreach (Operand candidate in membership.Candidates)
        {
            output.Write(separator);
            Print(candidate, output);
            separator = ", "u8;
        }

        output.Write(")"u8);
    }

    private void PrintFunction(Condition condition, IBufferWriter<byte> output)
    {
        switch (condition)
        {
            case AttributeExists function:
                output.Write("attribute_exists("u8);
                Print(function.Path, output);
                break;
            case AttributeNotExists function:
                output.Write("attribute_not_exists("u8);
                Print(function.Path, output);
                break;
            case AttributeTypeIs function:
                output.Write("attribute_type("u8);
                Print(function.Value, output);
                output.Write(", "u8);
                Print((AttributeValue)function.Type.Tag(), output);
                break;
            case BeginsWith function:
                output.Write("begins_with("u8);
                Print(function.Value, output);
                output.Write(", "u8);
                Print(function.Prefix, output);
                break;
            case Contains function:
                output.Write("contains("u8);
                Print(function.Container, output);
                output.Write(", "u8);
                Print(function.Value, output);
                break;
            default:
                throw new UnreachableException();
        }

        output.Write(")"u8);
    }

    private void Print(Operand operand, IBufferWriter<byte> output)
    {
        switch (operand)
        {
            case PathOperand path:
                Print(path.Path, output);
                break;
            case ValueOperand value:
                Print(value.Value, output);
                break;
            case SizeOperand size:
                output.Write("size("u8);
                Print(size.Of, output);
                output.Write(")"u8);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static ReadOnlySpan<byte> Symbol(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => " = "u8,
        ComparisonOperator.NotEqual => " <> "u8,
        ComparisonOperator.LessThan => " < "u8,
        ComparisonOperator.LessThanOrEqual => " <= "u8,
        ComparisonOperator.GreaterThan => " > "u8,
        ComparisonOperator.GreaterThanOrEqual => " >= "u8,
        _ => throw new UnreachableException(),
    };
}
