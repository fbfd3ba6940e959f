using Keyfold.Storage;

namespace Keyfold.Protocol.Expressions;

/// <summary>Why a condition is no key condition.</summary>
internal static class KeyConditionErrors
{
    public static StorageException OperatorInvalid(string name) =>
        StorageErrors.Validation($"Invalid operator used in KeyConditionExpression: {name}");

    public static StorageException NestedOperation() => StorageErrors.Validation("KeyConditionExpressions cannot contain nested operations");

    public static StorageException NestedAttribute() =>
        StorageErrors.Validation("KeyConditionExpressions cannot have conditions on nested attributes");

    public static StorageException NoKey() => Invalid("No key attribute specified");

    public static StorageException SeveralNames() => Invalid("Multiple attribute names used in one condition");

    /// <summary>BETWEEN or begins_with with something else before it.</summary>
    public static StorageException KeyNotFirst(string function) =>
        Invalid($"{function} operator must have the key attribute as its first operand");

    private static StorageException Invalid(string detail) =>
        StorageErrors.Validation($"Invalid condition in KeyConditionExpression: {detail}");
}
