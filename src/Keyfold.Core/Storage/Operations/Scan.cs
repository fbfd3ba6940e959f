using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Storage;

/// <summary>Reads one page of a whole table or index.</summary>
public readonly record struct ScanRequest
{
    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The index to read, or null for the table itself.</summary>
    public string? IndexName { get; init; }

    /// <summary>Which items to return; filtered items are read, counted and paid for all the same.</summary>
    public Condition? Filter { get; init; }

    /// <summary>The parts to return, or null for whole items.</summary>
    public ProjectionExpression? Projection { get; init; }

    /// <summary>What is returned of each item.</summary>
    public Select Select { get; init; }

    /// <summary>How many items to evaluate at most, or null for as many as fit a page of <see cref="Limits.PageBytesMax"/>.</summary>
    public int? Limit { get; init; }

    /// <summary>The <see cref="ScanResponse.LastEvaluatedKey"/> of the page before, with the same segment.</summary>
    public Item? ExclusiveStartKey { get; init; }

    /// <summary>Which segment of a parallel scan, counted from 0; together with <see cref="TotalSegments"/>.</summary>
    public int? Segment { get; init; }

    /// <summary>How many segments a parallel scan has, 1 to <see cref="Limits.ScanSegmentsMax"/>.</summary>
    public int? TotalSegments { get; init; }

    /// <summary>Whether every write that was acknowledged before the scan started is seen; not on a global index.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>Whether the response reports its capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }
}

/// <summary>One page of a Scan.</summary>
public readonly record struct ScanResponse
{
    /// <summary>The encoded items, immutable; null with <see cref="Select.Count"/>.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Items { get; init; }

    /// <summary>The items that passed the filter.</summary>
    public int Count { get; init; }

    /// <summary>The items that were evaluated.</summary>
    public int ScannedCount { get; init; }

    /// <summary>Where the next page starts (the keys of table and index), or null at the end.</summary>
    public Item? LastEvaluatedKey { get; init; }

    /// <summary>The capacity, if asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>
    /// The memory that the items lie in, to be disposed of once the items have been read; null where it is the backend's own. Whoever keeps the items does not,
    /// and the garbage collector takes the memory.
    /// </summary>
    public IDisposable? Lease { get; init; }
}
