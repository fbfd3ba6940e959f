using System.Globalization;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Oracle;

/// <summary>What DynamoDB refuses of a condition or filter before it looks at any table.</summary>
internal static class ConditionRules
{
    /// <summary>Checks a condition.</summary>
    /// <param name="condition">The condition, if there is one.</param>
    /// <param name="expression">The request's member: ConditionExpression or FilterExpression.</param>
    public static void Check(Condition? condition, string expression)
    {
        if (condition is null)
        {
            return;
        }

        CheckLeaves(condition, expression);
        ExpressionRules.CheckOperatorCount(expression, CountOperators(condition));
    }

    /// <summary>Every path of a condition, in the order of the text.</summary>
    public static IEnumerable<DocumentPath> PathsOf(Condition? condition) => condition switch
    {
        And and => PathsOf(and.Left).Concat(PathsOf(and.Right)),
        Or or => PathsOf(or.Left).Concat(PathsOf(or.Right)),
        Not not => PathsOf(not.Operand),
        AttributeExists exists => [exists.Path],
        AttributeNotExists absent => [absent.Path],
        null => [],
        _ => OperandsOf(condition).SelectMany(PathsOf),
    };

    private static IEnumerable<DocumentPath> PathsOf(Operand operand) => operand switch
    {
        PathOperand path => [path.Path],
        SizeOperand size => PathsOf(size.Of),
        _ => [],
    };

    private static IReadOnlyList<Operand> OperandsOf(Condition leaf) => leaf switch
    {
        Comparison comparison => [comparison.Left, comparison.Right],
        Between between => [between.Value, between.Lower, between.Upper],
        In any => [any.Value, .. any.Candidates],
        BeginsWith begins => [begins.Value, begins.Prefix],
        Contains contains => [contains.Container, contains.Value],
        AttributeTypeIs type => [type.Value],
        _ => [],
    };

    private static int CountOperators(Condition condition) => condition switch
    {
        And and => 1 + CountOperators(and.Left) + CountOperators(and.Right),
        Or or => 1 + CountOperators(or.Left) + CountOperators(or.Right),
        Not not => 1 + CountOperators(not.Operand),
        _ => 1 + OperandsOf(condition).Sum(CountOperators),
    };

    private static int CountOperators(Operand operand) => operand is SizeOperand size ? 1 + CountOperators(size.Of) : 0;

    private static void CheckLeaves(Condition condition, string expression)
    {
        switch (condition)
        {
            case And and:
                CheckLeaves(and.Left, expression);
                CheckLeaves(and.Right, expression);
                break;
            case Or or:
                CheckLeaves(or.Left, expression);
                CheckLeaves(or.Right, expression);
                break;
            case Not not:
                CheckLeaves(not.Operand, expression);
                break;
            default:
                CheckLeaf(condition, expression);
                break;
        }
    }

    private static void CheckLeaf(Condition leaf, string expression)
    {
        foreach (DocumentPath path in PathsOf(leaf))
        {
            ExpressionRules.CheckDepth(path, expression);
        }

        IReadOnlyList<Operand> operands = OperandsOf(leaf);
        foreach (Operand operand in operands)
        {
            CheckSize(operand, expression);
        }

        if (leaf is In any && any.Candidates.Count > Limits.InOperandsMax)
        {
            throw ExpressionRules.Invalid(
                expression,
                string.Create(CultureInfo.InvariantCulture, $"The IN operator is provided with too many operands; number of operands: {any.Candidates.Count}"));
        }

        // of BETWEEN the types are looked at first, of all others whether the operands are distinct
        if (leaf is Between)
        {
            CheckTypes(leaf, operands, expression);
        }

        if (operands.Count > 1 && operands[0] is PathOperand first && operands.Skip(1).Contains(first))
        {
            throw ExpressionRules.Invalid(
                expression, $"The first operand must be distinct from the remaining operands for this operator or function; operator: {Name(leaf)}, first operand: {ExpressionRules.Print(first.Path)}");
        }

        CheckTypes(leaf, operands, expression);
        if (leaf is Between { Lower: ValueOperand lower, Upper: ValueOperand upper })
        {
            ExpressionRules.CheckBounds(lower.Value, upper.Value, expression);
        }
    }

    private static void CheckSize(Operand operand, string expression)
    {
        if (operand is SizeOperand { Of: SizeOperand })
        {
            throw ExpressionRules.WrongOperandType(expression, "size", AttributeType.Number);
        }

        if (operand is SizeOperand { Of: ValueOperand { Value.Type: AttributeType.Number or AttributeType.Boolean or AttributeType.Null } measured })
        {
            throw ExpressionRules.WrongOperandType(expression, "size", measured.Value.Type);
        }
    }

    private static void CheckTypes(Condition leaf, IReadOnlyList<Operand> operands, string expression)
    {
        bool needsOrder = leaf is Between or Comparison { Operator: not (ComparisonOperator.Equal or ComparisonOperator.NotEqual) };
        foreach (AttributeType type in operands.Select(LiteralType).OfType<AttributeType>())
        {
            if ((needsOrder && !type.IsOrdered()) || (leaf is BeginsWith && type is not (AttributeType.String or AttributeType.Binary)))
            {
                throw ExpressionRules.WrongOperandType(expression, Name(leaf), type);
            }
        }
    }

    // the size function is a number, whatever it measures
    private static AttributeType? LiteralType(Operand operand) => operand switch
    {
        ValueOperand value => value.Value.Type,
        SizeOperand => AttributeType.Number,
        _ => null,
    };

    private static string Name(Condition leaf) => leaf switch
    {
        Comparison { Operator: ComparisonOperator.Equal } => "=",
        Comparison { Operator: ComparisonOperator.NotEqual } => "<>",
        Comparison { Operator: ComparisonOperator.LessThan } => "<",
        Comparison { Operator: ComparisonOperator.LessThanOrEqual } => "<=",
        Comparison { Operator: ComparisonOperator.GreaterThan } => ">",
        Comparison { Operator: ComparisonOperator.GreaterThanOrEqual } => ">=",
        Between => "BETWEEN",
        In => "IN",
        BeginsWith => "begins_with",
        Contains => "contains",
        _ => "attribute_type",
    };
}
