namespace Keyfold.Schema;

/// <summary>Which of DynamoDB's two kinds a secondary index is.</summary>
public enum SecondaryIndexKind
{
    /// <summary>Any key attributes, its own partitions; never strongly consistent.</summary>
    Global,

    /// <summary>The table's partition key with another sort key; lives with its table's items.</summary>
    Local,
}

/// <summary>What an index copies of each item beside the keys.</summary>
public enum ProjectionType
{
    /// <summary>The whole item.</summary>
    All,

    /// <summary>The keys of table and index only.</summary>
    KeysOnly,

    /// <summary>The keys and the attributes that the projection names.</summary>
    Include,
}

/// <summary>An index's projection.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="NonKeyAttributes">The copied attributes of <see cref="ProjectionType.Include"/>; otherwise empty.</param>
public sealed record Projection(ProjectionType Type, Sequence<string> NonKeyAttributes = default)
{
    /// <summary>The whole item.</summary>
    public static Projection All { get; } = new(ProjectionType.All);

    /// <summary>The keys only.</summary>
    public static Projection KeysOnly { get; } = new(ProjectionType.KeysOnly);
}

/// <summary>A secondary index. An item is in it when it has all of the index's key attributes.</summary>
/// <param name="Name">3 to 255 characters of <c>a-z A-Z 0-9 _ - .</c></param>
/// <param name="Kind">Global or local.</param>
/// <param name="Key">The index's key attributes.</param>
/// <param name="Projection">What it copies.</param>
public sealed record SecondaryIndex(string Name, SecondaryIndexKind Kind, KeySchema Key, Projection Projection)
{
    /// <summary>The index's own capacity; null on an on-demand table and for a local index.</summary>
    public ProvisionedThroughput? Throughput { get; init; }

    /// <summary>The bounds of a global index of an on-demand table, or null for none.</summary>
    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>What a global index was warmed up to, or null for the service's default.</summary>
    public WarmThroughput? WarmThroughput { get; init; }
}
