using Keyfold.Expressions;
using Keyfold.Keys;

namespace Keyfold.Storage;

/// <summary>Reads items of several tables as of one moment.</summary>
public readonly record struct TransactGetItemsRequest
{
    /// <summary>The reads, 1 to <see cref="Limits.TransactionActionsMax"/>, no item twice.</summary>
    public required IReadOnlyList<TransactGet> Gets { get; init; }

    /// <summary>Whether the response reports its capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }
}

/// <summary>One read of a transaction.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Key">The item's primary key.</param>
/// <param name="Projection">The parts to return, or null for the whole item.</param>
public sealed record TransactGet(string TableName, ItemKey Key, ProjectionExpression? Projection = null);

/// <summary>What TransactGetItems found.</summary>
public readonly record struct TransactGetItemsResponse
{
    /// <summary>The encoded items in the request's order, immutable; a missing one is empty.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Items { get; init; }

    /// <summary>The capacity of each table, if asked for; else empty.</summary>
    public Sequence<ConsumedCapacity> ConsumedCapacity { get; init; }
}
