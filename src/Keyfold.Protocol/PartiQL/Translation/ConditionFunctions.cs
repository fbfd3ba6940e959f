using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Syntax;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>The functions and operands of conditions.</summary>
/// <param name="values">Makes the values.</param>
/// <param name="translate">Makes conditions of operators.</param>
internal sealed class ConditionFunctions(ValueTranslator values, Func<OperatorNode, Condition> translate)
{
    /// <summary>The condition that a function is; null for size, which is an operand.</summary>
    /// <exception cref="Storage.StorageException">There is no such function, or its arguments are wrong.</exception>
    public Condition? TryTranslate(CallNode call)
    {
        switch (call.Name)
        {
            case "begins_with":
                RequireArguments(call, 2);
                return new BeginsWith(Operand(call.Arguments[0], call.Name), Operand(call.Arguments[1], call.Name));
            case "contains":
                RequireArguments(call, 2);
                return new Contains(Operand(call.Arguments[0], call.Name), Operand(call.Arguments[1], call.Name));
            case "attribute_type":
                RequireArguments(call, 2);
                return new AttributeTypeIs(Operand(call.Arguments[0], call.Name), TypeOf(call.Arguments[1]));
            case "attribute_exists":
                return new AttributeExists(PathOf(call));
            case "attribute_not_exists":
                return new AttributeNotExists(PathOf(call));
            case "size":
                return null;
            default:
                throw ExpressionErrors.FunctionUnknown(call.Name);
        }
    }

    /// <summary>What a comparison or function takes.</summary>
    /// <param name="node">The argument.</param>
    /// <param name="taker">The operator or function.</param>
    /// <exception cref="Storage.StorageException">It is neither a path nor a value nor the size of one.</exception>
    public Operand Operand(Node node, string taker)
    {
        switch (node)
        {
            case PathNode path:
                return new PathOperand(path.Path);
            case CallNode { Name: "size" } size:
                RequireArguments(size, 1);
                return size.Arguments[0] is CallNode { Name: "size" }
                    ? throw ExpressionErrors.OperandType("size", AttributeType.Number.Tag())
                    : new SizeOperand(Operand(size.Arguments[0], size.Name));
            case CallNode call:
                TryTranslate(call);
                throw ExpressionErrors.FunctionMisplaced(call.Name);
            case OperatorNode found:

                // what is wrong within it comes first; then, its result is a Boolean, which nothing takes
                translate(found);
                throw ExpressionErrors.OperandType(taker, AttributeType.Boolean.Tag());
            case MissingNode:
                throw ExpressionErrors.MissingCompared();
            case WildcardNode wildcard:
                throw wildcard.IsUnpivot ? ExpressionErrors.Unpivot(node.At.Place) : ExpressionErrors.Wildcard(node.At.Place);
            default:
                return new ValueOperand(values.Translate(node));
        }
    }

    private AttributeType TypeOf(Node node) => Operand(node, "attribute_type") switch
    {
        ValueOperand { Value: { Type: AttributeType.String } name } => AttributeTypes.TryParseTag(name.AsString(), out AttributeType type)
            ? type
            : throw ExpressionErrors.AttributeTypeUnknown(name.AsString()),
        ValueOperand value => throw ExpressionErrors.OperandType("attribute_type", value.Value.Type.Tag()),
        SizeOperand => throw ExpressionErrors.OperandType("attribute_type", AttributeType.Number.Tag()),
        _ => throw ExpressionErrors.OperandType("attribute_type", Expressions.ConditionBuilder.PathTypes),
    };

    private static DocumentPath PathOf(CallNode call)
    {
        RequireArguments(call, 1);
        return call.Arguments[0] is PathNode path ? path.Path : throw ExpressionErrors.PathRequired(call.Name);
    }

    private static void RequireArguments(CallNode call, int count)
    {
        if (call.Arguments.Count != count)
        {
            throw ExpressionErrors.OperandCount(call.Name, call.Arguments.Count);
        }
    }
}
