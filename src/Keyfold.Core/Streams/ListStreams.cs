namespace Keyfold.Streams;

/// <summary>ListStreams.</summary>
public readonly record struct ListStreamsRequest
{
    /// <summary>Whose streams; null for those of all tables.</summary>
    public string? TableName { get; init; }

    /// <summary>How many streams at most, 1 to <see cref="Limits.StreamsListedMax"/>; null for that many.</summary>
    public int? Limit { get; init; }

    /// <summary>The last stream of the page before; null for the first page.</summary>
    public string? ExclusiveStartStreamArn { get; init; }
}

/// <summary>A page of streams.</summary>
public readonly record struct ListStreamsResponse
{
    /// <summary>The streams in ascending order of their resource names.</summary>
    public required IReadOnlyList<StreamSummary> Streams { get; init; }

    /// <summary>Where the next page starts; null at the end.</summary>
    public string? LastEvaluatedStreamArn { get; init; }
}

/// <summary>Names a stream. A table that gets a stream again gets another one, with a new label.</summary>
/// <param name="Arn">The Amazon resource name, which requests take: the table's, <c>/stream/</c> and the label.</param>
/// <param name="TableName">The table.</param>
/// <param name="Label">When the stream began, such as <c>2026-11-22T10:00:00.000</c>; unique for the table.</param>
public sealed record StreamSummary(string Arn, string TableName, string Label);
