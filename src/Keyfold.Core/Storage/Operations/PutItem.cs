using Keyfold.Expressions;

namespace Keyfold.Storage;

/// <summary>Writes a whole item.</summary>
public readonly record struct PutItemRequest
{
    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The encoded item with its key attributes. The backend copies it; the caller may reuse the memory when the call ends.</summary>
    public required ReadOnlyMemory<byte> Item { get; init; }

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

/// <summary>What PutItem did.</summary>
public readonly record struct PutItemResponse
{
    /// <summary>The old item, if asked for and if there was one; else empty.</summary>
    public ReadOnlyMemory<byte> Attributes { get; init; }

    /// <summary>The capacity, if asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>The item collection's size, if asked for and if the table has a local secondary index.</summary>
    public ItemCollectionMetrics? ItemCollectionMetrics { get; init; }
}
