using System.Globalization;
using Keyfold.Storage;

namespace Keyfold.Protocol.Expressions;

/// <summary>
/// What is wrong with the text of an expression; what is wrong with a tree, whatever it was made from, is among <see cref="StorageErrors"/>. The first
/// parameter of each is the request's parameter that the expression came in, such as ConditionExpression.
/// </summary>
internal static class ExpressionErrors
{

    /// <summary>A text over <see cref="Limits.ExpressionBytesMax"/>; for projections and updates DynamoDB does not tell the size.</summary>
    public static StorageException TooLong(string parameter, int size) => Invalid(
        parameter,
        parameter is ExpressionParameter.Projection or ExpressionParameter.Update
            ? "Expression size has exceeded the maximum allowed size;"
            : string.Create(CultureInfo.InvariantCulture, $"Expression size has exceeded the maximum allowed size; expression size: {size}"));

    public static StorageException Syntax(string parameter, string token, string near) =>
        Invalid(parameter, $"Syntax error; token: \"{token}\", near: \"{near}\"");

    public static StorageException RedundantParentheses(string parameter) => Invalid(parameter, "The expression has redundant parentheses;");

    public static StorageException FunctionUnknown(string parameter, string function) =>
        Invalid(parameter, $"Invalid function name; function: {function}");

    public static StorageException FunctionNotInCondition(string parameter, string function) =>
        Invalid(parameter, $"The function is not allowed in a condition expression; function: {function}");

    public static StorageException FunctionNotInUpdate(string parameter, string function) =>
        Invalid(parameter, $"The function is not allowed in an update expression; function: {function}");

    public static StorageException ReservedWord(string parameter, string word) =>
        Invalid(parameter, $"Attribute name is a reserved keyword; reserved keyword: {word}");

    public static StorageException IndexOutOfRange(string parameter, string digits) =>
        Invalid(parameter, $"List index is not within the allowable range; index: [{digits}]");

    public static StorageException SectionRepeated(string parameter, string section) =>
        Invalid(parameter, $"The \"{section}\" section can only be used once in an update expression;");

    public static StorageException NameUndefined(string parameter, string key) =>
        Invalid(parameter, $"An expression attribute name used in the document path is not defined; attribute name: {key}");

    public static StorageException ValueUndefined(string parameter, string key) =>
        Invalid(parameter, $"An expression attribute value used in expression is not defined; attribute value: {key}");

    public static StorageException PathRequired(string parameter, string function) =>
        Invalid(parameter, $"Operator or function requires a document path; operator or function: {function}");

    public static StorageException AttributeTypeUnknown(string parameter, string type) => Invalid(
        parameter,
        $"Invalid attribute type name found; type: {type}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}");

    private static StorageException Invalid(string parameter, string detail) => StorageErrors.Validation($"Invalid {parameter}: {detail}");
}
