namespace Keyfold.Storage;

/// <summary>
/// One factory for each error that a backend answers with, so that every backend words it alike. The texts are Amazon DynamoDB's,
/// its slips of grammar and spacing included, because users search for them and clients match on them.
/// </summary>
public static partial class StorageErrors
{
    private const string InvalidParameters = "One or more parameter values were invalid: ";

    /// <summary>A request that breaks a rule.</summary>
    /// <param name="message">DynamoDB's text.</param>
    public static StorageException Validation(string message) => new(StorageErrorCode.ValidationException, message);

    /// <summary>A request whose parameters do not fit each other or the schema.</summary>
    /// <param name="detail">What follows DynamoDB's standard opening.</param>
    public static StorageException InvalidParameter(string detail) => Validation(InvalidParameters + detail);

    /// <summary>A condition that does not hold.</summary>
    /// <param name="item">The encoded item that failed it, if the request asked for it.</param>
    public static StorageException ConditionalCheckFailed(ReadOnlyMemory<byte> item = default) =>
        new(StorageErrorCode.ConditionalCheckFailedException, "The conditional request failed") { Item = item };

    /// <summary>A PartiQL INSERT of an item whose key exists.</summary>
    public static StorageException DuplicateItem() => new(StorageErrorCode.DuplicateItemException, "Duplicate primary key exists in table");

    /// <summary>The item collection of a table with local secondary indexes is full.</summary>
    public static StorageException ItemCollectionSizeLimitExceeded() =>
        new(StorageErrorCode.ItemCollectionSizeLimitExceededException, "Item collection size limit exceeded.");
}
