using System.Globalization;

namespace Keyfold.Storage;

/// <content>Query and Scan.</content>
public static partial class StorageErrors
{
    /// <summary>A key condition without one of the key attributes it needs.</summary>
    public static StorageException KeyConditionMisses(string attributeName) =>
        Validation($"Query condition missed key schema element: {attributeName}");

    /// <summary>An operator that a key condition may not use there.</summary>
    public static StorageException KeyConditionUnsupported() => Validation("Query key condition not supported");

    /// <summary>Two terms on one key attribute.</summary>
    public static StorageException KeyConditionRepeated() =>
        Validation("KeyConditionExpressions must only contain one condition per key");

    /// <summary>No term, or more than the key has attributes.</summary>
    public static StorageException KeyConditionCount() => Validation("Conditions can be of length 1 or 2 only");

    /// <summary>A key condition's value of another type than the schema's.</summary>
    public static StorageException KeyConditionTypeMismatch() => InvalidParameter("Condition parameter type does not match schema type");

    /// <summary>A Query's filter on a key attribute of what is queried.</summary>
    public static StorageException FilterOnKey(string attributeName) =>
        Validation($"Filter Expression can only contain non-primary key attributes: Primary key attribute: {attributeName}");

    /// <summary>A strongly consistent read of a global secondary index.</summary>
    public static StorageException ConsistentReadOnGlobalIndex() =>
        Validation("Consistent reads are not supported on global secondary indexes");

    /// <summary>A projection of an attribute that a global secondary index does not have.</summary>
    /// <param name="indexName">The index.</param>
    /// <param name="attributes">The attributes, comma-separated.</param>
    public static StorageException IndexDoesNotProject(string indexName, string attributes) =>
        InvalidParameter($"Global secondary index {indexName} does not project [{attributes}]");

    /// <summary>A filter on an attribute that a global secondary index does not have.</summary>
    /// <param name="indexName">The index.</param>
    /// <param name="attributes">The attributes, comma-separated.</param>
    public static StorageException IndexDoesNotProjectFilter(string indexName, string attributes) =>
        InvalidParameter($"Secondary index {indexName} does not project one or more filter attributes: [{attributes}]");

    /// <summary>All attributes asked of a global secondary index that does not project them.</summary>
    public static StorageException IndexDoesNotProjectAll(string indexName) =>
        InvalidParameter($"Select type ALL_ATTRIBUTES is not supported for global secondary index {indexName} because its projection type is not ALL");

    /// <summary>Projected attributes asked of a table.</summary>
    public static StorageException ProjectedAttributesWithoutIndex() =>
        Validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");

    /// <summary>A projection together with a Select that excludes it.</summary>
    /// <param name="select">What was chosen: "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES" or "only the Count".</param>
    public static StorageException ProjectionWithSelect(string select) =>
        Validation($"Cannot specify the ProjectionExpression when choosing to get {select}");

    /// <summary>Specific attributes without naming any.</summary>
    public static StorageException SpecificAttributesWithoutProjection() =>
        Validation("Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");

    /// <summary>A limit below 1.</summary>
    public static StorageException LimitTooSmall(int limit) =>
        Constraint(limit.ToString(CultureInfo.InvariantCulture), "limit", "Member must have value greater than or equal to 1");

    /// <summary>A value outside what the API's model allows.</summary>
    /// <param name="value">The value.</param>
    /// <param name="member">The path of the member in the request, in lowerCamel case.</param>
    /// <param name="rule">The rule, as DynamoDB words it.</param>
    public static StorageException Constraint(string value, string member, string rule) =>
        Validation($"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {rule}");

    /// <summary>A starting key with other attributes than the keys of table and index.</summary>
    public static StorageException StartKeyInvalid() => Validation("The provided starting key is invalid");

    /// <summary>A table scan's starting key that is no key of the table.</summary>
    public static StorageException StartKeySchemaMismatch() =>
        Validation("The provided starting key is invalid: The provided key element does not match the schema");

    /// <summary>A Query's starting key of another partition.</summary>
    public static StorageException StartKeyOutsideQuery() =>
        Validation("The provided starting key is outside query boundaries based on provided conditions");

    /// <summary>A Query's starting key outside the sort key's range.</summary>
    public static StorageException StartKeyOutsideRange() => Validation("The provided starting key does not match the range key predicate");

    /// <summary>A Query's starting key of another partition that satisfies the condition on the sort key.</summary>
    public static StorageException StartKeyOfSingleRow() => Validation("The query can return at most one row and cannot be restarted");

    /// <summary>A Scan's starting key of another segment.</summary>
    public static StorageException StartKeyOutsideSegment(int totalSegments, int segment) =>
        Validation(string.Create(CultureInfo.InvariantCulture,
            $"The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: {totalSegments} Segment: {segment}"));

    /// <summary>A segment without the number of segments.</summary>
    public static StorageException TotalSegmentsMissing() =>
        Validation("The TotalSegments parameter is required but was not present in the request when Segment parameter is present");

    /// <summary>A number of segments without the segment.</summary>
    public static StorageException SegmentMissing() =>
        Validation("The Segment parameter is required but was not present in the request when parameter TotalSegments is present");

    /// <summary>A segment that is not below the number of segments.</summary>
    public static StorageException SegmentTooLarge(int segment, int totalSegments) =>
        Validation(string.Create(CultureInfo.InvariantCulture,
            $"The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: {segment} is not less than TotalSegments: {totalSegments}"));
}
