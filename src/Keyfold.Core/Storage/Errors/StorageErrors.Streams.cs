using System.Globalization;

namespace Keyfold.Storage;

/// <content>Streams.</content>
public static partial class StorageErrors
{
    /// <summary>A stream that does not exist, or no longer.</summary>
    /// <param name="streamArn">How the request names it.</param>
    public static StorageException StreamNotFound(string streamArn) =>
        new(StorageErrorCode.ResourceNotFoundException, $"Requested resource not found: Stream: {streamArn} not found");

    /// <summary>A shard that does not exist, or no longer.</summary>
    public static StorageException ShardNotFound() => new(StorageErrorCode.ResourceNotFoundException, "Shard does not exist");

    /// <summary>A text that is no shard iterator.</summary>
    public static StorageException ShardIteratorInvalid() => Validation("Invalid ShardIterator");

    /// <summary>A sequence number that is missing or that the shard cannot have.</summary>
    public static StorageException SequenceNumberInvalid() => InvalidParameter("Invalid SequenceNumber");

    /// <summary>A sequence number where none belongs.</summary>
    public static StorageException SequenceNumberNotAllowed() =>
        InvalidParameter("SequenceNumber should not be passed for this iterator type");

    /// <summary>A shard iterator older than <see cref="Limits.ShardIteratorLifetime"/>.</summary>
    public static StorageException ShardIteratorExpired() =>
        new(StorageErrorCode.ExpiredIteratorException, "The shard iterator has expired and can no longer be used to retrieve stream records.");

    /// <summary>Records that are no longer kept.</summary>
    public static StorageException DataTrimmed() =>
        new(StorageErrorCode.TrimmedDataAccessException, "The data you are trying to access has been trimmed");

    /// <summary>A limit of ListStreams above <see cref="Limits.StreamsListedMax"/>.</summary>
    public static StorageException StreamsLimitTooLarge() =>
        InvalidParameter(string.Create(CultureInfo.InvariantCulture, $"Limit cannot be greater than the maximum allowed size: {Limits.StreamsListedMax}"));

    /// <summary>A limit of DescribeStream above <see cref="Limits.ShardsDescribedMax"/>.</summary>
    public static StorageException ShardsLimitTooLarge() =>
        InvalidParameter(string.Create(CultureInfo.InvariantCulture, $"Limit cannot be greater than the maximum: {Limits.ShardsDescribedMax}"));

    /// <summary>A limit of GetRecords above <see cref="Limits.StreamRecordsMax"/>.</summary>
    public static StorageException RecordsLimitTooLarge() =>
        InvalidParameter(string.Create(CultureInfo.InvariantCulture, $"Limit should be less than or equal to {Limits.StreamRecordsMax}"));
}
