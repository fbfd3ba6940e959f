using Keyfold.Schema;

namespace Keyfold.Streams;

/// <summary>DescribeStream.</summary>
public readonly record struct DescribeStreamRequest
{
    /// <summary>The Amazon resource name of the stream.</summary>
    public required string StreamArn { get; init; }

    /// <summary>How many shards at most, 1 to <see cref="Limits.ShardsDescribedMax"/>; null for that many.</summary>
    public int? Limit { get; init; }

    /// <summary>The last shard of the page before; null for the first page.</summary>
    public string? ExclusiveStartShardId { get; init; }

    /// <summary>Only the children of this shard; null for all shards.</summary>
    public string? ParentShardId { get; init; }
}

/// <summary>A stream as it stands, with a page of its shards.</summary>
/// <param name="Stream">Its names.</param>
/// <param name="Status">Whether it takes records.</param>
/// <param name="ViewType">What its records show.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Key">The primary key of its table.</param>
/// <param name="Shards">Shards in ascending order of their ids, parents before their children.</param>
/// <param name="LastEvaluatedShardId">Where the next page of shards starts; null at the end.</param>
public sealed record StreamDescription(
    StreamSummary Stream,
    StreamStatus Status,
    StreamViewType ViewType,
    DateTimeOffset CreatedAt,
    KeySchema Key,
    IReadOnlyList<StreamShard> Shards,
    string? LastEvaluatedShardId);

/// <summary>A stream's life.</summary>
public enum StreamStatus
{
    /// <summary>Being switched on.</summary>
    Enabling,

    /// <summary>Takes records.</summary>
    Enabled,

    /// <summary>Being switched off.</summary>
    Disabling,

    /// <summary>Takes no more records; what it has can be read until it is too old.</summary>
    Disabled,
}

/// <summary>A shard: the records of a range of partition keys, for the time of its life.</summary>
/// <param name="Id">Its id, 28 to 65 characters.</param>
/// <param name="ParentId">The shard whose range this one has a part of, if it had one; it may be gone.</param>
/// <param name="StartingSequenceNumber">A number that no record of the shard is below.</param>
/// <param name="EndingSequenceNumber">A number that no record of the shard is above; null while it is open.</param>
public sealed record StreamShard(string Id, string? ParentId, string StartingSequenceNumber, string? EndingSequenceNumber);
