using System.Globalization;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.Expressions.Syntax;
using Keyfold.Storage;

namespace Keyfold.Protocol.Expressions;

/// <summary>Makes paths, values and operands of conditions out of syntax, and looks up what placeholders stand for.</summary>
internal readonly ref struct OperandBuilder(string parameter, Placeholders placeholders)
{
    /// <summary>The parameter that the expression came in.</summary>
    public string Parameter { get; } = parameter;

    public DocumentPath BuildPath(int node, in SyntaxTree tree)
    {
        int depth = tree[node].ChildCount;
        if (depth > Limits.PathDepthMax)
        {
            throw StorageErrors.PathTooDeep(Parameter, depth);
        }

        Span<PathElement> elements = new PathElement[depth];
        int position = 0;
        for (int step = tree[node].FirstChild; step != SyntaxNode.None; step = tree[step].NextSibling)
        {
            elements[position++] = BuildStep(step, in tree);
        }

        return new DocumentPath(Sequence.Create<PathElement>(elements));
    }

    public AttributeValue BuildValue(int node, in SyntaxTree tree)
    {
        ReadOnlySpan<byte> key = tree.TextOf(node);
        return placeholders.TryUseValue(key, out AttributeValue value)
            ? value
            : throw ExpressionErrors.ValueUndefined(Parameter, Encoding.UTF8.GetString(key));
    }

    public Operand BuildOperand(int node, in SyntaxTree tree) => tree[node].Kind switch
    {
        SyntaxKind.Path => new PathOperand(BuildPath(node, in tree)),
        SyntaxKind.Value => new ValueOperand(BuildValue(node, in tree)),
        SyntaxKind.Parentheses => BuildOperand(tree[node].FirstChild, in tree),
        _ => BuildSize(node, in tree),
    };

    /// <summary>Makes all children operands, then checks that a function has as many as it takes.</summary>
    public Operand[] BuildOperands(int node, in SyntaxTree tree)
    {
        Operand[] operands = new Operand[tree[node].ChildCount];
        int position = 0;
        for (int child = tree[node].FirstChild; child != SyntaxNode.None; child = tree[child].NextSibling)
        {
            operands[position++] = BuildOperand(child, in tree);
        }

        if (tree[node].Kind == SyntaxKind.Function && ExpressionFunctions.Find(tree.TextOf(node)).Arity() != operands.Length)
        {
            throw StorageErrors.OperandCount(Parameter, Encoding.UTF8.GetString(tree.TextOf(node)), operands.Length);
        }

        return operands;
    }

    private SizeOperand BuildSize(int node, in SyntaxTree tree)
    {
        Operand of = BuildOperands(node, in tree)[0];
        AttributeType? type = of switch
        {
            ValueOperand value => value.Value.Type,
            SizeOperand => AttributeType.Number,
            _ => null,
        };
        return type is AttributeType.Number or AttributeType.Boolean or AttributeType.Null
            ? throw StorageErrors.OperandType(Parameter, "size", type.Value.Tag())
            : new SizeOperand(of);
    }

    private PathElement BuildStep(int step, in SyntaxTree tree)
    {
        ReadOnlySpan<byte> text = tree.TextOf(step);
        return tree[step].Kind switch
        {
            SyntaxKind.Name => PathElement.Member(Encoding.UTF8.GetString(text)),
            SyntaxKind.Index => PathElement.Element(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)),
            _ => placeholders.TryUseName(text, out PathElement name)
                ? name
                : throw ExpressionErrors.NameUndefined(Parameter, Encoding.UTF8.GetString(text)),
        };
    }
}
