using System.Text;
using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Protocol.Expressions.Syntax;
using Keyfold.Storage;

namespace Keyfold.Protocol.Expressions;

/// <summary>
/// Reads the text of expressions. Each method throws DynamoDB's error for the first thing that is wrong: with the text's size, its grammar, its names and
/// functions, its placeholders and terms, and last the number of its operators.
/// </summary>
/// <remarks>The texts are UTF-8; the placeholders are those of the whole request.</remarks>
internal static class ExpressionParser
{
    /// <summary>Reads a condition or a filter.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="parameter">The request's parameter it came in.</param>
    /// <param name="placeholders">The placeholders of the request.</param>
    public static Condition ParseCondition(ReadOnlySpan<byte> text, string parameter, Placeholders placeholders)
    {
        CheckSize(text, parameter);
        TokenCursor cursor = new(text, parameter);
        SyntaxTree tree = new(text);
        try
        {
            int root = ConditionSyntax.Parse(ref cursor, ref tree);
            new VocabularyRules(parameter).CheckCondition(root, in tree);
            Condition condition = new ConditionBuilder(new OperandBuilder(parameter, placeholders)).Build(root, in tree);
            OperatorRules.Check(condition, parameter);
            return condition;
        }
        finally
        {
            tree.Dispose();
        }
    }

    /// <summary>Reads a key condition.</summary>
    /// <inheritdoc cref="ParseCondition" path="/param"/>
    public static KeyCondition ParseKeyCondition(ReadOnlySpan<byte> text, Placeholders placeholders) =>
        KeyConditionBuilder.Build(ParseCondition(text, ExpressionParameter.KeyCondition, placeholders));

    /// <summary>Reads a projection.</summary>
    /// <inheritdoc cref="ParseCondition" path="/param"/>
    public static ProjectionExpression ParseProjection(ReadOnlySpan<byte> text, Placeholders placeholders)
    {
        const string Parameter = ExpressionParameter.Projection;
        CheckSize(text, Parameter);
        TokenCursor cursor = new(text, Parameter);
        SyntaxTree tree = new(text);
        try
        {
            int root = ProjectionSyntax.Parse(ref cursor, ref tree);
            new VocabularyRules(Parameter).CheckProjection(root, in tree);

            OperandBuilder operands = new(Parameter, placeholders);
            List<int> nodes = new(tree[root].ChildCount);
            for (int node = tree[root].FirstChild; node != SyntaxNode.None; node = tree[node].NextSibling)
            {
                nodes.Add(node);
            }

            // from the last to the first, as DynamoDB does; it shows in which of two mistakes is reported
            DocumentPath[] paths = new DocumentPath[nodes.Count];
            for (int i = paths.Length - 1; i >= 0; i--)
            {
                paths[i] = operands.BuildPath(nodes[i], in tree);
                PathRules.CheckDisjoint(paths[i], paths.AsSpan(i + 1), Parameter);
            }

            return new ProjectionExpression(Sequence.Create<DocumentPath>(paths));
        }
        finally
        {
            tree.Dispose();
        }
    }

    /// <summary>Reads an update.</summary>
    /// <inheritdoc cref="ParseCondition" path="/param"/>
    public static UpdateExpression ParseUpdate(ReadOnlySpan<byte> text, Placeholders placeholders)
    {
        const string Parameter = ExpressionParameter.Update;
        CheckSize(text, Parameter);
        TokenCursor cursor = new(text, Parameter);
        SyntaxTree tree = new(text);
        try
        {
            int root = UpdateSyntax.Parse(ref cursor, ref tree);
            new VocabularyRules(Parameter).CheckUpdate(root, in tree);
            UpdateExpression update = new UpdateBuilder(new OperandBuilder(Parameter, placeholders)).Build(root, in tree);
            OperatorRules.Check(update, Parameter);
            return update;
        }
        finally
        {
            tree.Dispose();
        }
    }

    private static void CheckSize(ReadOnlySpan<byte> text, string parameter)
    {
        if (text.IsEmpty)
        {
            throw StorageErrors.ExpressionEmpty(parameter);
        }

        // DynamoDB counts UTF-16 code units; an expression that is legal is ASCII anyway
        if (text.Length > Limits.ExpressionBytesMax && Encoding.UTF8.GetCharCount(text) is > Limits.ExpressionBytesMax and int size)
        {
            throw ExpressionErrors.TooLong(parameter, size);
        }
    }
}
