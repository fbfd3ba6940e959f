namespace Keyfold.Protocol.Expressions;

/// <summary>The parameters of requests that hold expressions, as messages name them.</summary>
internal static class ExpressionParameter
{
    public const string Condition = "ConditionExpression";
    public const string Filter = "FilterExpression";
    public const string KeyCondition = "KeyConditionExpression";
    public const string Projection = "ProjectionExpression";
    public const string Update = "UpdateExpression";
}
