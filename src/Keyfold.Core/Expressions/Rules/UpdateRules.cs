using System.Diagnostics;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Expressions.Rules;

/// <summary>What holds for the actions of an update: paths and literals in bounds, then paths apart from each other, then literals of fit types.</summary>
internal static class UpdateRules
{
    private const string Expression = "UpdateExpression";

    /// <summary>Checks every action, in the order of the tree.</summary>
    public static void Check(UpdateExpression update)
    {
        if (update.Actions.Count == 0)
        {
            throw StorageErrors.ExpressionEmpty(Expression);
        }

        OperatorRules.Check(update, Expression);
        foreach (UpdateAction action in update.Actions)
        {
            PathRules.Check(action.Path, Expression);
            if (action is SetAction set)
            {
                CheckOperands(set.Value);
            }
        }

        PathRules.CheckDisjoint(update.Actions.AsSpan(), static action => action.Path, Expression);
        foreach (UpdateAction action in update.Actions)
        {
            CheckTypes(action);
        }
    }

    private static void CheckOperands(UpdateOperand operand)
    {
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
        CheckTypes(operand);
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
