using System.Text;
using Keyfold.Protocol.Expressions;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tests.Expressions;

/// <summary>Parses an expression of any kind for what its error says.</summary>
internal static class Parsing
{
    /// <summary>The message of the error, or "ok".</summary>
    /// <param name="kind">C for a condition, U for an update, P for a projection, Q for a key condition.</param>
    /// <param name="expression">The text.</param>
    /// <param name="placeholders">What it may use.</param>
    public static string Outcome(string kind, string expression, Placeholders placeholders)
    {
        byte[] text = Encoding.UTF8.GetBytes(expression);
        try
        {
            _ = kind switch
            {
                "C" => (object)ExpressionParser.ParseCondition(text, ExpressionParameter.Condition, placeholders),
                "U" => ExpressionParser.ParseUpdate(text, placeholders),
                "P" => ExpressionParser.ParseProjection(text, placeholders),
                "Q" => ExpressionParser.ParseKeyCondition(text, placeholders),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
            };
            return "ok";
        }
        catch (StorageException exception) when (exception.Code == StorageErrorCode.ValidationException)
        {
            return exception.Message;
        }
    }
}
