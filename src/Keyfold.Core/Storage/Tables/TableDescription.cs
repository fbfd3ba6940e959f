using Keyfold.Schema;

namespace Keyfold.Storage;

/// <summary>A table's life.</summary>
public enum TableStatus
{
    /// <summary>Being created; takes no requests yet.</summary>
    Creating,

    /// <summary>In use.</summary>
    Active,

    /// <summary>Being changed; takes requests.</summary>
    Updating,

    /// <summary>Being deleted.</summary>
    Deleting,
}

/// <summary>A table as it stands.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="Status">Its status.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ItemCount">The number of items.</param>
/// <param name="SizeBytes">The items' names and values, in bytes.</param>
/// <param name="Indexes">The secondary indexes with their own figures, in the schema's order.</param>
public sealed record TableDescription(
    TableSchema Schema,
    TableStatus Status,
    DateTimeOffset CreatedAt,
    long ItemCount,
    long SizeBytes,
    Sequence<IndexDescription> Indexes)
{
    /// <summary>The Amazon resource name, such as <c>arn:aws:dynamodb:us-east-1:000000000000:table/retail</c>.</summary>
    public string Arn { get; init; } = "";

    /// <summary>Tells the table from others that had its name; null if the backend does not say.</summary>
    public string? Id { get; init; }

    /// <summary>The label of the stream that the table has or had last; null if it never had one.</summary>
    public string? LatestStreamLabel { get; init; }

    /// <summary>The Amazon resource name of that stream.</summary>
    public string? LatestStreamArn => LatestStreamLabel is null ? null : $"{Arn}/stream/{LatestStreamLabel}";

    /// <summary>When the table was made an on-demand one last; null if it never was.</summary>
    public DateTimeOffset? OnDemandSince { get; init; }

    /// <summary>When the price class changed last; null if it never did.</summary>
    public DateTimeOffset? TableClassChangedAt { get; init; }

    /// <summary>How the provisioned capacity changed; null if it never did.</summary>
    public ThroughputHistory? ThroughputHistory { get; init; }
}

/// <summary>An index's life.</summary>
public enum IndexStatus
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Being filled with the items of its table; cannot be read yet.</summary>
    Creating,

    /// <summary>Its capacity is being changed.</summary>
    Updating,

    /// <summary>Being deleted; cannot be read any more.</summary>
    Deleting,
}

/// <summary>An index as it stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ItemCount">The number of entries.</param>
/// <param name="SizeBytes">The entries' names and values, in bytes.</param>
public sealed record IndexDescription(string Name, long ItemCount, long SizeBytes)
{
    /// <summary>Its status.</summary>
    public IndexStatus Status { get; init; }

    /// <summary>Whether an index that is being created takes up its table's items at the moment.</summary>
    public bool IsBackfilling { get; init; }

    /// <summary>How the provisioned capacity changed; null if it never did.</summary>
    public ThroughputHistory? ThroughputHistory { get; init; }
}

/// <summary>How the provisioned capacity of a table or index changed.</summary>
/// <param name="LastIncreaseAt">When it was raised last; null if never.</param>
/// <param name="LastDecreaseAt">When it was lowered last; null if never.</param>
/// <param name="DecreasesToday">How often it was lowered on the current day of UTC.</param>
public sealed record ThroughputHistory(DateTimeOffset? LastIncreaseAt, DateTimeOffset? LastDecreaseAt, int DecreasesToday);
