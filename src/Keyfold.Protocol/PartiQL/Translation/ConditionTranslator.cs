using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Syntax;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>Makes condition trees of WHERE clauses.</summary>
internal sealed class ConditionTranslator
{
    private readonly ConditionFunctions _functions;

    public ConditionTranslator(ValueTranslator values) => _functions = new ConditionFunctions(values, Operator);

    /// <summary>The condition that a clause says.</summary>
    /// <exception cref="Storage.StorageException">It says none, or one that DynamoDB does not have.</exception>
    public Condition Translate(Node node) => TryTranslate(node) ?? throw ExpressionErrors.NoCondition();

    // null for what is a value and no condition
    private Condition? TryTranslate(Node node)
    {
        switch (node)
        {
            case OperatorNode found:
                return Operator(found);
            case CallNode { Name: not "size" } call:
                return _functions.TryTranslate(call);
            default:
                _functions.Operand(node, "");
                return null;
        }
    }

    private Condition Operator(OperatorNode node) => node.Name switch
    {
        "and" => Junction(node, static (left, right) => left & right),
        "or" => Junction(node, static (left, right) => left | right),
        "not" => new Not(TryTranslate(node.Operands[0]) ?? throw ExpressionErrors.NotArgument()),
        "between" => Between(node),
        "in" => Membership(node),
        "is missing" => new AttributeNotExists(Tested(node) is PathNode path ? path.Path : throw ExpressionErrors.PathRequired("attribute_not_exists")),
        "is null" => new AttributeTypeIs(_functions.Operand(Tested(node), "IS"), AttributeType.Null),
        _ when OperatorOf(node.Name) is { } comparison => Comparison(node, comparison),
        _ => throw ExpressionErrors.ConditionOperator(node.Name),
    };

    private Condition Junction(OperatorNode node, Func<Condition, Condition, Condition> join)
    {
        Condition? left = TryTranslate(node.Operands[0]);
        Condition? right = TryTranslate(node.Operands[1]);
        return left is null || right is null ? throw ExpressionErrors.AndOrArguments() : join(left, right);
    }

    // a condition may be said to be true
    private Condition Comparison(OperatorNode node, ComparisonOperator comparison)
    {
        Node left = node.Operands[0];
        Node right = node.Operands[1];
        return comparison == ComparisonOperator.Equal && right is LiteralNode { Value.Type: AttributeType.Boolean } literal
            && literal.Value.AsBoolean() && TryTranslate(left) is { } condition
            ? condition
            : new Comparison(_functions.Operand(left, node.Name), comparison, _functions.Operand(right, node.Name));
    }

    private Between Between(OperatorNode node)
    {
        const string Name = "BETWEEN";
        return new Between(
            _functions.Operand(node.Operands[0], Name), _functions.Operand(node.Operands[1], Name), _functions.Operand(node.Operands[2], Name));
    }

    private In Membership(OperatorNode node)
    {
        Sequence<Node> candidates = node.Operands[1] switch
        {
            ListNode list => list.Elements,
            BagNode bag => bag.Members,
            _ => [],
        };
        return candidates.Count == 0
            ? throw ExpressionErrors.InArguments()
            : new In(Candidate(node.Operands[0]), Sequence.From(candidates.Select(Candidate)));
    }

    private static Node Tested(OperatorNode node) => node.Operands[0] is OperatorNode or CallNode or MissingNode
        ? throw ExpressionErrors.IsArgument()
        : node.Operands[0];

    private Operand Candidate(Node node) => _functions.Operand(node, "IN");

    private static ComparisonOperator? OperatorOf(string symbol) => symbol switch
    {
        "=" => ComparisonOperator.Equal,
        "<>" => ComparisonOperator.NotEqual,
        "<" => ComparisonOperator.LessThan,
        "<=" => ComparisonOperator.LessThanOrEqual,
        ">" => ComparisonOperator.GreaterThan,
        ">=" => ComparisonOperator.GreaterThanOrEqual,
        _ => null,
    };
}
