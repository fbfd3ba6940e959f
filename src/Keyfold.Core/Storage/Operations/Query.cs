using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Storage;

/// <summary>Reads one page of an item collection.</summary>
public readonly record struct QueryRequest
{
    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The index to read, or null for the table itself.</summary>
    public string? IndexName { get; init; }

    /// <summary>Which items: the partition key's value and, if wanted, a range of the sort key.</summary>
    public required KeyCondition KeyCondition { get; init; }

    /// <summary>Which of them to return; filtered items are read, counted and paid for all the same.</summary>
    public Condition? Filter { get; init; }

    /// <summary>
    /// Whether the filter may name key attributes of what is queried. Amazon's Query refuses that; its PartiQL, whose WHERE says both, does not.
    /// </summary>
    public bool FilterMayNameKeys { get; init; }

    /// <summary>The parts to return, or null for whole items.</summary>
    public ProjectionExpression? Projection { get; init; }

    /// <summary>What is returned of each item.</summary>
    public Select Select { get; init; }

    /// <summary>True to read from the highest sort key down.</summary>
    public bool Descending { get; init; }

    /// <summary>How many items to evaluate at most, or null for as many as fit a page of <see cref="Limits.PageBytesMax"/>.</summary>
    public int? Limit { get; init; }

    /// <summary>The <see cref="QueryResponse.LastEvaluatedKey"/> of the page before.</summary>
    public Item? ExclusiveStartKey { get; init; }

    /// <summary>Whether every write that was acknowledged before is seen; costs twice the units; not on a global index.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>Whether the response reports its capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }
}

/// <summary>One page of a Query.</summary>
public readonly record struct QueryResponse
{
    /// <summary>The encoded items, immutable, in the order of the sort key; null with <see cref="Select.Count"/>.</summary>
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
