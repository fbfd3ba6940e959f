using Keyfold.Expressions;
using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>
/// A transaction of writes that has not been sent: up to 100, of entities of one table, none twice; all are done or none. Each method gives a new transaction
/// with one more action; <see cref="CommitAsync"/> sends it. Immutable.
/// </summary>
/// <typeparam name="TTable">The table.</typeparam>
public sealed class Transaction<TTable>
    where TTable : class
{
    private readonly TableConnection _connection;
    private readonly TransactionAction? _last;

    internal Transaction(TableConnection connection, TransactionAction? last = null)
    {
        _connection = connection;
        _last = last;
    }

    /// <summary>Puts an entity. Its version, if it has one, is checked.</summary>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    /// <exception cref="KeyException">A property cannot be part of a key.</exception>
    public Transaction<TTable> Put<TEntity>(TEntity entity, PutMode mode = PutMode.Default)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable> => Put(entity, EntityWrites.ConditionOf(_connection, entity, mode));

    /// <summary>Puts an entity, on conditions: <c>table.Invoices.Put(invoice).When(…)</c>.</summary>
    /// <inheritdoc cref="Put{TEntity}(TEntity, PutMode)" path="/exception"/>
    public Transaction<TTable> Put<TEntity, TFields>(Put<TEntity, TFields> put)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable>
        where TFields : struct
    {
        ArgumentNullException.ThrowIfNull(put);
        return Put(put.Entity, put.FullCondition());
    }

    /// <summary>Updates an entity: <c>table.Invoices.Update(…).Set(…)</c>.</summary>
    /// <exception cref="InvalidOperationException">A key of an index would be changed in a part only.</exception>
    public Transaction<TTable> Update<TEntity, TFields, TUpdateFields>(Update<TEntity, TFields, TUpdateFields> update)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable>
        where TFields : struct
        where TUpdateFields : struct
    {
        ArgumentNullException.ThrowIfNull(update);
        UpdatePlan plan = update.Plan;
        return With<TEntity>(
            "Update", plan.Key, new TransactUpdate(_connection.TableName, plan.Key, plan.ToExpression()) { Condition = plan.FullCondition });
    }

    /// <summary>Deletes an entity: <c>table.Invoices.Delete(…)</c>, perhaps on conditions. A missing one is no error.</summary>
    public Transaction<TTable> Delete<TEntity, TFields>(Delete<TEntity, TFields> delete)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable>
        where TFields : struct
    {
        ArgumentNullException.ThrowIfNull(delete);
        return With<TEntity>("Delete", delete.Key, new TransactDelete(_connection.TableName, delete.Key) { Condition = delete.Condition });
    }

    /// <summary>Holds the transaction to a condition on an entity that it does not change: <c>table.Customers.Check("17850", c => …)</c>.</summary>
    public Transaction<TTable> Check<TEntity>(Check<TEntity> check)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable>
    {
        ArgumentNullException.ThrowIfNull(check);
        return With<TEntity>("Check", check.Key, new TransactConditionCheck(_connection.TableName, check.Key) { Condition = check.Condition });
    }

    /// <summary>Sends the transaction.</summary>
    /// <param name="clientRequestToken">
    /// Up to 36 characters that name this transaction: sent again with the same token within ten minutes it succeeds without being done again. Null if it is not
    /// to be sent again.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; the transaction may have been done then.</param>
    /// <exception cref="TransactionCancelledException">An action's condition does not hold, or the like: it has a reason for each action. Nothing was written.</exception>
    /// <exception cref="InvalidOperationException">There is no action, or more than 100.</exception>
    public async ValueTask CommitAsync(string? clientRequestToken = null, CancellationToken cancellationToken = default)
    {
        TransactionAction[] actions = ToArray();
        try
        {
            await _connection.Backend.TransactWriteItemsAsync(
                new TransactWriteItemsRequest { Actions = [.. actions.Select(action => action.Request)], ClientRequestToken = clientRequestToken },
                cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            throw TransactionFailure.Of(actions, error);
        }
    }

    /// <summary>What would be sent, and what it would cost. Nothing is sent.</summary>
    /// <exception cref="InvalidOperationException">There is no action, or more than 100.</exception>
    public RequestExplanation Explain() => RequestExplanation.OfTransaction(_connection, ToArray());

    private Transaction<TTable> Put<TEntity>(TEntity entity, Condition? condition)
        where TEntity : notnull, IEntity<TEntity>
    {
        TEntity stored = TEntity.AsStored(entity);
        byte[] item = EncodedItems.Encode(_connection.Backend.Encoding, stored);
        return With<TEntity>("Put", TEntity.KeyOf(stored), new TransactPut(_connection.TableName, item) { Condition = condition });
    }

    private Transaction<TTable> With<TEntity>(string verb, ItemKey key, TransactWriteAction request)
        where TEntity : notnull, IEntity<TEntity>
    {
        IStorageBackend backend = _connection.Backend;
        return new Transaction<TTable>(_connection, new TransactionAction(
            _last,
            _last is null ? 0 : _last.Index + 1,
            verb,
            TEntity.Model,
            key,
            request with { ReturnItemOnConditionCheckFailure = true },
            item => StorageFailure.TryRead<TEntity>(backend, item)));
    }

    private TransactionAction[] ToArray()
    {
        if (_last is null || _last.Index >= Limits.TransactionActionsMax)
        {
            throw new InvalidOperationException($"A transaction has 1 to {Limits.TransactionActionsMax} actions, and this one {_last?.Index + 1 ?? 0}.");
        }

        var actions = new TransactionAction[_last.Index + 1];
        for (TransactionAction? action = _last; action is not null; action = action.Previous)
        {
            actions[action.Index] = action;
        }

        return actions;
    }
}
