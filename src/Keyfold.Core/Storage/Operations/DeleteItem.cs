using Keyfold.Expressions;
using Keyfold.Keys;

namespace Keyfold.Storage;

/// <summary>Removes an item.</summary>
public readonly record struct DeleteItemRequest
{
    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The item's primary key.</summary>
    public required ItemKey Key { get; init; }

    /// <summary>What must hold of the item that is there (or of none), or the write fails.</summary>
    public Condition? Condition { get; init; }

    /// <summary>None or the old item.</summary>
    public ReturnValues ReturnValues { get; init; }

    /// <summary>Whether a failed condition reports the item that failed it.</summary>
    public bool ReturnItemOnConditionCheckFailure { get; init; }

    /// <summary>Whether the response reports its capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }

    /// <summary>Whether the response reports the size of the item collection (tables with a local secondary index).</summary>
    public bool ReturnItemCollectionMetrics { get; init; }
}

/// <summary>What DeleteItem did.</summary>
public readonly record struct DeleteItemResponse
{
    /// <summary>The old item, if asked for and if there was one; else empty.</summary>
    public ReadOnlyMemory<byte> Attributes { get; init; }

    /// <summary>The capacity, if asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>The item collection's size, if asked for and if the table has a local secondary index.</summary>
    public ItemCollectionMetrics? ItemCollectionMetrics { get; init; }
}
