using Keyfold.Expressions;

namespace Keyfold;

/// <summary>
/// A put that has not been sent: <see cref="When"/> adds conditions, <see cref="ApplyAsync"/> sends it, and a transaction takes it as an action. Immutable.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TFields">Its fields.</typeparam>
public sealed class Put<TEntity, TFields>
    where TEntity : notnull, IEntity<TEntity>
    where TFields : struct
{
    internal Put(TableConnection connection, TEntity entity, PutMode mode, Condition? condition = null)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Connection = connection;
        Entity = entity;
        Mode = mode;
        Condition = condition;
    }

    internal TableConnection Connection { get; }

    internal TEntity Entity { get; }

    internal PutMode Mode { get; }

    private Condition? Condition { get; }

    /// <summary>Puts only if this holds of the item that is there, and all that was asked for before. Of a missing item hardly anything holds.</summary>
    public Put<TEntity, TFields> When(Func<TFields, Condition> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(Connection, Entity, Mode, Conditions.And(Condition, condition(default)));
    }

    /// <summary>Sends the put.</summary>
    /// <returns>The entity as it is stored now: with its new version, if it has one, and its time to live rounded, if it asks for that.</returns>
    /// <exception cref="ConditionFailedException{TEntity}">The item that is there is not as <c>When</c> or the mode requires.</exception>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    /// <exception cref="KeyException">A property cannot be part of a key.</exception>
    /// <exception cref="RequestRejectedException">The item is over 400 KB, or breaks another of DynamoDB's rules.</exception>
    public ValueTask<TEntity> ApplyAsync(CancellationToken cancellationToken = default) =>
        EntityWrites.PutAsync(Connection, Entity, FullCondition(), cancellationToken);

    /// <summary>What would be sent, and what it would cost. Nothing is sent.</summary>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    /// <exception cref="KeyException">A property cannot be part of a key.</exception>
    public RequestExplanation Explain() => RequestExplanation.OfPut(Connection, Entity, FullCondition());

    /// <summary>What the mode and <see cref="When"/> ask for.</summary>
    internal Condition? FullCondition() => Conditions.And(EntityWrites.ConditionOf(Connection, Entity, Mode), Condition);
}
