using Keyfold.Expressions;
using Keyfold.Keys;

namespace Keyfold;

/// <summary>
/// The entities of one type in a table. What takes the parts of a key, and the queries, are generated into the entity's own set. Safe for concurrent use.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TFields">Its fields.</typeparam>
/// <typeparam name="TKey">Its primary key.</typeparam>
public abstract class EntitySet<TEntity, TFields, TKey>
    where TEntity : notnull, IEntity<TEntity>
    where TFields : struct
    where TKey : struct, IEntityKey<TEntity>
{
    /// <summary>Makes the set of a table.</summary>
    protected EntitySet(TableConnection connection) => Connection = connection;

    /// <summary>The table.</summary>
    protected TableConnection Connection { get; }

    /// <summary>Stores an entity whole.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="mode">What to do about an item that is there already.</param>
    /// <param name="cancellationToken">Ends the wait; the write may have happened then.</param>
    /// <returns>The entity as it is stored now: with its new version, if it has one, and its time to live rounded, if it asks for that.</returns>
    /// <exception cref="ConditionFailedException{TEntity}">The item that is there is not as the mode requires.</exception>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    /// <exception cref="KeyException">A property cannot be part of a key.</exception>
    /// <exception cref="RequestRejectedException">The item is over 400 KB, or breaks another of DynamoDB's rules.</exception>
    public ValueTask<TEntity> PutAsync(TEntity entity, PutMode mode = PutMode.Default, CancellationToken cancellationToken = default) =>
        EntityWrites.PutAsync(Connection, entity, EntityWrites.ConditionOf(Connection, entity, mode), cancellationToken);

    /// <summary>Starts a put, for conditions and transactions.</summary>
    public Put<TEntity, TFields> Put(TEntity entity, PutMode mode = PutMode.Default) => new(Connection, entity, mode);

    /// <summary>Reads several entities, 100 with each request.</summary>
    /// <param name="keys">Their keys; one that comes twice is read once.</param>
    /// <param name="consistent">Whether every write that was acknowledged before is seen; costs twice the units.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those that exist, in the order of their keys.</returns>
    /// <exception cref="ThrottledException">Some could not be read in <see cref="TableOptions.BatchAttemptsMax"/> attempts.</exception>
    /// <exception cref="EntityMappingException">An item does not fit the class.</exception>
    public ValueTask<IReadOnlyList<TEntity>> GetManyAsync(IEnumerable<TKey> keys, bool consistent = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return BatchReads.GetAsync<TEntity>(Connection, keys.Select(key => key.ToItemKey()), consistent, cancellationToken);
    }

    /// <summary>
    /// Starts a scan for the set's entities, in no order. It reads the whole table, its other entities too, and that is paid for: what is asked for often is
    /// worth an access pattern.
    /// </summary>
    public Scan<TEntity, TFields> Scan() => new(new ScanPlan(Connection, TEntity.Model));

    /// <summary>Starts a scan of an index for the set's entities, in no order.</summary>
    protected Scan<TEntity, TFields> Scan(AccessPattern index) => new(new ScanPlan(Connection, index));

    /// <summary>Starts a delete.</summary>
    protected Delete<TEntity, TFields> Delete(ItemKey key) => new(Connection, key);

    /// <summary>Makes a condition for a transaction.</summary>
    protected Check<TEntity> Check(ItemKey key, Func<TFields, Condition> condition) => new(Connection, key, condition(default));
}
