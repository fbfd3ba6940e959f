using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Keyfold.Expressions;

namespace Keyfold;

/// <summary>
/// A scan that has not been sent: a read of the whole table, or of a whole index, for the entities of one type, in no order. Each method gives a new scan; it
/// is sent by <c>await foreach</c> or a method whose name ends in Async. Immutable.
/// </summary>
/// <remarks>
/// <para>The other entities there are read and paid for, but not sent. An item of a type that no entity of the table has is sent, and is an error.</para>
/// <para>An index has only the items with all of its key attributes. Where it does not keep them whole, each entity is read from the table besides.</para>
/// <para>Like a query it is no <see cref="IAsyncEnumerable{T}"/> itself; <see cref="AsAsyncEnumerable"/> is one.</para>
/// </remarks>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TFields">Its fields.</typeparam>
public sealed class Scan<TEntity, TFields>
    where TEntity : notnull, IEntity<TEntity>
    where TFields : struct
{
    private readonly ScanPlan _plan;

    internal Scan(ScanPlan plan) => _plan = plan;

    /// <summary>
    /// Gives only those for which this holds, and all that was asked for before. The others are read and paid for all the same. Combine conditions with
    /// <c>&amp;</c>, <c>|</c> and <c>!</c>.
    /// </summary>
    public Scan<TEntity, TFields> Where(Func<TFields, Condition> condition) =>
        new(_plan with { Filter = Conditions.And(_plan.Filter, condition(default)) });

    /// <summary>Sees every write that was acknowledged before the scan. Costs twice the units, and a global secondary index does not have it.</summary>
    public Scan<TEntity, TFields> Consistent() => new(_plan with { Consistent = true });

    /// <summary>Reads at most so many items, in all and of any type: with it there can be fewer entities although there are more.</summary>
    /// <param name="items">1 or more.</param>
    public Scan<TEntity, TFields> Limit(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return new(_plan with { EvaluatedMax = items });
    }

    /// <summary>Gives at most so many entities: pages are read until there are as many.</summary>
    /// <param name="entities">1 or more.</param>
    public Scan<TEntity, TFields> Take(int entities)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(entities, 1);
        return new(_plan with { TakenMax = entities });
    }

    /// <summary>Reads at most so many items with each request, of any type. Otherwise a request reads 1 MB.</summary>
    /// <param name="items">1 or more.</param>
    public Scan<TEntity, TFields> PageSize(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return new(_plan with { PageSize = items });
    }

    /// <summary>
    /// Reads one segment of the table or index, so that several workers share a scan. Segments are disjoint and together the whole; all items with the same
    /// partition key are in the same one.
    /// </summary>
    /// <param name="segment">Which one, counted from 0.</param>
    /// <param name="totalSegments">How many there are, 1 to <see cref="Limits.ScanSegmentsMax"/>; the same for every worker.</param>
    /// <exception cref="InvalidOperationException">The scan goes on from a cursor: say the segment first, since a cursor belongs to one.</exception>
    public Scan<TEntity, TFields> Segment(int segment, int totalSegments)
    {
        ScanSegments.CheckTotal(totalSegments);
        ArgumentOutOfRangeException.ThrowIfNegative(segment);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(segment, totalSegments);
        return _plan.StartKey is null
            ? new(_plan with { Segment = segment, TotalSegments = totalSegments })
            : throw new InvalidOperationException("A cursor belongs to a segment: call Segment before From.");
    }

    /// <summary>Goes on behind the page that gave a cursor. Null begins at the beginning.</summary>
    /// <exception cref="CursorException">No page of a scan for this entity and segment gave this cursor.</exception>
    public Scan<TEntity, TFields> From(string? cursor) => new(_plan with { StartKey = cursor is null ? null : Cursor.Read(_plan, cursor) });

    /// <summary>
    /// Reads the segments at the same time, on threads of the pool. Faster than one after the other; it also takes a table's throughput from others.
    /// </summary>
    /// <param name="segments">How many segments, 1 to <see cref="Limits.ScanSegmentsMax"/>. Up to 64 are read at a time.</param>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Limit"/>, <see cref="From"/> or <see cref="Segment"/> was called: they are about pages that follow each other.
    /// </exception>
    public ParallelScan<TEntity> InParallel(int segments)
    {
        ScanSegments.CheckTotal(segments);
        return _plan is { EvaluatedMax: null, StartKey: null, Segment: null }
            ? new(new ScanSegments(_plan, segments))
            : throw new InvalidOperationException("A scan with a limit, a cursor or a segment reads one page after the other: it cannot be read in parallel.");
    }

    /// <summary>The scan's entities; <c>await foreach</c> calls it.</summary>
    /// <exception cref="EntityMappingException">While it runs: an item does not fit the class, or is of no entity that the table knows.</exception>
    /// <exception cref="RequestRejectedException">While it runs: the scan breaks one of DynamoDB's rules, such as a filter that is too long.</exception>
    public IAsyncEnumerator<TEntity> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new EntityEnumerator<TEntity, ScanPages>(new ScanPages(_plan), cancellationToken);

    /// <summary>The scan with a token, for <c>await foreach</c>.</summary>
    public ConfiguredCancelableAsyncEnumerable<TEntity> WithCancellation(CancellationToken cancellationToken) =>
        AsAsyncEnumerable(CancellationToken.None).WithCancellation(cancellationToken);

    /// <summary>The scan for whatever takes an <see cref="IAsyncEnumerable{T}"/>. What is added there runs in memory.</summary>
    public IAsyncEnumerable<TEntity> AsAsyncEnumerable(CancellationToken cancellationToken = default) =>
        Enumerations.EntitiesAsync<TEntity, ScanPages>(new ScanPages(_plan), cancellationToken);

    /// <summary>All entities.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    [SuppressMessage("Design", "MA0016:Prefer using collection abstraction instead of implementation", Justification = "As System.Linq's method of this name.")]
    public ValueTask<List<TEntity>> ToListAsync(CancellationToken cancellationToken = default) =>
        Enumerations.ToListAsync(GetAsyncEnumerator(cancellationToken));

    /// <summary>
    /// Some entity, or null (of a struct: its default) if there is none. Pages are read until one has an entity; <see cref="PageSize"/> makes them shorter.
    /// </summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    public ValueTask<TEntity?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) =>
        Enumerations.FirstOrDefaultAsync(Take(1).GetAsyncEnumerator(cancellationToken));

    /// <summary>How many entities there are. They are read and paid for, but not sent.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => ScanCount.CountAsync<TEntity>(_plan, cancellationToken);

    /// <summary>The scan page by page: what each request gave, with a cursor to go on from another time and the capacity it consumed.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    public IAsyncEnumerable<Page<TEntity>> Pages(CancellationToken cancellationToken = default) =>
        Enumerations.PagesAsync<TEntity, ScanPages>(new ScanPages(_plan, reportsCapacity: true), cancellationToken);

    /// <summary>One page: what one request gives. <see cref="Limit"/>, <see cref="PageSize"/> or <see cref="Take"/> says how long it is.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    public ValueTask<Page<TEntity>> FirstPageAsync(CancellationToken cancellationToken = default) =>
        Enumerations.FirstPageAsync<TEntity, ScanPages>(new ScanPages(_plan, reportsCapacity: true), cancellationToken);

    /// <summary>What would be sent, and what it would cost. Nothing is sent.</summary>
    public ScanExplanation Explain() => new(_plan);
}
