using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Syntax;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>Makes update trees of SET and REMOVE.</summary>
internal sealed class UpdateTranslator(ValueTranslator values)
{
    /// <summary>The update that an UPDATE's changes say.</summary>
    /// <exception cref="Storage.StorageException">DynamoDB has no such update.</exception>
    public UpdateExpression Translate(Sequence<ChangeSyntax> changes) => new(Sequence.From(changes.Select(Translate)));

    private UpdateAction Translate(ChangeSyntax change)
    {
        DocumentPath target = change.Target.Path;
        return change.Value switch
        {
            null => new RemoveAction(target),
            CallNode { Name: "set_add" } call => new AddAction(target, SetArgument(call, target)),
            CallNode { Name: "set_delete" } call => new DeleteAction(target, SetArgument(call, target)),
            _ => new SetAction(target, Operand(change.Value)),
        };
    }

    private UpdateOperand Operand(Node node) => node switch
    {
        PathNode path => new UpdatePath(path.Path),
        OperatorNode { Name: "+" or "-" } sum => Sum(sum),
        OperatorNode found => throw Unsupported(found),
        CallNode call => Function(call),
        MissingNode => throw ExpressionErrors.MissingCompared(),
        WildcardNode wildcard => throw (wildcard.IsUnpivot ? ExpressionErrors.Unpivot(node.At.Place) : ExpressionErrors.Wildcard(node.At.Place)),
        _ => new UpdateValue(values.Translate(node)),
    };

    private UpdateOperand Sum(OperatorNode node)
    {
        if (node.Operands.Count != 2)
        {
            throw ExpressionErrors.OperandCount(node.Name, node.Operands.Count);
        }

        UpdateOperand left = Operand(node.Operands[0]);
        UpdateOperand right = Operand(node.Operands[1]);
        return node.Name == "+" ? NestedOperands.Plus(left, right) : NestedOperands.Minus(left, right);
    }

    // what is wrong to the left of a comparison comes first
    private Storage.StorageException Unsupported(OperatorNode node)
    {
        if (node.Name is not ("and" or "or" or "not"))
        {
            Operand(node.Operands[0]);
        }

        return ExpressionErrors.UpdateOperator(node.Name);
    }

    private UpdateOperand Function(CallNode call)
    {
        switch (call.Name)
        {
            case "list_append":
                RequireTwo(call);
                return NestedOperands.Join(Operand(call.Arguments[0]), Operand(call.Arguments[1]));
            case "if_not_exists":
                RequireTwo(call);
                return call.Arguments[0] is PathNode path
                    ? new IfNotExists(path.Path, Operand(call.Arguments[1]))
                    : throw ExpressionErrors.PathRequired(call.Name);
            case "begins_with" or "contains" or "attribute_type" or "attribute_exists" or "attribute_not_exists" or "size":
                throw ExpressionErrors.FunctionInUpdate(call.Name);
            default:
                throw ExpressionErrors.FunctionUnknown(call.Name);
        }
    }

    // these change a set where it is: they stand alone, and their first argument is what is assigned to
    private AttributeValue SetArgument(CallNode call, DocumentPath target)
    {
        string name = call.Name.ToUpperInvariant();
        if (call.Arguments.Count != 2)
        {
            throw ExpressionErrors.SetArguments(name, call.At.Place);
        }

        if (call.Arguments[0] is not PathNode path || !path.Path.Equals(target))
        {
            throw ExpressionErrors.SetTarget(name);
        }

        Node argument = call.Arguments[1];
        AttributeValue set = ValueTranslator.IsValue(argument) ? values.Translate(argument) : AttributeValue.Null;
        return set.Type.IsSet() ? set : throw ExpressionErrors.SetArgument(name, path.At.Place);
    }

    private static void RequireTwo(CallNode call)
    {
        if (call.Arguments.Count != 2)
        {
            throw ExpressionErrors.OperandCount(call.Name, call.Arguments.Count);
        }
    }
}
