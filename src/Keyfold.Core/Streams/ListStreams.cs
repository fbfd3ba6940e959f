namespace Keyfold.Streams;

/// <summary>ListStreams.</summary>
public readonly record struct ListStreamsRequest
{
    /// <summary>Whose streams; null for those of all tables.</summary>
    public string? TableName { get; init; }

    /// <summary>How many streams at most, 1 to <see cref="Limits.StreamsListedMax"/>; null for that many.</summary>
    public int? Limit { get; init; }

    /// <summary>Where the page before ended; null for the first page.</summary>
    public StreamId? ExclusiveStart { get; init; }
}

/// <summary>A page of streams.</summary>
public readonly record struct ListStreamsResponse
{
    /// <summary>The streams, by table and label.</summary>
    public required IReadOnlyList<StreamId> Streams { get; init; }

    /// <summary>Where the next page starts; null at the end.</summary>
    public StreamId? LastEvaluated { get; init; }
}
