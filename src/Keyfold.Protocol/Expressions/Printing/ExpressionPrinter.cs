using System.Buffers;
using System.Buffers.Text;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Protocol.Expressions;

/// <summary>
/// Writes expressions as DynamoDB's text. Every name is a placeholder <c>#0</c>, <c>#1</c> … and every value a <c>:0</c>, <c>:1</c> …, so that no name needs to
/// be checked against the reserved words and no text needs escapes in JSON. One printer serves all expressions of one request.
/// </summary>
/// <remarks>Not for concurrent use. Parsing what was printed gives an equal tree; the actions of an update come back section by section.</remarks>
public sealed partial class ExpressionPrinter
{
    private readonly List<PathElement> _names = [];
    private readonly List<AttributeValue> _values = [];

    /// <summary>The names: what is at position 3 is what <c>#3</c> stands for.</summary>
    public IReadOnlyList<PathElement> Names => _names;

    /// <summary>The values: what is at position 3 is what <c>:3</c> stands for.</summary>
    public IReadOnlyList<AttributeValue> Values => _values;

    /// <summary>Forgets all names and values, for the next request.</summary>
    public void Clear()
    {
        _names.Clear();
        _values.Clear();
    }

    /// <summary>Writes a projection.</summary>
    /// <param name="projection">The tree.</param>
    /// <param name="output">Takes the text as UTF-8.</param>
    public void Print(ProjectionExpression projection, IBufferWriter<byte> output)
    {
        ReadOnlySpan<byte> separator = default;
        foreach (DocumentPath path in projection.Paths)
        {
            output.Write(separator);
            Print(path, output);
            separator = ", "u8;
        }
    }

    /// <summary>Writes a key condition.</summary>
    /// <param name="condition">The tree.</param>
    /// <param name="output">Takes the text as UTF-8.</param>
    public void Print(KeyCondition condition, IBufferWriter<byte> output)
    {
        ReadOnlySpan<byte> separator = default;
        foreach (KeyTerm term in condition.Terms)
        {
            output.Write(separator);
            Print(term, output);
            separator = " AND "u8;
        }
    }

    private void Print(KeyTerm term, IBufferWriter<byte> output)
    {
        PathElement name = PathElement.Member(term.AttributeName);
        switch (term.Operator)
        {
            case KeyOperator.BeginsWith:
                output.Write("begins_with("u8);
                Print(name, output);
                output.Write(", "u8);
                Print(term.Value, output);
                output.Write(")"u8);
                break;
            case KeyOperator.Between:
                Print(name, output);
                output.Write(" BETWEEN "u8);
                Print(term.Value, output);
                output.Write(" AND "u8);
                Print(term.Upper, output);
                break;
            default:
                Print(name, output);
                output.Write(Symbol(term.Operator));
                Print(term.Value, output);
                break;
        }
    }

    private void Print(DocumentPath path, IBufferWriter<byte> output)
    {
        ReadOnlySpan<byte> separator = default;
        foreach (PathElement element in path.Elements)
        {
            if (element.IsMember)
            {
                output.Write(separator);
                Print(element, output);
            }
            else
            {
                output.Write("["u8);
                Print(element.Index, output);
                output.Write("]"u8);
            }

            separator = "."u8;
        }
    }

    private void Print(PathElement name, IBufferWriter<byte> output)
    {
        int position = _names.IndexOf(name);
        if (position < 0)
        {
            position = _names.Count;
            _names.Add(name);
        }

        output.Write("#"u8);
        Print(position, output);
    }

    private void Print(in AttributeValue value, IBufferWriter<byte> output)
    {
        output.Write(":"u8);
        Print(_values.Count, output);
        _values.Add(value);
    }

    private static void Print(int number, IBufferWriter<byte> output)
    {
        Utf8Formatter.TryFormat(number, output.GetSpan(11), out int length);
        output.Advance(length);
    }

    private static ReadOnlySpan<byte> Symbol(KeyOperator comparison) => comparison switch
    {
        KeyOperator.LessThan => " < "u8,
        KeyOperator.LessThanOrEqual => " <= "u8,
        KeyOperator.GreaterThan => " > "u8,
        KeyOperator.GreaterThanOrEqual => " >= "u8,
        _ => " = "u8,
    };
}
