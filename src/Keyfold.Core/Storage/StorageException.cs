namespace Keyfold.Storage;

/// <summary>
/// An error of a storage backend, with DynamoDB's code and message. It is the only exception that a backend throws for what
/// DynamoDB answers with an error; the factories in <see cref="StorageErrors"/> make it.
/// </summary>
public sealed class StorageException : Exception
{
    /// <summary>An error of a code, with DynamoDB's message.</summary>
    public StorageException(StorageErrorCode code, string message)
        : this(code, message, innerException: null)
    {
    }

    /// <summary>An error of a code, with DynamoDB's message and what caused it.</summary>
    public StorageException(StorageErrorCode code, string message, Exception? innerException)
        : base(message, innerException) => Code = code;

    /// <summary>DynamoDB's error code.</summary>
    public StorageErrorCode Code { get; }

    /// <summary>The encoded item that failed a condition, if the request asked for it and there is one; else empty.</summary>
    public ReadOnlyMemory<byte> Item { get; init; }

    /// <summary>One reason for each action of a cancelled transaction, in the request's order; else empty.</summary>
    public Sequence<CancellationReason> CancellationReasons { get; init; }

    /// <summary>The service's name for the request, which its support asks for; null where there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the backend asks to be left alone before the request is sent again, if it says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may succeed later without being changed.</summary>
    public bool IsTransient => Code is StorageErrorCode.TransactionConflictException
        or StorageErrorCode.TransactionInProgressException
        or StorageErrorCode.ProvisionedThroughputExceededException
        or StorageErrorCode.ThrottlingException
        or StorageErrorCode.RequestLimitExceeded
        or StorageErrorCode.ExpiredTokenException
        or StorageErrorCode.RequestTimeTooSkewed
        or StorageErrorCode.InternalServerError
        or StorageErrorCode.ServiceUnavailable;
}
