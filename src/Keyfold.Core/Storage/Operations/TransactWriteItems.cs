using Keyfold.Expressions;
using Keyfold.Keys;

namespace Keyfold.Storage;

/// <summary>Writes items of several tables, all or nothing.</summary>
public readonly record struct TransactWriteItemsRequest
{
    /// <summary>The actions, 1 to <see cref="Limits.TransactionActionsMax"/>, no item twice.</summary>
    public required IReadOnlyList<TransactWriteAction> Actions { get; init; }

    /// <summary>
    /// Makes the call idempotent: the same token with the same actions within <see cref="Limits.ClientRequestTokenLifetime"/>
    /// succeeds without effect; with other actions it is an error. 1 to 36 characters, or null.
    /// </summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>Whether the response reports its capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }

    /// <summary>Whether the response estimates the sizes of the item collections (only for tables with local secondary indexes).</summary>
    public bool ReturnItemCollectionMetrics { get; init; }
}

/// <summary>One action of a write transaction.</summary>
/// <param name="TableName">The table.</param>
public abstract record TransactWriteAction(string TableName)
{
    /// <summary>What must hold of the item that is there (or of none), or the whole transaction is cancelled.</summary>
    public Condition? Condition { get; init; }

    /// <summary>Whether a failed condition reports the item that failed it in its cancellation reason.</summary>
    public bool ReturnItemOnConditionCheckFailure { get; init; }
}

/// <summary>Writes a whole item.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Item">
/// The encoded item with its key attributes. The backend copies it; the caller may reuse the memory when the call ends, unless it failed.
/// </param>
public sealed record TransactPut(string TableName, ReadOnlyMemory<byte> Item) : TransactWriteAction(TableName);

/// <summary>Changes parts of an item.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Key">The item's primary key.</param>
/// <param name="Update">The changes.</param>
public sealed record TransactUpdate(string TableName, ItemKey Key, UpdateExpression Update) : TransactWriteAction(TableName);

/// <summary>Removes an item.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Key">The item's primary key.</param>
public sealed record TransactDelete(string TableName, ItemKey Key) : TransactWriteAction(TableName);

/// <summary>Changes nothing; its condition, which is required, guards the other actions.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Key">The item's primary key.</param>
public sealed record TransactConditionCheck(string TableName, ItemKey Key) : TransactWriteAction(TableName);

/// <summary>What TransactWriteItems did.</summary>
public readonly record struct TransactWriteItemsResponse
{
    /// <summary>The capacity of each table, if asked for; else empty.</summary>
    public Sequence<ConsumedCapacity> ConsumedCapacity { get; init; }

    /// <summary>The item collections of each table that has local secondary indexes, if asked for; else empty.</summary>
    public Sequence<TableItemCollectionMetrics> ItemCollectionMetrics { get; init; }
}
