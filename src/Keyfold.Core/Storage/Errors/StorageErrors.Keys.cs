namespace Keyfold.Storage;

/// <content>Keys.</content>
public static partial class StorageErrors
{
    private const string EmptyKeyValue = "The AttributeValue for a key attribute cannot contain an empty ";

    /// <summary>A put without a key attribute.</summary>
    public static StorageException KeyMissing(string attributeName) =>
        InvalidParameter($"Missing the key {attributeName} in the item");

    /// <summary>A put whose key attribute has another type than the schema says.</summary>
    /// <param name="attributeName">The key attribute.</param>
    /// <param name="expected">The schema's type as DynamoDB writes it: S, N or B.</param>
    /// <param name="actual">The item's type as DynamoDB writes it.</param>
    public static StorageException KeyTypeMismatch(string attributeName, string expected, string actual) =>
        InvalidParameter($"Type mismatch for key {attributeName} expected: {expected} actual: {actual}");

    /// <summary>A key with other attributes or types than the schema's.</summary>
    public static StorageException KeySchemaMismatch() => Validation("The provided key element does not match the schema");

    /// <summary>An empty string or binary as a key attribute of an item to put.</summary>
    /// <param name="attributeName">The key attribute.</param>
    /// <param name="isBinary">Whether the schema's type is binary.</param>
    public static StorageException KeyEmptyInItem(string attributeName, bool isBinary) =>
        Validation($"One or more parameter values are not valid. {EmptyKeyValue}{Kind(isBinary)} value. Key: {attributeName}");

    /// <summary>An empty string or binary in the key of a request.</summary>
    /// <param name="attributeName">The key attribute.</param>
    /// <param name="isBinary">Whether the schema's type is binary.</param>
    public static StorageException KeyEmpty(string attributeName, bool isBinary) =>
        InvalidParameter($"{EmptyKeyValue}{Kind(isBinary)} value. Key: {attributeName}");

    /// <summary>A partition key value over <see cref="Limits.PartitionKeyBytesMax"/>.</summary>
    public static StorageException PartitionKeyTooLong() =>
        InvalidParameter("Size of hashkey has exceeded the maximum size limit of2048 bytes");

    /// <summary>A sort key value over <see cref="Limits.SortKeyBytesMax"/>.</summary>
    public static StorageException SortKeyTooLong() =>
        InvalidParameter("Aggregated size of all range keys has exceeded the size limit of 1024 bytes");

    /// <summary>An index key attribute of a type other than the index's.</summary>
    public static StorageException IndexKeyTypeMismatch(string attributeName, string expected, string actual, string indexName) =>
        InvalidParameter($"Type mismatch for Index Key {attributeName} Expected: {expected} Actual: {actual} IndexName: {indexName}");

    /// <summary>An empty string or binary as an index key attribute of an item to put.</summary>
    public static StorageException IndexKeyEmpty(string attributeName, bool isBinary, string indexName) =>
        Validation("One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
            + $"{EmptyKeyValue}{Kind(isBinary)} value. IndexName: {indexName}, IndexKey: {attributeName}");

    /// <summary>An update that makes an index key attribute an empty string or binary.</summary>
    public static StorageException IndexKeyEmptyByUpdate(bool isBinary) =>
        Validation("One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. "
            + $"{EmptyKeyValue}{Kind(isBinary)} value.");

    /// <summary>An update that gives an index key attribute a type other than the index's.</summary>
    public static StorageException IndexKeyTypeMismatchByUpdate() =>
        InvalidParameter("The update expression attempted to update the secondary index key to unsupported type");

    /// <summary>An update that makes an index key value too long.</summary>
    public static StorageException IndexKeyTooLongByUpdate() =>
        InvalidParameter("The update expression attempted to update the secondary index key beyond allowed size limits");

    /// <summary>An update of a key attribute.</summary>
    public static StorageException KeyUpdated(string attributeName) =>
        InvalidParameter($"Cannot update attribute {attributeName}. This attribute is part of the key");

    /// <summary>A path into a key attribute.</summary>
    public static StorageException KeyPathNested(string attributeName) =>
        Validation($"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: {attributeName}");

    /// <summary>A path into an index key attribute.</summary>
    public static StorageException IndexKeyPathNested(string attributeName) =>
        Validation($"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: {attributeName}");

    private static string Kind(bool isBinary) => isBinary ? "binary" : "string";
}
