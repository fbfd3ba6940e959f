using System.Text;
using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Protocol.Expressions.Syntax;
using Keyfold.Storage;

namespace Keyfold.Protocol.Expressions;

/// <summary>
/// Makes an update's tree out of its syntax. DynamoDB looks at the actions from the last to the first, at all their paths before any of their values;
/// which of several mistakes it reports follows from that.
/// </summary>
internal readonly ref struct UpdateBuilder(OperandBuilder builder)
{
    private readonly OperandBuilder _builder = builder;

    public UpdateExpression Build(int update, in SyntaxTree tree)
    {
        List<(int Action, TokenKind Section)> nodes = Flatten(update, in tree);
        DocumentPath[] paths = new DocumentPath[nodes.Count];
        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            paths[i] = _builder.BuildPath(tree[nodes[i].Action].FirstChild, in tree);
            PathRules.CheckDisjoint(paths[i], paths.AsSpan(i + 1), _builder.Parameter);
        }

        UpdateAction[] actions = new UpdateAction[nodes.Count];
        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            actions[i] = BuildAction(nodes[i].Section, paths[i], tree[nodes[i].Action].LastChild, in tree);
            UpdateRules.CheckTypes(actions[i]);
        }

        return new UpdateExpression(Sequence.Create<UpdateAction>(actions));
    }

    private static List<(int Action, TokenKind Section)> Flatten(int update, in SyntaxTree tree)
    {
        List<(int, TokenKind)> nodes = new(tree[update].ChildCount);
        for (int section = tree[update].FirstChild; section != SyntaxNode.None; section = tree[section].NextSibling)
        {
            for (int action = tree[section].FirstChild; action != SyntaxNode.None; action = tree[action].NextSibling)
            {
                nodes.Add((action, tree[section].Operator));
            }
        }

        return nodes;
    }

    private UpdateAction BuildAction(TokenKind section, DocumentPath path, int value, in SyntaxTree tree) => section switch
    {
        TokenKind.Set => new SetAction(path, BuildOperand(value, in tree)),
        TokenKind.Add => new AddAction(path, _builder.BuildValue(value, in tree)),
        TokenKind.Delete => new DeleteAction(path, _builder.BuildValue(value, in tree)),
        _ => new RemoveAction(path),
    };

    private UpdateOperand BuildOperand(int node, in SyntaxTree tree) => tree[node].Kind switch
    {
        SyntaxKind.Path => new UpdatePath(_builder.BuildPath(node, in tree)),
        SyntaxKind.Value => new UpdateValue(_builder.BuildValue(node, in tree)),
        SyntaxKind.Parentheses => BuildOperand(tree[node].FirstChild, in tree),
        SyntaxKind.Function => BuildFunction(node, in tree),
        _ when tree[node].Operator == TokenKind.Plus =>
            new Plus(BuildOperand(tree[node].FirstChild, in tree), BuildOperand(tree[node].LastChild, in tree)),
        _ => new Minus(BuildOperand(tree[node].FirstChild, in tree), BuildOperand(tree[node].LastChild, in tree)),
    };

    private UpdateOperand BuildFunction(int node, in SyntaxTree tree)
    {
        List<UpdateOperand> operands = new(tree[node].ChildCount);
        for (int child = tree[node].FirstChild; child != SyntaxNode.None; child = tree[child].NextSibling)
        {
            operands.Add(BuildOperand(child, in tree));
        }

        string name = Encoding.UTF8.GetString(tree.TextOf(node));
        ExpressionFunction function = ExpressionFunctions.Find(tree.TextOf(node));
        if (operands.Count != function.Arity())
        {
            throw StorageErrors.OperandCount(_builder.Parameter, name, operands.Count);
        }

        if (function == ExpressionFunction.ListAppend)
        {
            return new ListAppend(operands[0], operands[1]);
        }

        return operands[0] is UpdatePath path
            ? new IfNotExists(path.Path, operands[1])
            : throw ExpressionErrors.PathRequired(_builder.Parameter, name);
    }
}
