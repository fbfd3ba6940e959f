using Keyfold.Schema;

namespace Keyfold.Storage;

/// <summary>Changes a table. What is null or empty stays as it is, and something must be given.</summary>
/// <param name="TableName">The table.</param>
public sealed record UpdateTableRequest(string TableName)
{
    /// <summary>How the table is to be paid for.</summary>
    public BillingMode? BillingMode { get; init; }

    /// <summary>The provisioned capacity.</summary>
    public ProvisionedThroughput? Throughput { get; init; }

    /// <summary>The bounds of an on-demand table; -1 lifts one.</summary>
    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>What to warm the table up to.</summary>
    public WarmThroughput? WarmThroughput { get; init; }

    /// <summary>The stream to begin or to end.</summary>
    public StreamUpdate? Stream { get; init; }

    /// <summary>Whether the table cannot be deleted.</summary>
    public bool? IsDeletionProtected { get; init; }

    /// <summary>The price class.</summary>
    public TableClass? TableClass { get; init; }

    /// <summary>The encryption at rest.</summary>
    public EncryptionUpdate? Encryption { get; init; }

    /// <summary>Changes of global secondary indexes: none twice, and at most one is created or deleted.</summary>
    public Sequence<IndexUpdate> Indexes { get; init; }
}

/// <summary>Begins or ends a table's stream.</summary>
/// <param name="ViewType">What the records of a new stream show of an item; null ends the stream that there is.</param>
public sealed record StreamUpdate(StreamViewType? ViewType);

/// <summary>Changes a table's encryption at rest.</summary>
/// <param name="Encryption">The key of AWS KMS to encrypt with; null goes back to the service's own.</param>
public sealed record EncryptionUpdate(TableEncryption? Encryption);

/// <summary>A change of a global secondary index.</summary>
/// <param name="IndexName">The index.</param>
public abstract record IndexUpdate(string IndexName);

/// <summary>Creates a global secondary index of the items that there are and will be.</summary>
/// <param name="Index">The index. An attribute that is a key already keeps its type.</param>
public sealed record CreateIndex(SecondaryIndex Index) : IndexUpdate(Index.Name);

/// <summary>Changes a global secondary index's capacity. What is null stays as it is.</summary>
/// <param name="IndexName">The index.</param>
public sealed record UpdateIndex(string IndexName) : IndexUpdate(IndexName)
{
    /// <summary>The provisioned capacity.</summary>
    public ProvisionedThroughput? Throughput { get; init; }

    /// <summary>The bounds on an on-demand table; -1 lifts one.</summary>
    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>What to warm the index up to.</summary>
    public WarmThroughput? WarmThroughput { get; init; }
}

/// <summary>Deletes a global secondary index.</summary>
/// <param name="IndexName">The index.</param>
public sealed record DeleteIndex(string IndexName) : IndexUpdate(IndexName);
