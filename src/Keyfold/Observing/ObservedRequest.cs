namespace Keyfold;

/// <summary>One request of a table that is observed.</summary>
public readonly struct ObservedRequest
{
    /// <summary>DynamoDB's name of the operation, as <c>Query</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The table; of an operation on several, the first one.</summary>
    public required string TableName { get; init; }

    /// <summary>The index that was read; null for the table.</summary>
    public string? IndexName { get; init; }

    /// <summary>The capacity units that it consumed, on all tables and indexes; 0 if it failed or the backend does not say.</summary>
    public double CapacityUnits { get; init; }

    /// <summary>The items that were given; of a count, counted; of a write, 0.</summary>
    public int ItemCount { get; init; }

    /// <summary>The items that were read, before the filter.</summary>
    public int EvaluatedCount { get; init; }

    /// <summary>From the call to the answer.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What went wrong; null if nothing did.</summary>
    public Exception? Error { get; init; }
}
