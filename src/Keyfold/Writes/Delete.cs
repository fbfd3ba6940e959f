using Keyfold.Expressions;
using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>
/// A delete that has not been sent: <see cref="When"/> adds conditions, <see cref="ApplyAsync"/> sends it, and a transaction takes it as an action. Immutable.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TFields">Its fields.</typeparam>
public sealed class Delete<TEntity, TFields>
    where TEntity : notnull, IEntity<TEntity>
    where TFields : struct
{
    internal Delete(TableConnection connection, ItemKey key, Condition? condition = null)
    {
        Connection = connection;
        Key = key;
        Condition = condition;
    }

    internal TableConnection Connection { get; }

    internal ItemKey Key { get; }

    internal Condition? Condition { get; }

    /// <summary>Deletes only if this holds of the item, and all that was asked for before.</summary>
    public Delete<TEntity, TFields> When(Func<TFields, Condition> condition) => new(Connection, Key, Conditions.And(Condition, condition(default)));

    /// <summary>Sends the delete. A missing item is no error, unless a condition fails on it.</summary>
    /// <exception cref="ConditionFailedException{TEntity}">The item is not as <c>When</c> requires.</exception>
    public async ValueTask ApplyAsync(CancellationToken cancellationToken = default) =>
        await EntityWrites.DeleteAsync<TEntity>(Connection, Key, Condition, ReturnValues.None, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends the delete and gives what was deleted: null (of a struct: its default) if there was nothing.</summary>
    /// <exception cref="ConditionFailedException{TEntity}">The item is not as <c>When</c> requires.</exception>
    /// <exception cref="EntityMappingException">The deleted item does not fit the class. It is deleted.</exception>
    public async ValueTask<TEntity?> ApplyAndGetAsync(CancellationToken cancellationToken = default)
    {
        ReadOnlyMemory<byte> old =
            await EntityWrites.DeleteAsync<TEntity>(Connection, Key, Condition, ReturnValues.AllOld, cancellationToken).ConfigureAwait(false);
        return old.IsEmpty ? default : EncodedItems.Read<TEntity>(Connection.Backend, old);
    }

    /// <summary>What would be sent, and what it would cost. Nothing is sent.</summary>
    public RequestExplanation Explain() => RequestExplanation.OfDelete(Connection, TEntity.Model, Key, Condition);
}

/// <summary>A condition on an item, for a transaction that is to hold only if the condition does. Changes nothing.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class Check<TEntity>
    where TEntity : notnull, IEntity<TEntity>
{
    internal Check(TableConnection connection, ItemKey key, Condition condition)
    {
        Connection = connection;
        Key = key;
        Condition = condition;
    }

    internal TableConnection Connection { get; }

    internal ItemKey Key { get; }

    internal Condition Condition { get; }
}
