namespace Keyfold.Streams;

/// <summary>GetShardIterator.</summary>
public readonly record struct GetShardIteratorRequest
{
    /// <summary>The Amazon resource name of the stream.</summary>
    public required string StreamArn { get; init; }

    /// <summary>The shard.</summary>
    public required string ShardId { get; init; }

    /// <summary>Where to start.</summary>
    public required ShardIteratorType Type { get; init; }

    /// <summary>
    /// The record that <see cref="ShardIteratorType.AtSequenceNumber"/> and <see cref="ShardIteratorType.AfterSequenceNumber"/> speak of; else null.
    /// </summary>
    public string? SequenceNumber { get; init; }
}

/// <summary>Where in a shard to start reading.</summary>
public enum ShardIteratorType
{
    /// <summary>At the oldest record that is not too old.</summary>
    TrimHorizon,

    /// <summary>Behind the newest record.</summary>
    Latest,

    /// <summary>At the record of a sequence number.</summary>
    AtSequenceNumber,

    /// <summary>Behind the record of a sequence number.</summary>
    AfterSequenceNumber,
}
