using System.Globalization;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>What DynamoDB says to an expression of a statement that is well formed and yet nothing it can do.</summary>
internal static class ExpressionErrors
{
    public static StorageException NoCondition() => StorageErrors.Validation("WHERE clause must contain an expression that resolves to a boolean");

    public static StorageException AndOrArguments() => StorageErrors.Validation("The arguments to AND/OR must be Expressions");

    public static StorageException NotArgument() => StorageErrors.Validation("The argument to NOT must be a Type or Expression");

    public static StorageException MissingCompared() => StorageErrors.Validation("MISSING must be compared using IS operator");

    public static StorageException IsArgument() =>
        StorageErrors.Validation("The left hand side argument to IS must be a Variable Reference, Literal, or Path");

    public static StorageException InArguments() => StorageErrors.Validation(
        "IN operator must have a left hand argument of type Variable Reference and right hand argument of type Seq with at least one member");

    public static StorageException ConditionOperator(string symbol) =>
        StorageErrors.Validation($"Unsupported operator in Condition Expression. Operator: {symbol}");

    public static StorageException UpdateOperator(string symbol) =>
        StorageErrors.Validation($"Unsupported operator in Update Expression. Operator: {symbol}");

    public static StorageException FunctionUnknown(string name) => StorageErrors.Validation($"Unrecognized function: {name}");

    public static StorageException FunctionInUpdate(string name) =>
        StorageErrors.Validation($"The function is not allowed in an update expression; function: {name}");

    public static StorageException FunctionMisplaced(string name) =>
        StorageErrors.Validation($"The function is not allowed to be used this way in an expression; function: {name}");

    public static StorageException OperandCount(string name, int count) => StorageErrors.Validation(string.Create(CultureInfo.InvariantCulture,
        $"Incorrect number of operands for operator or function; operator or function: {name}, number of operands: {count}"));

    public static StorageException OperandType(string name, string type) =>
        StorageErrors.Validation($"Incorrect operand type for operator or function; operator or function: {name}, operand type: {type}");

    public static StorageException PathRequired(string name) =>
        StorageErrors.Validation($"Operator or function requires a document path; operator or function: {name}");

    public static StorageException AttributeTypeUnknown(string type) => StorageErrors.Validation(
        $"Invalid attribute type name found; type: {type}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}");

    public static StorageException Unpivot(string place) =>
        StorageErrors.Validation($"Unpivot path component like a.*.b are not supported{place}");

    public static StorageException Wildcard(string place) =>
        StorageErrors.Validation($"Wildcard path component like a[*].b are not supported{place}");

    public static StorageException SetTarget(string function) =>
        StorageErrors.Validation($"The first argument to {function} must equal the assignment value");

    public static StorageException SetArgument(string function, string place) =>
        StorageErrors.Validation($"The second argument to {function} must be a value with type SET{place}");

    public static StorageException SetArguments(string function, string place) =>
        StorageErrors.Validation($"{function} must have exactly two arguments{place}");
}
