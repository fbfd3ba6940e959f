using Keyfold.Expressions;
using Keyfold.Keys;

namespace Keyfold.Storage;

/// <summary>Changes parts of an item.</summary>
public readonly record struct UpdateItemRequest
{
    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The item's primary key.</summary>
    public required ItemKey Key { get; init; }

    /// <summary>The changes; null creates an item of the key alone when there is none.</summary>
    public UpdateExpression? Update { get; init; }

    /// <summary>What must hold of the item that is there (or of none), or the write fails.</summary>
    public Condition? Condition { get; init; }

    /// <summary>Which image the response carries.</summary>
    public ReturnValues ReturnValues { get; init; }

    /// <summary>Whether a failed condition reports the item that failed it.</summary>
    public bool ReturnItemOnConditionCheckFailure { get; init; }

    /// <summary>Whether the response reports its capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }

    /// <summary>Whether the response reports the size of the item collection (tables with a local secondary index).</summary>
    public bool ReturnItemCollectionMetrics { get; init; }
}

/// <summary>What UpdateItem did.</summary>
public readonly record struct UpdateItemResponse
{
    /// <summary>The image asked for; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Attributes { get; init; }

    /// <summary>The capacity, if asked for.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>The item collection's size, if asked for and if the table has a local secondary index.</summary>
    public ItemCollectionMetrics? ItemCollectionMetrics { get; init; }
}
