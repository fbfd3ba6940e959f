namespace Keyfold.Storage;

/// <summary>
/// The capacity units that a request consumed on one table: a read unit is 4 KB strongly consistent (half of it eventually
/// consistent), a write unit 1 KB, transactions count double. See "DynamoDB read and write operations" of the developer guide.
/// </summary>
/// <param name="TableName">The table.</param>
/// <param name="CapacityUnits">Table and indexes together.</param>
public sealed record ConsumedCapacity(string TableName, double CapacityUnits)
{
    /// <summary>The read units of a transaction; otherwise null.</summary>
    public double? ReadCapacityUnits { get; init; }

    /// <summary>The write units of a transaction; otherwise null.</summary>
    public double? WriteCapacityUnits { get; init; }

    /// <summary>The table's share; only with <see cref="ReturnConsumedCapacity.Indexes"/>.</summary>
    public double? TableCapacityUnits { get; init; }

    /// <summary>The share of each local secondary index that consumed something; only with <see cref="ReturnConsumedCapacity.Indexes"/>.</summary>
    public Sequence<IndexCapacity> LocalSecondaryIndexes { get; init; }

    /// <summary>The share of each global secondary index that consumed something; only with <see cref="ReturnConsumedCapacity.Indexes"/>.</summary>
    public Sequence<IndexCapacity> GlobalSecondaryIndexes { get; init; }
}

/// <summary>One index's share of a request's capacity.</summary>
/// <param name="IndexName">The index.</param>
/// <param name="CapacityUnits">Its units.</param>
public sealed record IndexCapacity(string IndexName, double CapacityUnits);
