using Keyfold.Expressions;
using Keyfold.Keys;

namespace Keyfold.Storage;

/// <summary>Reads one item.</summary>
public readonly record struct GetItemRequest
{
    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The item's primary key.</summary>
    public required ItemKey Key { get; init; }

    /// <summary>Whether every write that was acknowledged before is seen; costs twice the units.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>The parts to return, or null for the whole item.</summary>
    public ProjectionExpression? Projection { get; init; }

    /// <summary>Whether the response reports its capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }
}

/// <summary>What GetItem found.</summary>
public readonly record struct GetItemResponse
{
    /// <summary>The encoded item, immutable; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Item { get; init; }

    /// <summary>The capacity, if asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>
    /// The memory that the item lies in, to be disposed of once the item has been read; null where it is the backend's own. Whoever keeps the item does not,
    /// and the garbage collector takes the memory.
    /// </summary>
    public IDisposable? Lease { get; init; }
}
