using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Keyfold.Expressions;

namespace Keyfold;

/// <summary>
/// A query that has not been sent. Each method gives a new query; it is sent by <c>await foreach</c> or a method whose name ends in Async. Immutable.
/// </summary>
/// <remarks>
/// It is no <see cref="IAsyncEnumerable{T}"/> itself, so that the methods of System.Linq do not take over where a lambda is not one of ours, and filter in
/// memory what was to be filtered by the backend. <see cref="AsAsyncEnumerable"/> is one.
/// </remarks>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TFields">Its fields.</typeparam>
public class Query<TEntity, TFields>
    where TEntity : notnull, IEntity<TEntity>
    where TFields : struct
{
    /// <summary>Makes the query of a plan; called by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Query(QueryPlan plan) => Plan = plan;

    /// <summary>What has been asked for so far.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected QueryPlan Plan { get; }

    /// <summary>
    /// Gives only those for which this holds, and all that was asked for before. The others are read and paid for all the same. Combine conditions with
    /// <c>&amp;</c>, <c>|</c> and <c>!</c>.
    /// </summary>
    public Query<TEntity, TFields> Where(Func<TFields, Condition> condition) =>
        new(Plan with { Filter = Conditions.And(Plan.Filter, condition(default)) });

    /// <summary>Goes from the highest sort key down.</summary>
    public Query<TEntity, TFields> Descending() => new(Plan with { Descending = true });

    /// <summary>Sees every write that was acknowledged before. Costs twice the units, and a global secondary index does not have it.</summary>
    public Query<TEntity, TFields> Consistent() => new(Plan with { Consistent = true });

    /// <summary>Reads at most so many items, in all and before the filter: with it there can be fewer entities although there are more.</summary>
    /// <param name="items">1 or more.</param>
    public Query<TEntity, TFields> Limit(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return new(Plan with { EvaluatedMax = items });
    }

    /// <summary>Gives at most so many entities, behind the filter: pages are read until there are as many.</summary>
    /// <param name="entities">1 or more.</param>
    public Query<TEntity, TFields> Take(int entities)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(entities, 1);
        return new(Plan with { TakenMax = entities });
    }

    /// <summary>Reads at most so many items with each request, before the filter. Otherwise a request reads 1 MB.</summary>
    /// <param name="items">1 or more.</param>
    public Query<TEntity, TFields> PageSize(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return new(Plan with { PageSize = items });
    }

    /// <summary>Goes on behind the page that gave a cursor. Null begins at the beginning.</summary>
    /// <exception cref="CursorException">No page of this access pattern and partition gave this cursor.</exception>
    public Query<TEntity, TFields> From(string? cursor) => new(Plan with { StartKey = cursor is null ? null : Cursor.Read(Plan, cursor) });

    /// <summary>The query's entities; <c>await foreach</c> calls it.</summary>
    /// <exception cref="EntityMappingException">While it runs: an item does not fit the class, or is of no entity that the table knows.</exception>
    /// <exception cref="RequestRejectedException">While it runs: the query breaks one of DynamoDB's rules, such as a filter on a key attribute.</exception>
    public IAsyncEnumerator<TEntity> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new EntityEnumerator<TEntity, QueryPages>(new QueryPages(Plan), cancellationToken);

    /// <summary>The query with a token, for <c>await foreach</c>.</summary>
    public CancellableQuery<TEntity> WithCancellation(CancellationToken cancellationToken) => new(Plan, cancellationToken);

    /// <summary>The query for whatever takes an <see cref="IAsyncEnumerable{T}"/>. What is added there runs in memory.</summary>
    public IAsyncEnumerable<TEntity> AsAsyncEnumerable(CancellationToken cancellationToken = default) =>
        Enumerations.EntitiesAsync<TEntity, QueryPages>(new QueryPages(Plan), cancellationToken);

    /// <summary>All entities.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    [SuppressMessage("Design", "MA0016:Prefer using collection abstraction instead of implementation", Justification = "As System.Linq's method of this name.")]
    public ValueTask<List<TEntity>> ToListAsync(CancellationToken cancellationToken = default) =>
        Enumerations.ToListAsync(GetAsyncEnumerator(cancellationToken));

    /// <summary>The first entity, or null (of a struct: its default) if there is none. Without a filter one item is read.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    public ValueTask<TEntity?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) =>
        Enumerations.FirstOrDefaultAsync(Take(1).GetAsyncEnumerator(cancellationToken));

    /// <summary>How many entities there are. They are read and paid for, but not sent.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => QueryCount.CountAsync<TEntity>(Plan, cancellationToken);

    /// <summary>The query page by page: what each request gave, with a cursor to go on from another time and the capacity it consumed.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    public IAsyncEnumerable<Page<TEntity>> Pages(CancellationToken cancellationToken = default) =>
        Enumerations.PagesAsync<TEntity, QueryPages>(new QueryPages(Plan, reportsCapacity: true), cancellationToken);

    /// <summary>One page: what one request gives. <see cref="Limit"/>, <see cref="PageSize"/> or <see cref="Take"/> says how long it is.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    public ValueTask<Page<TEntity>> FirstPageAsync(CancellationToken cancellationToken = default) =>
        Enumerations.FirstPageAsync<TEntity, QueryPages>(new QueryPages(Plan, reportsCapacity: true), cancellationToken);

    /// <summary>What would be sent, and what it would cost. Nothing is sent.</summary>
    public QueryExplanation Explain() => new(Plan);
}

/// <summary>A query with a token.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CancellableQuery<TEntity>
    where TEntity : notnull, IEntity<TEntity>
{
    private readonly QueryPlan _plan;
    private readonly CancellationToken _cancellationToken;

    internal CancellableQuery(QueryPlan plan, CancellationToken cancellationToken)
    {
        _plan = plan;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The query's entities.</summary>
    public IAsyncEnumerator<TEntity> GetAsyncEnumerator() => new EntityEnumerator<TEntity, QueryPages>(new QueryPages(_plan), _cancellationToken);
}
