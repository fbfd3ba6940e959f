using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>What CreateTable and UpdateTable refuse in a request before there is a schema to look at.</summary>
internal static class CreateTableErrors
{
    public static StorageException ThroughputMissing() => StorageErrors.InvalidParameter(
        "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");

    public static StorageException DefinitionsTooFew() => StorageErrors.Validation("Invalid KeySchema: Some index key attribute have no definition");

    public static StorageException DefinitionsMissing(string indexName) =>
        StorageErrors.InvalidParameter($"AttributeDefinitions is not specified for index: {indexName}");

    public static StorageException KeyUndefined(string keys, string definitions) => StorageErrors.InvalidParameter(
        $"Some index key attributes are not defined in AttributeDefinitions. Keys: [{keys}], AttributeDefinitions: [{definitions}]");

    public static StorageException HashAfterRange() =>
        StorageErrors.InvalidParameter("All HASH key attributes must precede RANGE key attributes in the KeySchema");

    /// <param name="kind">HASH or RANGE.</param>
    public static StorageException KeyTooLong(string kind) =>
        StorageErrors.InvalidParameter($"The KeySchema exceeds the maximum allowed number of {kind} key attributes");

    public static StorageException DefinitionsTooMany() => StorageErrors.InvalidParameter(
        "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");

    public static StorageException DefinitionsUnused(string definitions, string keys) => StorageErrors.InvalidParameter(
        $"Some AttributeDefinitions are not used. AttributeDefinitions: [{definitions}], keys used: [{keys}]");

    public static StorageException IndexListEmpty(string list) => StorageErrors.InvalidParameter($"List of {list} is empty");
}
