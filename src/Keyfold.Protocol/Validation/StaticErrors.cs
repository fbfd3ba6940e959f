using Keyfold.Storage;

namespace Keyfold.Protocol.Validation;

/// <summary>What DynamoDB refuses of a request by its parameters alone, before it looks for the table.</summary>
internal static class StaticErrors
{
    public static StorageException ReturnValuesOfPut() => StorageErrors.Validation("ReturnValues can only be ALL_OLD or NONE");

    public static StorageException AttributeNameTwice(string name) =>
        StorageErrors.InvalidParameter($"Duplicate value in attribute name: {name}");

    public static StorageException KeyConditionMissing() =>
        StorageErrors.Validation("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");

    public static StorageException MixedStyles(string others, string expressions) => StorageErrors.Validation(
        "Can not use both expression and non-expression parameters in the same request: "
        + $"Non-expression parameters: {{{others}}} Expression parameters: {{{expressions}}}");

    public static StorageException SelectWithAttributesToGet(string select) =>
        StorageErrors.Validation($"Cannot specify the AttributesToGet when choosing to get {select}");

    public static StorageException StartKeyValue(string reason) => StorageErrors.Validation($"The provided starting key is invalid: {reason}");

    public static StorageException WriteRequestKinds() => StorageErrors.Validation(
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");

    public static StorageException TransactWriteKinds() =>
        StorageErrors.Validation("TransactItems can only contain one of Check, Put, Update or Delete");

    public static StorageException TransactWriteEmpty() =>
        StorageErrors.Validation("Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
}
