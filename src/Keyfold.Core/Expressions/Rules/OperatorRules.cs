using System.Diagnostics;
using System.Runtime.CompilerServices;
using Keyfold.Storage;

namespace Keyfold.Expressions.Rules;

/// <summary>
/// Counts comparators, AND, OR, NOT, BETWEEN, IN, functions, + and −, and refuses a sum or list_append where its result can't stand. It runs before
/// anything else that walks a tree: who comes later may recurse, since at most <see cref="Limits.ExpressionOperatorsMax"/> levels are left.
/// </summary>
internal static class OperatorRules
{
    /// <summary>Checks a condition or filter.</summary>
    public static void Check(Condition condition, string expression) => CheckCount(Count(condition), expression);

    /// <summary>Checks the right-hand sides of an update.</summary>
    public static void Check(UpdateExpression update, string expression)
    {
        int count = 0;
        foreach (UpdateAction action in update.Actions)
        {
            if (action is SetAction set)
            {
                count += CountValue(set.Value, expression);
            }
        }

        CheckCount(count, expression);
    }

    private static void CheckCount(int count, string expression)
    {
        if (count > Limits.ExpressionOperatorsMax)
        {
            throw StorageErrors.TooManyOperators(expression, count);
        }
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

    private static int Count(In membership)
    {
        int count = Count(membership.Value);
        foreach (Operand candidate in membership.Candidates)
        {
            count += Count(candidate);
        }

        return count;
    }

    private static int Count(Operand operand)
    {
        int count = 0;
        while (operand is SizeOperand size)
        {
            count++;
            operand = size.Of;
        }

        return count;
    }

    // what may stand to the right of SET's =
    private static int CountValue(UpdateOperand value, string expression) => value switch
    {
        Plus plus => 1 + CountTerm(plus.Left, expression) + CountTerm(plus.Right, expression),
        Minus minus => 1 + CountTerm(minus.Left, expression) + CountTerm(minus.Right, expression),
        _ => CountTerm(value, expression),
    };

    // what may stand beside + and −: no sum
    private static int CountTerm(UpdateOperand term, string expression) => term is ListAppend append
        ? 1 + CountArgument(append.First, expression) + CountArgument(append.Second, expression)
        : CountArgument(term, expression);

    // what may stand inside a function: no sum and no list_append
    private static int CountArgument(UpdateOperand argument, string expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return argument switch
        {
            UpdateValue or UpdatePath => 0,
            IfNotExists function => 1 + CountArgument(function.Fallback, expression),
            ListAppend => throw StorageErrors.FunctionMisplaced(expression, "list_append"),
            Plus => throw StorageErrors.ExpressionSyntax(expression, "+"),
            Minus => throw StorageErrors.ExpressionSyntax(expression, "-"),
            _ => throw new UnreachableException(),
        };
    }
}
