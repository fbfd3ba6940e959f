using Keyfold.Keys;

namespace Keyfold.Storage;

/// <summary>Puts and deletes items of several tables; each write stands alone and none has a condition.</summary>
public readonly record struct BatchWriteItemRequest
{
    /// <summary>What to write, one entry for each table; up to <see cref="Limits.BatchWriteRequestsMax"/> writes in all, no key twice.</summary>
    public required IReadOnlyList<BatchWriteTable> Tables { get; init; }

    /// <summary>Whether the response reports its capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }

    /// <summary>Whether the response estimates the sizes of the item collections (only for tables with local secondary indexes).</summary>
    public bool ReturnItemCollectionMetrics { get; init; }
}

/// <summary>The writes of one table.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Writes">Its puts and deletes.</param>
public sealed record BatchWriteTable(string TableName, IReadOnlyList<BatchWrite> Writes);

/// <summary>One put or one delete.</summary>
public readonly record struct BatchWrite
{
    private BatchWrite(ReadOnlyMemory<byte> item, ItemKey key)
    {
        Item = item;
        Key = key;
    }

    /// <summary>A put of an encoded item. The backend copies it; the caller may reuse the memory when the call ends, unless it failed.</summary>
    public static BatchWrite Put(ReadOnlyMemory<byte> item) => new(item, default);

    /// <summary>A delete by key.</summary>
    public static BatchWrite Delete(ItemKey key) => new(default, key);

    /// <summary>The item to put; empty for a delete.</summary>
    public ReadOnlyMemory<byte> Item { get; }

    /// <summary>The key to delete; default for a put.</summary>
    public ItemKey Key { get; }

    /// <summary>Whether this is a put.</summary>
    public bool IsPut => !Item.IsEmpty;
}

/// <summary>What BatchWriteItem did.</summary>
public readonly record struct BatchWriteItemResponse
{
    /// <summary>The writes that were not done (capacity ran out): send these again. Empty when all were.</summary>
    public required IReadOnlyList<BatchWriteTable> UnprocessedItems { get; init; }

    /// <summary>The capacity of each table, if asked for; else empty.</summary>
    public Sequence<ConsumedCapacity> ConsumedCapacity { get; init; }

    /// <summary>The item collections of each table that has local secondary indexes, if asked for; else empty.</summary>
    public Sequence<TableItemCollectionMetrics> ItemCollectionMetrics { get; init; }
}
