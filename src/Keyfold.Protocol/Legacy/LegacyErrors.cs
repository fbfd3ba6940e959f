using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Protocol.Legacy;

/// <summary>What DynamoDB refuses of the parameters that expressions have replaced.</summary>
internal static class LegacyErrors
{
    public static StorageException ExpectedNull(string attribute) =>
        StorageErrors.InvalidParameter($"ExpectedAttributeValue must not be null for Attribute: {attribute}");

    public static StorageException ConditionNull(string attribute) =>
        StorageErrors.Validation($"The filter condition for an attribute cannot be null: {attribute}");

    public static StorageException ValueMissing(string attribute, string exists) =>
        StorageErrors.InvalidParameter($"Value must be provided when Exists is {exists} for Attribute: {attribute}");

    public static StorageException ValueWithExistsFalse(string attribute) =>
        StorageErrors.InvalidParameter($"Value cannot be used when Exists is false for Attribute: {attribute}");

    public static StorageException ExistsWithOperator(string attribute) =>
        StorageErrors.InvalidParameter($"Exists and ComparisonOperator cannot be used together for Attribute: {attribute}");

    public static StorageException ValueWithList(string attribute) =>
        StorageErrors.InvalidParameter($"Value and AttributeValueList cannot be used together for Attribute: {attribute}");

    public static StorageException ListWithoutOperator(string attribute) =>
        StorageErrors.InvalidParameter($"AttributeValueList can only be used with a ComparisonOperator for Attribute: {attribute}");

    public static StorageException OperatorWithoutValues(string @operator, string attribute) =>
        StorageErrors.InvalidParameter($"Value or AttributeValueList must be used with ComparisonOperator: {@operator} for Attribute: {attribute}");

    public static StorageException ArgumentCount(string @operator) =>
        StorageErrors.InvalidParameter($"Invalid number of argument(s) for the {@operator} ComparisonOperator");

    public static StorageException ArgumentsMixed() =>
        StorageErrors.InvalidParameter("AttributeValues inside AttributeValueList must be of same type");

    public static StorageException ArgumentType(string @operator, AttributeType type) =>
        StorageErrors.InvalidParameter($"ComparisonOperator {@operator} is not valid for {type.Tag()} AttributeValue type");

    public static StorageException BetweenReversed() => StorageErrors.Validation(
        "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");

    public static StorageException OperatorWithoutConditions(string conditions) =>
        StorageErrors.Validation($"ConditionalOperator cannot be used without {conditions}");

    public static StorageException OperatorWithOneCondition(string conditions) =>
        StorageErrors.Validation($"ConditionalOperator can only be used when {conditions} has two or more elements");

    public static StorageException NotIndexable() => StorageErrors.Validation("Attempted conditional constraint is not an indexable operation");

    public static StorageException UpdateWithoutValue() =>
        StorageErrors.InvalidParameter("Only DELETE action is allowed when no attribute value is specified");

    public static StorageException AddType(AttributeType type) =>
        StorageErrors.InvalidParameter($"ADD action is not supported for the type {type.Tag()}");

    public static StorageException DeleteType(AttributeType type) =>
        StorageErrors.InvalidParameter($"DELETE action with value is not supported for the type {type.Tag()}");
}
