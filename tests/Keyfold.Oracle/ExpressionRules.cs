using System.Globalization;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>What DynamoDB refuses of expressions of every kind before it looks at any table.</summary>
internal static class ExpressionRules
{
    /// <summary>Checks a projection.</summary>
    public static void Check(ProjectionExpression? projection)
    {
        if (projection is null)
        {
            return;
        }

        if (projection.Paths.Count == 0)
        {
            throw Invalid("ProjectionExpression", "The expression can not be empty;");
        }

        CheckPaths([.. projection.Paths], "ProjectionExpression");
    }

    /// <summary>
    /// Checks the paths of a projection or update, from the last to the first: their depth, that none is a part of another, and that none makes a list of
    /// another's map.
    /// </summary>
    public static void CheckPaths(IReadOnlyList<DocumentPath> paths, string expression)
    {
        for (int first = paths.Count - 1; first >= 0; first--)
        {
            CheckDepth(paths[first], expression);
            foreach (DocumentPath second in paths.Skip(first + 1))
            {
                CheckPair(paths[first], second, expression);
            }
        }
    }

    /// <summary>Checks a key condition: one term for each attribute, and what the values' types alone tell.</summary>
    public static void Check(KeyCondition condition)
    {
        const string Expression = "KeyConditionExpression";
        foreach (KeyTerm term in condition.Terms)
        {
            AttributeValue[] values = term.Operator == KeyOperator.Between ? [term.Value, term.Upper] : [term.Value];
            foreach (AttributeType type in values.Select(value => value.Type).Where(type => !IsOperand(term.Operator, type)))
            {
                throw WrongOperandType(Expression, Symbol(term.Operator), type);
            }

            if (term.Operator == KeyOperator.Between)
            {
                CheckBounds(term.Value, term.Upper, Expression);
            }
        }

        if (condition.Terms.Select(term => term.AttributeName).Distinct(StringComparer.Ordinal).Count() < condition.Terms.Count)
        {
            throw StorageErrors.KeyConditionRepeated();
        }
    }

    public static void CheckBounds(AttributeValue lower, AttributeValue upper, string expression)
    {
        string bounds = $"lower bound operand: AttributeValue: {lower}, upper bound operand: AttributeValue: {upper}";
        if (lower.Type != upper.Type)
        {
            throw Invalid(expression, $"The BETWEEN operator requires same data type for lower and upper bounds; {bounds}");
        }

        if (Ordering.AreComparable(lower, upper) && Ordering.Compare(lower, upper) > 0)
        {
            throw Invalid(expression, $"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; {bounds}");
        }
    }

    public static void CheckDepth(DocumentPath path, string expression)
    {
        if (path.Elements.Count > Limits.PathDepthMax)
        {
            throw Invalid(
                expression,
                string.Create(CultureInfo.InvariantCulture, $"The document path has too many nesting levels; nesting levels: {path.Elements.Count}"));
        }
    }

    public static void CheckOperatorCount(string expression, int count)
    {
        if (count > Limits.ExpressionOperatorsMax)
        {
            throw Invalid(expression, string.Create(CultureInfo.InvariantCulture, $"The expression contains too many operators; operator count: {count}"));
        }
    }

    public static StorageException WrongOperandType(string expression, string name, AttributeType type) =>
        Invalid(expression, $"Incorrect operand type for operator or function; operator or function: {name}, operand type: {type.Tag()}");

    public static StorageException Invalid(string expression, string detail) => StorageErrors.Validation($"Invalid {expression}: {detail}");

    /// <summary>A path as DynamoDB's messages print it.</summary>
    public static string Print(DocumentPath path) => $"[{string.Join(", ", path.Elements)}]";

    private static bool IsOperand(KeyOperator comparison, AttributeType type) => comparison switch
    {
        KeyOperator.Equal => true,
        KeyOperator.BeginsWith => type is AttributeType.String or AttributeType.Binary,
        _ => type.IsOrdered(),
    };

    private static string Symbol(KeyOperator comparison) => comparison switch
    {
        KeyOperator.Equal => "=",
        KeyOperator.LessThan => "<",
        KeyOperator.LessThanOrEqual => "<=",
        KeyOperator.GreaterThan => ">",
        KeyOperator.GreaterThanOrEqual => ">=",
        KeyOperator.Between => "BETWEEN",
        _ => "begins_with",
    };

    private static void CheckPair(DocumentPath first, DocumentPath second, string expression)
    {
        int common = first.Elements.Zip(second.Elements).TakeWhile(steps => steps.First == steps.Second).Count();
        if (common == Math.Min(first.Elements.Count, second.Elements.Count))
        {
            throw StorageErrors.PathsOverlap(expression, Print(first), Print(second));
        }

        if (first.Elements[common].IsMember != second.Elements[common].IsMember)
        {
            throw StorageErrors.PathsConflict(expression, Print(first), Print(second));
        }
    }
}
