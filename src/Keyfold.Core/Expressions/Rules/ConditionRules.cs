using System.Diagnostics;
using System.Runtime.CompilerServices;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Expressions.Rules;

/// <summary>What holds for each term of a condition: paths and literals in bounds, then distinct operands, then literals of fit types.</summary>
internal static class ConditionRules
{
    /// <summary>Checks every term, from left to right.</summary>
    public static void Check(Condition condition, string expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (condition)
        {
            case And and:
                Check(and.Left, expression);
                Check(and.Right, expression);
                break;
            case Or or:
                Check(or.Left, expression);
                Check(or.Right, expression);
                break;
            case Not not:
                Check(not.Operand, expression);
                break;
            case Comparison comparison:
                CheckComparison(comparison, expression);
                break;
            case AttributeExists exists:
                PathRules.Check(exists.Path, expression);
                break;
            case AttributeNotExists notExists:
                PathRules.Check(notExists.Path, expression);
                break;
            case BeginsWith function:
                CheckBeginsWith(function, expression);
                break;
            case Contains function:
                CheckPair(function.Container, "contains", function.Value, expression);
                break;
            case Between between:
                CheckBetween(between, expression);
                break;
            case In membership:
                CheckIn(membership, expression);
                break;
            case AttributeTypeIs function:
                CheckOperand(function.Value, expression);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void CheckComparison(Comparison comparison, string expression)
    {
        string symbol = Symbol(comparison.Operator);
        CheckPair(comparison.Left, symbol, comparison.Right, expression);
        if (comparison.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
        {
            CheckOrdered(comparison.Left, symbol, expression);
            CheckOrdered(comparison.Right, symbol, expression);
        }
    }

    private static void CheckBeginsWith(BeginsWith function, string expression)
    {
        const string Name = "begins_with";
        CheckPair(function.Value, Name, function.Prefix, expression);
        CheckText(function.Value, Name, expression);
        CheckText(function.Prefix, Name, expression);
    }

    private static void CheckBetween(Between between, string expression)
    {
        const string Name = "BETWEEN";
        CheckOperand(between.Value, expression);
        CheckOperand(between.Lower, expression);
        CheckOperand(between.Upper, expression);
        CheckOrdered(between.Value, Name, expression);
        CheckOrdered(between.Lower, Name, expression);
        CheckOrdered(between.Upper, Name, expression);
        CheckDistinct(between.Value, Name, between.Lower, expression);
        CheckDistinct(between.Value, Name, between.Upper, expression);
        if (between is { Lower: ValueOperand lower, Upper: ValueOperand upper })
        {
            BoundRules.Check(lower.Value, upper.Value, expression);
        }
    }

    private static void CheckIn(In membership, string expression)
    {
        const string Name = "IN";
        CheckOperand(membership.Value, expression);
        foreach (Operand candidate in membership.Candidates)
        {
            CheckOperand(candidate, expression);
        }

        foreach (Operand candidate in membership.Candidates)
        {
            CheckDistinct(membership.Value, Name, candidate, expression);
        }

        if (membership.Candidates.Count is 0 or > Limits.InOperandsMax)
        {
            throw membership.Candidates.Count == 0
                ? StorageErrors.OperandCount(expression, Name, 1)
                : StorageErrors.TooManyCandidates(expression, membership.Candidates.Count);
        }
    }

    private static void CheckPair(Operand first, string name, Operand second, string expression)
    {
        CheckOperand(first, expression);
        CheckOperand(second, expression);
        CheckDistinct(first, name, second, expression);
    }

    private static void CheckOperand(Operand operand, string expression)
    {
        Operand measured = operand is SizeOperand size ? size.Of : operand;
        if (measured is PathOperand path)
        {
            PathRules.Check(path.Path, expression);
        }
        else if (measured is ValueOperand literal)
        {
            LiteralRules.Check(literal.Value);
        }

        if (operand is SizeOperand && TypeOf(measured) is AttributeType.Number or AttributeType.Boolean or AttributeType.Null)
        {
            throw StorageErrors.OperandType(expression, "size", TypeOf(measured)!.Value.Tag());
        }
    }

    private static void CheckDistinct(Operand first, string name, Operand other, string expression)
    {
        if (first is PathOperand path && other is PathOperand otherPath && path.Path.Equals(otherPath.Path))
        {
            throw StorageErrors.OperandsNotDistinct(expression, name, PathRules.Print(path.Path));
        }
    }

    private static void CheckOrdered(Operand operand, string name, string expression)
    {
        if (TypeOf(operand) is { } type && !type.IsOrdered())
        {
            throw StorageErrors.OperandType(expression, name, type.Tag());
        }
    }

    private static void CheckText(Operand operand, string name, string expression)
    {
        if (TypeOf(operand) is { } type && type is not (AttributeType.String or AttributeType.Binary))
        {
            throw StorageErrors.OperandType(expression, name, type.Tag());
        }
    }

    // what is known without an item
    private static AttributeType? TypeOf(Operand operand) => operand switch
    {
        ValueOperand literal => literal.Value.Type,
        SizeOperand => AttributeType.Number,
        _ => null,
    };

    private static string Symbol(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.LessThan => "<",
        ComparisonOperator.LessThanOrEqual => "<=",
        ComparisonOperator.GreaterThan => ">",
        ComparisonOperator.GreaterThanOrEqual => ">=",
        _ => throw new UnreachableException(),
    };
}
