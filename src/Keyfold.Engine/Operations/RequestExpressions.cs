using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Schema;

namespace Keyfold.Engine.Operations;

/// <summary>
/// Checks the expressions of requests: what needs no table first, what needs its keys when it is found. A request may lack each of them.
/// </summary>
internal static class RequestExpressions
{
    public static void CheckCondition(Condition? condition) => Check(condition, "ConditionExpression");

    public static void CheckFilter(Condition? filter) => Check(filter, "FilterExpression");

    public static void Check(UpdateExpression? update)
    {
        if (update is not null)
        {
            ExpressionRules.Check(update);
        }
    }

    public static void Check(ProjectionExpression? projection)
    {
        if (projection is not null)
        {
            ExpressionRules.Check(projection);
        }
    }

    public static void CheckKeys(Condition? condition, TableSchema schema)
    {
        if (condition is not null)
        {
            KeyAttributeRules.Check(condition, schema);
        }
    }

    public static void CheckKeys(UpdateExpression? update, TableSchema schema)
    {
        if (update is not null)
        {
            KeyAttributeRules.Check(update, schema);
        }
    }

    public static void CheckKeys(ProjectionExpression? projection, TableSchema schema)
    {
        if (projection is not null)
        {
            KeyAttributeRules.Check(projection, schema);
        }
    }

    private static void Check(Condition? condition, string expression)
    {
        if (condition is not null)
        {
            ExpressionRules.Check(condition, expression);
        }
    }
}
