using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>What DynamoDB refuses of an update before it evaluates it.</summary>
internal static class UpdateRules
{
    private const string Expression = "UpdateExpression";

    /// <summary>Checks what needs no table.</summary>
    public static void Check(UpdateExpression? update)
    {
        if (update is null)
        {
            return;
        }

        if (update.Actions.Count == 0)
        {
            throw ExpressionRules.Invalid(Expression, "The expression can not be empty;");
        }

        // DynamoDB looks at the actions from the last to the first
        ExpressionRules.CheckPaths([.. update.Actions.Select(action => action.Path)], Expression);
        foreach (UpdateAction action in update.Actions.Reverse())
        {
            foreach (DocumentPath path in action is SetAction set ? PathsOf(set.Value) : [])
            {
                ExpressionRules.CheckDepth(path, Expression);
            }

            CheckTypes(action);
        }

        ExpressionRules.CheckOperatorCount(Expression, update.Actions.OfType<SetAction>().Sum(action => CountOperators(action.Value)));
    }

    /// <summary>Checks that no action touches the key, and that no path goes into an index key.</summary>
    public static void CheckKeys(UpdateExpression? update, TableSchema schema)
    {
        HashSet<string> updated = [.. (update?.Actions ?? []).Select(action => action.Path.AttributeName)];
        if (KeyRules.FirstIn(schema.Key, updated) is { } name)
        {
            throw StorageErrors.KeyUpdated(name);
        }

        KeyRules.CheckScalars(PathsOf(update), schema);
    }

    private static IEnumerable<DocumentPath> PathsOf(UpdateExpression? update) =>
        (update?.Actions ?? []).SelectMany(action => action is SetAction set ? PathsOf(set.Value).Prepend(set.Path) : [action.Path]);

    private static IEnumerable<DocumentPath> PathsOf(UpdateOperand operand) => operand switch
    {
        UpdatePath path => [path.Path],
        IfNotExists fallback => PathsOf(fallback.Fallback).Prepend(fallback.Path),
        ListAppend append => PathsOf(append.First).Concat(PathsOf(append.Second)),
        Plus plus => PathsOf(plus.Left).Concat(PathsOf(plus.Right)),
        Minus minus => PathsOf(minus.Left).Concat(PathsOf(minus.Right)),
        _ => [],
    };

    private static int CountOperators(UpdateOperand operand) => operand switch
    {
        IfNotExists fallback => 1 + CountOperators(fallback.Fallback),
        ListAppend append => 1 + CountOperators(append.First) + CountOperators(append.Second),
        Plus plus => 1 + CountOperators(plus.Left) + CountOperators(plus.Right),
        Minus minus => 1 + CountOperators(minus.Left) + CountOperators(minus.Right),
        _ => 0,
    };

    private static void CheckTypes(UpdateAction action)
    {
        switch (action)
        {
            case SetAction set:
                CheckTypes(set.Value);
                break;
            case AddAction add when !(add.Value.Type == AttributeType.Number || add.Value.Type.IsSet()):
                throw WrongLiteral("ADD", add.Value.Type);
            case DeleteAction delete when !delete.Value.Type.IsSet():
                throw WrongLiteral("DELETE", delete.Value.Type);
        }
    }

    private static void CheckTypes(UpdateOperand operand)
    {
        switch (operand)
        {
            case Plus plus:
                CheckTypes("+", AttributeType.Number, plus.Left, plus.Right);
                break;
            case Minus minus:
                CheckTypes("-", AttributeType.Number, minus.Left, minus.Right);
                break;
            case ListAppend append:
                CheckTypes("list_append", AttributeType.List, append.First, append.Second);
                break;
            case IfNotExists fallback:
                CheckTypes(fallback.Fallback);
                break;
        }
    }

    private static void CheckTypes(string name, AttributeType expected, params ReadOnlySpan<UpdateOperand> operands)
    {
        foreach (UpdateOperand operand in operands)
        {
            CheckTypes(operand);
            if (operand is UpdateValue literal && literal.Value.Type != expected)
            {
                throw ExpressionRules.WrongOperandType(Expression, name, literal.Value.Type);
            }
        }
    }

    // of these two operators DynamoDB prints the type's full name
    private static StorageException WrongLiteral(string name, AttributeType type)
    {
        string printed = type switch
        {
            AttributeType.String => "STRING",
            AttributeType.Number => "NUMBER",
            AttributeType.Binary => "BINARY",
            AttributeType.Boolean => "BOOLEAN",
            AttributeType.Null => "NULL",
            AttributeType.List => "LIST",
            _ => "MAP",
        };
        return ExpressionRules.Invalid(Expression, $"Incorrect operand type for operator or function; operator: {name}, operand type: {printed}");
    }
}
