using Keyfold.Expressions;
using Keyfold.Keys;

namespace Keyfold.Storage;

/// <summary>Reads items of several tables; each read stands alone.</summary>
public readonly record struct BatchGetItemRequest
{
    /// <summary>What to read, one entry for each table; up to <see cref="Limits.BatchGetKeysMax"/> keys in all, none twice.</summary>
    public required IReadOnlyList<BatchGetTable> Tables { get; init; }

    /// <summary>Whether the response reports its capacity.</summary>
    public ReturnConsumedCapacity ReturnConsumedCapacity { get; init; }
}

/// <summary>The reads of one table.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Keys">The items' primary keys.</param>
public sealed record BatchGetTable(string TableName, IReadOnlyList<ItemKey> Keys)
{
    /// <summary>Whether every write that was acknowledged before is seen; costs twice the units.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>The parts to return, or null for whole items.</summary>
    public ProjectionExpression? Projection { get; init; }
}

/// <summary>What BatchGetItem found.</summary>
public readonly record struct BatchGetItemResponse
{
    /// <summary>One entry for each requested table, in the request's order.</summary>
    public required IReadOnlyList<BatchGetResult> Tables { get; init; }

    /// <summary>The reads that were not done (16 MB were full, or capacity ran out): ask again for these. Empty when all were.</summary>
    public required IReadOnlyList<BatchGetTable> UnprocessedKeys { get; init; }

    /// <summary>The capacity of each table, if asked for; else empty.</summary>
    public Sequence<ConsumedCapacity> ConsumedCapacity { get; init; }
}

/// <summary>The items found in one table.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Items">The encoded items, immutable, in no order; missing ones are left out.</param>
public sealed record BatchGetResult(string TableName, IReadOnlyList<ReadOnlyMemory<byte>> Items);
