namespace Keyfold.Expressions.Rules;

/// <summary>
/// The rules that an expression must keep whatever item it meets and whatever made the tree. Every backend checks them before it reads anything, so that
/// a tree built in code fails like the same expression parsed from text. The messages are DynamoDB's; so is the order: the terms of a condition from left to
/// right, the actions of an update and the paths of a projection from the last to the first, and the number of operators at the end. Nothing is allocated for
/// an expression that keeps them.
/// </summary>
/// <remarks>Key conditions are checked where their key schema is known.</remarks>
public static class ExpressionRules
{
    /// <summary>Checks a condition or filter.</summary>
    /// <param name="condition">The tree.</param>
    /// <param name="expression">The request's parameter it came in: ConditionExpression or FilterExpression.</param>
    /// <exception cref="Storage.StorageException">A rule is broken; the first one in DynamoDB's order.</exception>
    public static void Check(Condition condition, string expression)
    {
        ConditionRules.Check(condition, expression);
        OperatorRules.Check(condition, expression);
    }

    /// <summary>Checks an update.</summary>
    /// <param name="update">The tree.</param>
    /// <exception cref="Storage.StorageException">A rule is broken; the first one in DynamoDB's order.</exception>
    public static void Check(UpdateExpression update) => UpdateRules.Check(update);

    /// <summary>Checks a projection.</summary>
    /// <param name="projection">The tree.</param>
    /// <exception cref="Storage.StorageException">A rule is broken; the first one in DynamoDB's order.</exception>
    public static void Check(ProjectionExpression projection)
    {
        const string Expression = "ProjectionExpression";
        if (projection.Paths.Count == 0)
        {
            throw Storage.StorageErrors.ExpressionEmpty(Expression);
        }

        PathRules.CheckDisjoint(projection.Paths.AsSpan(), static path => path, Expression);
    }
}
