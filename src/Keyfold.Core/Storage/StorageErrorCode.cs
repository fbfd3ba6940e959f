namespace Keyfold.Storage;

/// <summary>DynamoDB's error codes, spelled as on the wire. See "Error handling with DynamoDB" of the developer guide.</summary>
public enum StorageErrorCode
{
    /// <summary>The request is wrong; sending it again fails again.</summary>
    ValidationException,

    /// <summary>The write's condition does not hold.</summary>
    ConditionalCheckFailedException,

    /// <summary>A transaction was cancelled; <see cref="StorageException.CancellationReasons"/> says why, action by action.</summary>
    TransactionCanceledException,

    /// <summary>Another transaction is at work on the item; try again.</summary>
    TransactionConflictException,

    /// <summary>The transaction with this client request token is still running; try again.</summary>
    TransactionInProgressException,

    /// <summary>The client request token was used with other actions before.</summary>
    IdempotentParameterMismatchException,

    /// <summary>A PartiQL INSERT of an item whose key exists.</summary>
    DuplicateItemException,

    /// <summary>An item collection of a table with local secondary indexes would pass 10 GB.</summary>
    ItemCollectionSizeLimitExceededException,

    /// <summary>The provisioned capacity is used up; try again later.</summary>
    ProvisionedThroughputExceededException,

    /// <summary>Too many requests; try again later.</summary>
    ThrottlingException,

    /// <summary>The account's throughput limit is reached; try again later.</summary>
    RequestLimitExceeded,

    /// <summary>The table, index or other resource does not exist.</summary>
    ResourceNotFoundException,

    /// <summary>The resource exists already or is being changed.</summary>
    ResourceInUseException,

    /// <summary>The resource has no policy, or not of the expected revision.</summary>
    PolicyNotFoundException,

    /// <summary>The table to back up or restore does not exist.</summary>
    TableNotFoundException,

    /// <summary>The backup does not exist.</summary>
    BackupNotFoundException,

    /// <summary>The table cannot be backed up at the moment.</summary>
    ContinuousBackupsUnavailableException,

    /// <summary>The table keeps no history to restore from.</summary>
    PointInTimeRecoveryUnavailableException,

    /// <summary>The global table of the version of 2017 does not exist.</summary>
    GlobalTableNotFoundException,

    /// <summary>Too many control operations or readers at once.</summary>
    LimitExceededException,

    /// <summary>The stream's records there are no longer kept.</summary>
    TrimmedDataAccessException,

    /// <summary>The shard iterator is too old; get another one.</summary>
    ExpiredIteratorException,

    /// <summary>Not allowed.</summary>
    AccessDeniedException,

    /// <summary>The service failed; a write may or may not have been applied.</summary>
    InternalServerError,

    /// <summary>The service is not available; a write may or may not have been applied.</summary>
    ServiceUnavailable,

    /// <summary>The temporary credentials have ended; the backend gets new ones: try again.</summary>
    ExpiredTokenException,

    /// <summary>The service's clock is another one by minutes; the backend has learned the difference: try again.</summary>
    RequestTimeTooSkewed,

    /// <summary>An error of the service that this version does not know; its name begins the message.</summary>
    Unrecognized,
}
