namespace Keyfold.Storage;

/// <content>Expressions when they are evaluated.</content>
public static partial class StorageErrors
{
    /// <summary>An update of a path whose parent is missing or is no container.</summary>
    public static StorageException UpdatePathInvalid() =>
        Validation("The document path provided in the update expression is invalid for update");

    /// <summary>An update that reads an attribute which is not there.</summary>
    public static StorageException UpdateOperandMissing() =>
        Validation("The provided expression refers to an attribute that does not exist in the item");

    /// <summary>Arithmetic, list_append, ADD or DELETE on a value of another type.</summary>
    public static StorageException UpdateOperandType() =>
        Validation("An operand in the update expression has an incorrect data type");

    /// <summary>Two paths of one expression of which one lies within the other.</summary>
    /// <param name="expression">The parameter's name, such as UpdateExpression.</param>
    /// <param name="first">The first path as DynamoDB prints it.</param>
    /// <param name="second">The second path as DynamoDB prints it.</param>
    public static StorageException PathsOverlap(string expression, string first, string second) =>
        Validation($"Invalid {expression}: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {first}, path two: {second}");

    /// <summary>Two paths of one expression that take one value as a map and as a list.</summary>
    /// <param name="expression">The parameter's name, such as UpdateExpression.</param>
    /// <param name="first">The first path as DynamoDB prints it.</param>
    /// <param name="second">The second path as DynamoDB prints it.</param>
    public static StorageException PathsConflict(string expression, string first, string second) =>
        Validation($"Invalid {expression}: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: {first}, path two: {second}");
}
