namespace Keyfold.Streams;

/// <summary>GetRecords.</summary>
public readonly record struct GetRecordsRequest
{
    /// <summary>Where to start.</summary>
    public required string ShardIterator { get; init; }

    /// <summary>How many records at most, 1 to <see cref="Limits.StreamRecordsMax"/>; null for that many. A page ends earlier at 1 MB.</summary>
    public int? Limit { get; init; }
}

/// <summary>A page of records.</summary>
public readonly record struct GetRecordsResponse
{
    /// <summary>The records, oldest first; often none.</summary>
    public required IReadOnlyList<StreamRecord> Records { get; init; }

    /// <summary>Where to go on; null when the shard is closed and read to its end.</summary>
    public string? NextShardIterator { get; init; }
}
