using System.Globalization;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>What CreateTable refuses in its request before there is a schema to look at.</summary>
internal static class CreateTableErrors
{
    public static StorageException ThroughputOfOnDemand() => StorageErrors.InvalidParameter(
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");

    public static StorageException ThroughputMissing() => StorageErrors.InvalidParameter(
        "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");

    public static StorageException ThroughputTooLarge(long units, string name) => StorageErrors.Validation(
        string.Create(CultureInfo.InvariantCulture, $"Given value {units} for {name} is out of bounds"));

    public static StorageException IndexThroughputOfOnDemand(string indexName) => StorageErrors.InvalidParameter(
        $"ProvisionedThroughput should not be specified for index: {indexName} when BillingMode is PAY_PER_REQUEST");

    public static StorageException IndexThroughputMissing(string indexName) =>
        StorageErrors.InvalidParameter($"ProvisionedThroughput must be specified for index: {indexName}");

    public static StorageException DefinitionTwice(string attributeName) =>
        StorageErrors.InvalidParameter($"Duplicate AttributeName in AttributeDefinitions: {attributeName}");

    public static StorageException DefinitionsTooFew() => StorageErrors.Validation("Invalid KeySchema: Some index key attribute have no definition");

    public static StorageException KeyUndefined(string keys, string definitions) => StorageErrors.InvalidParameter(
        $"Some index key attributes are not defined in AttributeDefinitions. Keys: [{keys}], AttributeDefinitions: [{definitions}]");

    public static StorageException FirstNotHash() =>
        StorageErrors.Validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");

    public static StorageException SecondNotRange() =>
        StorageErrors.Validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");

    public static StorageException DefinitionsTooMany() => StorageErrors.InvalidParameter(
        "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");

    public static StorageException DefinitionsUnused(string definitions, string keys) => StorageErrors.InvalidParameter(
        $"Some AttributeDefinitions are not used. AttributeDefinitions: [{definitions}], keys used: [{keys}]");

    public static StorageException IndexListEmpty(string list) => StorageErrors.InvalidParameter($"List of {list} is empty");
}
