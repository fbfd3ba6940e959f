using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>
/// The rules that expressions keep everywhere. A statement has no parameter for each of its expressions, and so DynamoDB's messages do not name one.
/// </summary>
internal static class UnprefixedRules
{
    private const string ConditionExpression = "ConditionExpression";

    /// <summary>Checks a WHERE clause.</summary>
    public static void Check(Condition condition) => Check(() => ExpressionRules.Check(condition, ConditionExpression), ConditionExpression);

    /// <summary>
    /// Checks SET and REMOVE: first that their paths are apart, then each of them in the order in which they are written, which is not the order of UpdateItem.
    /// </summary>
    public static void Check(UpdateExpression update)
    {
        try
        {
            CheckWhole(update);
        }
        catch (StorageException exception) when (!exception.Message.StartsWith("Two document paths", StringComparison.Ordinal))
        {
            foreach (UpdateAction action in update.Actions)
            {
                CheckWhole(new UpdateExpression([action]));
            }

            throw;
        }
    }

    /// <summary>Checks a select list.</summary>
    public static void Check(ProjectionExpression projection) => Check(() => ExpressionRules.Check(projection), "ProjectionExpression");

    private static void CheckWhole(UpdateExpression update) => Check(() => ExpressionRules.Check(update), "UpdateExpression");

    private static void Check(Action check, string expression)
    {
        string prefix = $"Invalid {expression}: ";
        try
        {
            check();
        }
        catch (StorageException exception) when (exception.Message.StartsWith(prefix, StringComparison.Ordinal))
        {
            throw StorageErrors.Validation(exception.Message[prefix.Length..]);
        }
    }
}
