using System.Diagnostics;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Items;
using Keyfold.Protocol.Expressions.Syntax;
using Keyfold.Storage;

namespace Keyfold.Protocol.Expressions;

/// <summary>
/// Makes a condition's tree out of its syntax. Each term is checked when its operands are known, so that the first wrong term is reported, be it for an
/// undefined placeholder or for what the term says.
/// </summary>
internal readonly ref struct ConditionBuilder(OperandBuilder builder)
{
    // the types that DynamoDB's own parser knows beyond those of items; it prints them where the type of an item's attribute is no type's name
    internal const string PathTypes =
        "{SS,FS,BS,HD,DOUBLE,DECIMALSET,FLOAT,BOOL,INTSET,NS,N,B,HDS,DICT,DECIMAL,DOUBLESET,L,S,NULL,M,INT}";

    private readonly OperandBuilder _builder = builder;

    private string Parameter => _builder.Parameter;

    public Condition Build(int node, in SyntaxTree tree) => tree[node].Kind switch
    {
        SyntaxKind.Parentheses => Build(tree[node].FirstChild, in tree),
        SyntaxKind.And => new And(Build(tree[node].FirstChild, in tree), Build(tree[node].LastChild, in tree)),
        SyntaxKind.Or => new Or(Build(tree[node].FirstChild, in tree), Build(tree[node].LastChild, in tree)),
        SyntaxKind.Not => new Not(Build(tree[node].FirstChild, in tree)),
        _ => BuildTerm(node, in tree),
    };

    private Condition BuildTerm(int node, in SyntaxTree tree)
    {
        Operand[] operands = _builder.BuildOperands(node, in tree);
        Condition term = tree[node].Kind switch
        {
            SyntaxKind.Comparison => new Comparison(operands[0], OperatorOf(tree[node].Operator), operands[1]),
            SyntaxKind.Between => new Between(operands[0], operands[1], operands[2]),
            SyntaxKind.In => new In(operands[0], Sequence.Create<Operand>(operands.AsSpan(1))),
            _ => BuildFunction(tree.TextOf(node), operands),
        };
        ConditionRules.Check(term, Parameter);
        return term;
    }

    private Condition BuildFunction(ReadOnlySpan<byte> name, Operand[] operands) => ExpressionFunctions.Find(name) switch
    {
        ExpressionFunction.AttributeExists => new AttributeExists(RequirePath(operands[0], name)),
        ExpressionFunction.AttributeNotExists => new AttributeNotExists(RequirePath(operands[0], name)),
        ExpressionFunction.AttributeType => new AttributeTypeIs(operands[0], TypeOf(operands[0], operands[1])),
        ExpressionFunction.BeginsWith => new BeginsWith(operands[0], operands[1]),
        ExpressionFunction.Contains => new Contains(operands[0], operands[1]),
        _ => throw new UnreachableException(),
    };

    private DocumentPath RequirePath(Operand operand, ReadOnlySpan<byte> function) => operand is PathOperand path
        ? path.Path
        : throw ExpressionErrors.PathRequired(Parameter, Encoding.UTF8.GetString(function));

    private AttributeType TypeOf(Operand tested, Operand type)
    {
        const string Function = "attribute_type";
        if (tested is PathOperand path && type is PathOperand typePath && path.Path.Equals(typePath.Path))
        {
            throw StorageErrors.OperandsNotDistinct(Parameter, Function, PathRules.Print(path.Path));
        }

        if (type is not ValueOperand { Value: { Type: AttributeType.String } name })
        {
            throw StorageErrors.OperandType(Parameter, Function, type switch
            {
                ValueOperand value => value.Value.Type.Tag(),
                SizeOperand => AttributeType.Number.Tag(),
                _ => PathTypes,
            });
        }

        return AttributeTypes.TryParseTag(name.AsString(), out AttributeType found)
            ? found
            : throw ExpressionErrors.AttributeTypeUnknown(Parameter, name.AsString());
    }

    private static ComparisonOperator OperatorOf(TokenKind token) => token switch
    {
        TokenKind.Equal => ComparisonOperator.Equal,
        TokenKind.NotEqual => ComparisonOperator.NotEqual,
        TokenKind.LessThan => ComparisonOperator.LessThan,
        TokenKind.LessThanOrEqual => ComparisonOperator.LessThanOrEqual,
        TokenKind.GreaterThan => ComparisonOperator.GreaterThan,
        TokenKind.GreaterThanOrEqual => ComparisonOperator.GreaterThanOrEqual,
        _ => throw new UnreachableException(),
    };
}
