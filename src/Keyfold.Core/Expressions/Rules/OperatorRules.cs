using System.Diagnostics;
using System.Runtime.CompilerServices;
using Keyfold.Storage;

namespace Keyfold.Expressions.Rules;

/// <summary>
/// How many operators an expression may have: comparators, AND, OR, NOT, BETWEEN, IN, functions, + and − count. Who walks a tree after this check may recurse,
/// since it has at most <see cref="Limits.ExpressionOperatorsMax"/> levels.
/// </summary>
internal static class OperatorRules
{
    /// <summary>Checks a condition or filter.</summary>
    public static void Check(Condition condition, string expression) => Check(Count(condition), expression);

    /// <summary>Checks an update.</summary>
    /// <exception cref="StorageException">There are too many, or a sum or list_append stands where its result can't be used.</exception>
    public static void Check(UpdateExpression update, string expression) => Check(Count(update, expression), expression);

    /// <summary>Checks a number of operators.</summary>
    public static void Check(int count, string expression)
    {
        if (count > Limits.ExpressionOperatorsMax)
        {
            throw StorageErrors.TooManyOperators(expression, count);
        }
    }

    /// <summary>Counts the operators of an update.</summary>
    /// <exception cref="StorageException">A sum or list_append stands where its result can't be used.</exception>
    public static int Count(UpdateExpression update, string expression)
    {
        int count = 0;
        foreach (UpdateAction action in update.Actions)
        {
            count += action is SetAction set ? Count(set.Value, expression) : 0;
        }

        return count;
    }

    private static int Count(Condition condition)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return 1 + condition switch
        {
            Comparison comparison => Count(comparison.Left) + Count(comparison.Right),
            And and => Count(and.Left) + Count(and.Right),
            Or or => Count(or.Left) + Count(or.Right),
            Not not => Count(not.Operand),
            AttributeExists or AttributeNotExists => 0,
            BeginsWith function => Count(function.Value) + Count(function.Prefix),
            Contains function => Count(function.Container) + Count(function.Value),
            Between between => Count(between.Value) + Count(between.Lower) + Count(between.Upper),
            In membership => Count(membership),
            AttributeTypeIs function => Count(function.Value),
            _ => throw new UnreachableException(),
        };
    }

    // what may stand to the right of a SET's equals sign
    private static int Count(UpdateOperand value, string expression) => value switch
    {
        Plus plus => 1 + CountTerm(plus.Left, expression) + CountTerm(plus.Right, expression),
        Minus minus => 1 + CountTerm(minus.Left, expression) + CountTerm(minus.Right, expression),
        ListAppend append => 1 + CountTerm(append.First, expression) + CountTerm(append.Second, expression),
        _ => CountTerm(value, expression),
    };

    private static int Count(In membership)
    {
        int count = Count(membership.Value);
        foreach (Operand candidate in membership.Candidates)
        {
            count += Count(candidate);
        }

        return count;
    }

    private static int Count(Operand operand) => operand is SizeOperand ? 1 : 0;

    // what may stand in a sum or function: neither a sum nor a list_append
    private static int CountTerm(UpdateOperand term, string expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return term switch
        {
            UpdateValue or UpdatePath => 0,
            IfNotExists function => 1 + CountTerm(function.Fallback, expression),
            ListAppend => throw StorageErrors.FunctionMisplaced(expression, "list_append"),
            Plus => throw StorageErrors.ExpressionSyntax(expression, "+"),
            Minus => throw StorageErrors.ExpressionSyntax(expression, "-"),
            _ => throw new UnreachableException(),
        };
    }
}
