namespace Keyfold;

/// <summary>What one request of a query or a scan gave.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class Page<TEntity>
    where TEntity : notnull
{
    internal Page(IReadOnlyList<TEntity> items, string? cursor, int evaluatedCount, double capacityUnits)
    {
        Items = items;
        Cursor = cursor;
        EvaluatedCount = evaluatedCount;
        CapacityUnits = capacityUnits;
    }

    /// <summary>The entities, those of a query in order. There can be none although a later page has some: a filter works behind the page's limits.</summary>
    public IReadOnlyList<TEntity> Items { get; }

    /// <summary>
    /// Where the query or scan goes on, for <c>From</c> of a query of the same access pattern and partition, or of a scan of the same entity and segment; null
    /// at its end. Made of characters that a URL takes as they are. It contains the key of the last item: it is no secret, and nothing to show to someone who
    /// may not see keys.
    /// </summary>
    public string? Cursor { get; }

    /// <summary>The items that were read, and are paid for, before the filter.</summary>
    public int EvaluatedCount { get; }

    /// <summary>The read capacity units that the request consumed; 0 if the backend does not say.</summary>
    public double CapacityUnits { get; }
}
