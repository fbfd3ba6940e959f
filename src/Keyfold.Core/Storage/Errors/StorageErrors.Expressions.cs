using System.Globalization;

namespace Keyfold.Storage;

/// <content>
/// Expressions before they are evaluated. The first parameter of each is the request's parameter that the expression came in:
/// ConditionExpression, FilterExpression, KeyConditionExpression, ProjectionExpression or UpdateExpression.
/// </content>
public static partial class StorageErrors
{
    /// <summary>An update without actions, or a projection without paths.</summary>
    public static StorageException ExpressionEmpty(string expression) => InvalidExpression(expression, "The expression can not be empty;");

    /// <summary>What the grammar does not know, such as a sum of sums.</summary>
    /// <param name="expression">The parameter's name.</param>
    /// <param name="token">The first symbol that may not stand where it does.</param>
    public static StorageException ExpressionSyntax(string expression, string token) =>
        InvalidExpression(expression, $"Syntax error; token: \"{token}\"");

    /// <summary>More than <see cref="Limits.ExpressionOperatorsMax"/> operators and functions.</summary>
    public static StorageException TooManyOperators(string expression, int count) =>
        InvalidExpression(expression, Invariant($"The expression contains too many operators; operator count: {count}"));

    /// <summary>More than <see cref="Limits.InOperandsMax"/> candidates of one IN.</summary>
    public static StorageException TooManyCandidates(string expression, int count) =>
        InvalidExpression(expression, Invariant($"The IN operator is provided with too many operands; number of operands: {count}"));

    /// <summary>More than <see cref="Limits.PathDepthMax"/> steps of a path.</summary>
    public static StorageException PathTooDeep(string expression, int levels) =>
        InvalidExpression(expression, Invariant($"The document path has too many nesting levels; nesting levels: {levels}"));

    /// <summary>A step of a path with a name over <see cref="Limits.AttributeNameBytesMax"/>.</summary>
    public static StorageException AttributeNameTooLong() => Validation("Attribute name is too large, must be less than 65536 bytes");

    /// <summary>A function where its result can't be used.</summary>
    public static StorageException FunctionMisplaced(string expression, string function) =>
        InvalidExpression(expression, $"The function is not allowed to be used this way in an expression; function: {function}");

    /// <summary>An operator or function with too few or too many operands.</summary>
    public static StorageException OperandCount(string expression, string function, int count) => InvalidExpression(expression,
        Invariant($"Incorrect number of operands for operator or function; operator or function: {function}, number of operands: {count}"));

    /// <summary>One path on both sides.</summary>
    /// <param name="expression">The parameter's name.</param>
    /// <param name="operator">The operator or function.</param>
    /// <param name="path">The path as DynamoDB prints it, between brackets.</param>
    public static StorageException OperandsNotDistinct(string expression, string @operator, string path) => InvalidExpression(expression,
        $"The first operand must be distinct from the remaining operands for this operator or function; operator: {@operator}, first operand: {path}");

    /// <summary>A literal of a type that an operator or function never takes.</summary>
    /// <param name="expression">The parameter's name.</param>
    /// <param name="function">The operator or function.</param>
    /// <param name="type">The literal's type as DynamoDB's tag.</param>
    public static StorageException OperandType(string expression, string function, string type) => InvalidExpression(expression,
        $"Incorrect operand type for operator or function; operator or function: {function}, operand type: {type}");

    /// <summary>A literal of a type that ADD or DELETE never takes.</summary>
    /// <param name="action">ADD or DELETE.</param>
    /// <param name="type">The literal's type in words, such as STRING.</param>
    public static StorageException ActionOperandType(string action, string type) => InvalidExpression("UpdateExpression",
        $"Incorrect operand type for operator or function; operator: {action}, operand type: {type}");

    /// <summary>A BETWEEN with its bounds the wrong way round.</summary>
    /// <param name="expression">The parameter's name.</param>
    /// <param name="lower">The lower bound as DynamoDB prints it, such as {N:9}.</param>
    /// <param name="upper">The upper bound as DynamoDB prints it.</param>
    public static StorageException BetweenReversed(string expression, string lower, string upper) => InvalidExpression(expression,
        $"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; {Bounds(lower, upper)}");

    /// <summary>A BETWEEN with bounds of two types.</summary>
    /// <param name="expression">The parameter's name.</param>
    /// <param name="lower">The lower bound as DynamoDB prints it, such as {S:x}.</param>
    /// <param name="upper">The upper bound as DynamoDB prints it.</param>
    public static StorageException BetweenMixed(string expression, string lower, string upper) => InvalidExpression(expression,
        $"The BETWEEN operator requires same data type for lower and upper bounds; {Bounds(lower, upper)}");

    private static string Bounds(string lower, string upper) =>
        $"lower bound operand: AttributeValue: {lower}, upper bound operand: AttributeValue: {upper}";

    private static StorageException InvalidExpression(string expression, string detail) => Validation($"Invalid {expression}: {detail}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
