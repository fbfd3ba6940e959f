using System.Diagnostics;
using System.Runtime.CompilerServices;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Expressions.Rules;

/// <summary>
/// What holds for an update: sums and functions in their places, changed paths in bounds and apart from each other, what each action reads and takes, and
/// last the number of operators. DynamoDB looks at the actions from the last to the first; it shows in which of two mistakes is reported.
/// </summary>
internal static class UpdateRules
{
    private const string Expression = "UpdateExpression";

    /// <summary>Checks a whole update.</summary>
    public static void Check(UpdateExpression update)
    {
        if (update.Actions.Count == 0)
        {
            throw StorageErrors.ExpressionEmpty(Expression);
        }

        int operators = OperatorRules.Count(update, Expression);
        PathRules.CheckDisjoint(update.Actions.AsSpan(), static action => action.Path, Expression);
        for (int action = update.Actions.Count - 1; action >= 0; action--)
        {
            if (update.Actions[action] is SetAction set)
            {
                CheckOperands(set.Value);
            }

            CheckTypes(update.Actions[action]);
        }

        OperatorRules.Check(operators, Expression);
    }

    /// <summary>Checks the types of one action's literals.</summary>
    public static void CheckTypes(UpdateAction action)
    {
        switch (action)
        {
            case SetAction set:
                CheckTypes(set.Value);
                break;
            case AddAction { Value.Type: not AttributeType.Number } add when !add.Value.Type.IsSet():
                throw StorageErrors.ActionOperandType("ADD", Word(add.Value.Type));
            case DeleteAction delete when !delete.Value.Type.IsSet():
                throw StorageErrors.ActionOperandType("DELETE", Word(delete.Value.Type));
            default:
                break;
        }
    }

    private static void CheckOperands(UpdateOperand operand)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operand)
        {
            case UpdateValue literal:
                LiteralRules.Check(literal.Value);
                break;
            case UpdatePath path:
                PathRules.Check(path.Path, Expression);
                break;
            case IfNotExists function:
                PathRules.Check(function.Path, Expression);
                CheckOperands(function.Fallback);
                break;
            case ListAppend function:
                CheckOperands(function.First);
                CheckOperands(function.Second);
                break;
            case Plus plus:
                CheckOperands(plus.Left);
                CheckOperands(plus.Right);
                break;
            case Minus minus:
                CheckOperands(minus.Left);
                CheckOperands(minus.Right);
                break;
            default:
                break;
        }
    }

    private static void CheckTypes(UpdateOperand operand)
    {
        switch (operand)
        {
            case ListAppend function:
                CheckType(function.First, AttributeType.List, "list_append");
                CheckType(function.Second, AttributeType.List, "list_append");
                break;
            case Plus plus:
                CheckType(plus.Left, AttributeType.Number, "+");
                CheckType(plus.Right, AttributeType.Number, "+");
                break;
            case Minus minus:
                CheckType(minus.Left, AttributeType.Number, "-");
                CheckType(minus.Right, AttributeType.Number, "-");
                break;
            default:
                break;
        }
    }

    private static void CheckType(UpdateOperand operand, AttributeType required, string function)
    {
        if (operand is UpdateValue literal && literal.Value.Type != required)
        {
            throw StorageErrors.OperandType(Expression, function, literal.Value.Type.Tag());
        }
    }

    private static string Word(AttributeType type) => type switch
    {
        AttributeType.String => "STRING",
        AttributeType.Number => "NUMBER",
        AttributeType.Binary => "BINARY",
        AttributeType.Boolean => "BOOLEAN",
        AttributeType.Null => "NULL",
        AttributeType.List => "LIST",
        AttributeType.Map => "MAP",
        _ => throw new UnreachableException(),
    };
}
