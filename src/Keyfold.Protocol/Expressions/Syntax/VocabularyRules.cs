using System.Globalization;
using System.Text;
using Keyfold.Storage;

namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>
/// The second look at an expression: functions must exist and stand where they may, names must not be reserved, indexes must be in range, and an update
/// must not repeat a section. The first breach in the order of the text is reported, a function before its arguments and a section after its
/// actions.
/// </summary>
internal readonly ref struct VocabularyRules(string parameter)
{
    private readonly string _parameter = parameter;

    /// <summary>Where a call stands.</summary>
    private enum Place
    {
        /// <summary>It has to be a condition.</summary>
        Condition,

        /// <summary>It is compared, or is an argument of a function of conditions.</summary>
        Operand,

        /// <summary>It is all that is on the right-hand side of a SET.</summary>
        Assigned,

        /// <summary>It is added, subtracted, or an argument of a function of updates.</summary>
        Nested,
    }

    public void CheckCondition(int condition, in SyntaxTree tree) => Check(condition, Place.Condition, in tree);

    public void CheckProjection(int projection, in SyntaxTree tree) => CheckChildren(projection, Place.Operand, in tree);

    public void CheckUpdate(int update, in SyntaxTree tree)
    {
        int seen = 0;
        for (int section = tree[update].FirstChild; section != SyntaxNode.None; section = tree[section].NextSibling)
        {
            for (int action = tree[section].FirstChild; action != SyntaxNode.None; action = tree[action].NextSibling)
            {
                CheckChildren(action, Place.Assigned, in tree);
            }

            TokenKind kind = tree[section].Operator;
            if ((seen & (1 << (int)kind)) != 0)
            {
                throw ExpressionErrors.SectionRepeated(_parameter, kind.ToString().ToUpperInvariant());
            }

            seen |= 1 << (int)kind;
        }
    }

    private void Check(int node, Place place, in SyntaxTree tree)
    {
        switch (tree[node].Kind)
        {
            case SyntaxKind.Path:
                CheckPath(node, in tree);
                break;
            case SyntaxKind.Function:
                CheckFunction(node, place, in tree);
                CheckChildren(node, place is Place.Assigned or Place.Nested ? Place.Nested : Place.Operand, in tree);
                break;
            case SyntaxKind.Comparison or SyntaxKind.Between or SyntaxKind.In:
                CheckChildren(node, Place.Operand, in tree);
                break;
            case SyntaxKind.Arithmetic:
                CheckChildren(node, Place.Nested, in tree);
                break;
            default:
                CheckChildren(node, place, in tree);
                break;
        }
    }

    private void CheckChildren(int node, Place place, in SyntaxTree tree)
    {
        for (int child = tree[node].FirstChild; child != SyntaxNode.None; child = tree[child].NextSibling)
        {
            Check(child, place, in tree);
        }
    }

    private void CheckFunction(int node, Place place, in SyntaxTree tree)
    {
        ExpressionFunction function = ExpressionFunctions.Find(tree.TextOf(node));
        bool isForUpdates = function is ExpressionFunction.IfNotExists or ExpressionFunction.ListAppend;
        bool isInUpdate = place is Place.Assigned or Place.Nested;
        if (function == ExpressionFunction.None)
        {
            throw ExpressionErrors.FunctionUnknown(_parameter, Text(node, in tree));
        }

        if (isForUpdates != isInUpdate)
        {
            throw isInUpdate
                ? ExpressionErrors.FunctionNotInUpdate(_parameter, Text(node, in tree))
                : ExpressionErrors.FunctionNotInCondition(_parameter, Text(node, in tree));
        }

        bool isWellPlaced = place switch
        {
            Place.Condition => function != ExpressionFunction.Size,
            Place.Operand => function == ExpressionFunction.Size,
            Place.Nested => function == ExpressionFunction.IfNotExists,
            _ => true,
        };
        if (!isWellPlaced)
        {
            throw StorageErrors.FunctionMisplaced(_parameter, Text(node, in tree));
        }
    }

    private void CheckPath(int path, in SyntaxTree tree)
    {
        for (int step = tree[path].FirstChild; step != SyntaxNode.None; step = tree[step].NextSibling)
        {
            ReadOnlySpan<byte> text = tree.TextOf(step);
            if (tree[step].Kind == SyntaxKind.Name && ReservedWords.Contains(text))
            {
                throw ExpressionErrors.ReservedWord(_parameter, Text(step, in tree));
            }

            if (tree[step].Kind == SyntaxKind.Index && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                throw ExpressionErrors.IndexOutOfRange(_parameter, Text(step, in tree));
            }
        }
    }

    private static string Text(int node, in SyntaxTree tree) => Encoding.UTF8.GetString(tree.TextOf(node));
}
