namespace Keyfold.Differential.Aws;

/// <summary>
/// How DynamoDB Local 1.25.1 words errors that Amazon DynamoDB words otherwise: it has texts of its own for broken constraints of the
/// API's model, and three generic ones for everything that can be wrong with a key.
/// </summary>
internal static class LocalTexts
{
    private static readonly (string Amazon, string[] Local)[] Differences =
    [
        // tables that do not exist
        ("Requested resource not found", ["Cannot do operations on a non-existent table"]),
        ("Table already exists", ["Cannot create preexisting table"]),

        // keys
        ("The provided key element does not match the schema", ["The number of conditions on the keys is invalid", "One of the required keys was not given a value", "Type mismatch for key", "Type mismatch for attribute to update"]),
        ("Missing the key", ["One of the required keys was not given a value"]),
        ("Type mismatch for key", ["Type mismatch for key", "Invalid attribute value type"]),
        ("Type mismatch for Index Key", ["Type mismatch for Index Key", "Invalid attribute value type"]),
        ("Size of hashkey has exceeded", ["Hash primary key values must be under 2048 bytes", "Size limit exceeded"]),
        ("Aggregated size of all range keys has exceeded", ["range primary key values must be under 1024 bytes", "Size limit exceeded"]),

        // reads
        ("Query condition missed key schema element", ["Query condition missed key schema element"]),
        ("Consistent reads are not supported on global secondary indexes", ["Consistent read cannot be true when querying a GSI", "Consistent read cannot be true when scanning a GSI"]),
        ("Member must have value greater than or equal to 1", ["Limit must be greater than or equal to 1", "Table read and write throughput must be at least 1"]),
        ("The TotalSegments parameter is required", ["If segment is specified, total segment must also be specified"]),
        ("The Segment parameter is required", ["If total segments is specified, a particular segment must also be specified"]),
        ("The Segment parameter is zero-based", ["Value '2' at 'segment' failed to satisfy constraint: Member must have value less than or equal to 1"]),
        ("'segment' failed to satisfy constraint", ["Value '-1' at 'segment' failed to satisfy constraint"]),
        ("'totalSegments' failed to satisfy constraint", ["Value '0' at 'segment' failed to satisfy constraint: Member must have value less than or equal to -1"]),

        // starting keys
        ("The provided starting key is invalid", ["Exclusive Start Key must have same size as table's key schema", "Type mismatch for attribute to update"]),
        ("The provided starting key is outside query boundaries", ["The provided starting key does not match the range key predicate"]),
        ("The query can return at most one row", ["The provided starting key does not match the range key predicate"]),
        ("Please use ExclusiveStartKey with correct Segment", ["Exclusive start key must lie within the segment"]),

        // writes, batches and transactions
        ("ReturnValues can only be ALL_OLD or NONE", ["Return values set to invalid value"]),
        ("Attempting to store a number with magnitude larger", ["DynamoDB only supports precision up to 38 digits"]),
        ("Member must have length greater than or equal to 1", ["BatchWriteItem cannot have a null or no requests set", "BatchGetItem must have some requests set", "Value null at 'transactItems'"]),
        ("Transaction payload size cannot exceed 4MB", ["Payload in response is too large"]),

        // CreateTable
        ("TableName must be at least 3 characters long", ["Invalid table/index name."]),
        ("Member must satisfy regular expression pattern", ["Invalid table/index name."]),
        ("Member must have length greater than or equal to 3", ["Invalid table/index name."]),
        ("Member must have length less than or equal to 255", ["Names of key attributes and attributes projected into an index must be between 1 and 255 characters"]),
        ("The first KeySchemaElement is not a HASH key type", ["No Hash Key specified in schema."]),
        ("The second KeySchemaElement is not a RANGE key type", ["Too many hash keys specified."]),
        ("Member must have length less than or equal to 2", ["Key Schema too big."]),
        ("Both the Hash Key and the Range Key element in the KeySchema have the same name", ["Two keys can not have the same name"]),
        ("Duplicate", ["Cannot have two attributes with the same name", "Two global secondary indices have the same name", "Global Secondary Indices must have different names"]),
        ("Table KeySchema does not have a range key", ["Local Secondary indices are not allowed on hash tables"]),
        ("Index KeySchema does not have a range key", ["Local secondary indices must have a range key"]),
        ("Index KeySchema does not have the same leading hash key", ["Local Secondary indices must have the same hash key as the main table"]),
        ("Number of LocalSecondaryIndexes exceeds per-table limit of 5", ["Cannot have more than 5 local secondary indexes per table"]),
        ("GlobalSecondaryIndex count exceeds the per-table limit of 20", ["GlobalSecondaryIndex count exceeds the per-table limit"]),
        ("but NonKeyAttributes is specified", ["No attributes should be specified to be projected unless projection type is INCLUDE"]),
        ("but NonKeyAttributes is not specified", ["If Projection type INCLUDE is specified, some non-key attributes"]),
        ("At least one of ProvisionedThroughput", ["Nothing to update"]),
        ("ProvisionedThroughput must be specified when BillingMode is PROVISIONED", ["No provisioned throughput specified for the table"]),
        ("Table has no stream to disable", ["Table has no stream to disable"]),
        ("Only one global secondary index update per index", ["Only one global secondary index update per index"]),
        ("Cannot delete an index that is not a GlobalSecondaryIndex", ["Cannot delete an index that is not a GlobalSecondaryIndex"]),
        ("Attributes cannot be redefined", ["SchemaElement redefined should be of same type as previously defined"]),
        ("The requested value equals the current value", ["The requested throughput value equals the current value"]),
        ("ProvisionedThroughput must be specified for index", ["No provisioned throughput specified for the global secondary index"]),
    ];

    /// <summary>Whether a message has the expected words, or Local's words for them.</summary>
    public static bool Says(string expected, string actual) =>
        actual.Contains(expected, StringComparison.Ordinal)
        || Array.Exists(Differences, difference =>
            expected.Contains(difference.Amazon, StringComparison.Ordinal)
                && Array.Exists(difference.Local, words => actual.Contains(words, StringComparison.Ordinal)));
}
