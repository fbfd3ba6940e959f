using Keyfold.Storage;

namespace Keyfold.Streams;

/// <summary>
/// DynamoDB Streams: what changed in a table whose schema has a <see cref="Schema.TableSchema.Stream"/>, in the order in which it changed, for
/// <see cref="Limits.StreamRetention"/>. Every change of an item is one record; a write that leaves an item equal makes none. A stream is cut
/// into shards; an item's records are in one shard, and in its descendants once it is closed.
/// </summary>
public interface IChangeFeed
{
    /// <summary>Lists streams: those in use and those that can still be read.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ValidationException"/>: the limit is out of its range.</exception>
    ValueTask<ListStreamsResponse> ListStreamsAsync(ListStreamsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes a stream and a page of its shards.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is none;
    /// <see cref="StorageErrorCode.ValidationException"/>: the limit is out of its range.</exception>
    ValueTask<StreamDescription> DescribeStreamAsync(DescribeStreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes a place in a shard to read from, valid for <see cref="Limits.ShardIteratorLifetime"/>.</summary>
    /// <returns>The place, a text for <see cref="GetRecordsRequest.ShardIterator"/>.</returns>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is no such stream or shard;
    /// <see cref="StorageErrorCode.TrimmedDataAccessException"/>: the records there are gone;
    /// <see cref="StorageErrorCode.ValidationException"/>: the shard has no such sequence number.</exception>
    ValueTask<string> GetShardIteratorAsync(GetShardIteratorRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads records from a place on; none is an answer like any other.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ExpiredIteratorException"/>: the place is too old;
    /// <see cref="StorageErrorCode.TrimmedDataAccessException"/>: the records there are gone;
    /// <see cref="StorageErrorCode.ResourceNotFoundException"/>: the stream or shard is gone;
    /// <see cref="StorageErrorCode.ValidationException"/>: the text is no place, or the limit is out of its range.</exception>
    ValueTask<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default);
}
