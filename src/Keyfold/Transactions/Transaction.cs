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

    /// <summary>Puts an entity. Its version, if it has one, is checked. It is encoded when the transaction is sent: until then it must not change.</summary>
    /// <exception cref="KeyException">A property cannot be part of the primary key.</exception>
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
        return With<TEntity>("Update", plan.Key, new TransactUpdate(_connection.TableName, plan.Key, plan.ToExpression())
        {
            Condition = plan.FullCondition,
            ReturnItemOnConditionCheckFailure = true,
        });
    }

    /// <summary>Deletes an entity: <c>table.Invoices.Delete(…)</c>, perhaps on conditions. A missing one is no error.</summary>
    public Transaction<TTable> Delete<TEntity, TFields>(Delete<TEntity, TFields> delete)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable>
        where TFields : struct
    {
        ArgumentNullException.ThrowIfNull(delete);
        return With<TEntity>("Delete", delete.Key, new TransactDelete(_connection.TableName, delete.Key)
        {
            Condition = delete.Condition,
            ReturnItemOnConditionCheckFailure = true,
        });
    }

    /// <summary>Holds the transaction to a condition on an entity that it does not change: <c>table.Customers.Check("17850", c => …)</c>.</summary>
    public Transaction<TTable> Check<TEntity>(Check<TEntity> check)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable>
    {
        ArgumentNullException.ThrowIfNull(check);
        return With<TEntity>("Check", check.Key, new TransactConditionCheck(_connection.TableName, check.Key)
        {
            Condition = check.Condition,
            ReturnItemOnConditionCheckFailure = true,
        });
    }

    /// <summary>Sends the transaction.</summary>
    /// <param name="clientRequestToken">
    /// Up to 36 characters that name this transaction: sent again with the same token within ten minutes it succeeds without being done again. Null if it is
    /// not to be sent again.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; the transaction may have been done then.</param>
    /// <exception cref="TransactionCancelledException">An action's condition does not hold, or the like: it has a reason for each action. Nothing was
    /// written.</exception>
    /// <exception cref="InvalidOperationException">There is no action, or more than 100.</exception>
    /// <exception cref="EntityMappingException">A property cannot be stored. Nothing was sent.</exception>
    /// <exception cref="KeyException">A property cannot be part of an index's key. Nothing was sent.</exception>
    public async ValueTask CommitAsync(string? clientRequestToken = null, CancellationToken cancellationToken = default)
    {
        TransactionAction[] actions = ToArray();

        // given back where the request ended well: else a backend that gave up may still read it
        var items = new ItemSegments(_connection.Backend.Encoding, actions.Length);
        try
        {
            await _connection.Backend.TransactWriteItemsAsync(
                new TransactWriteItemsRequest { Actions = ToRequests(actions, items), ClientRequestToken = clientRequestToken },
                cancellationToken).ConfigureAwait(false);
            items.Dispose();
        }
        catch (StorageException error)
        {
            throw TransactionFailure.Of(_connection.Backend, actions, error);
        }
    }

    /// <summary>What would be sent, and what it would cost. Nothing is sent.</summary>
    /// <exception cref="InvalidOperationException">There is no action, or more than 100.</exception>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    public RequestExplanation Explain() => RequestExplanation.OfTransaction(_connection, ToArray());

    private Transaction<TTable> Put<TEntity>(TEntity entity, Condition? condition)
        where TEntity : notnull, IEntity<TEntity> =>
        new(_connection, new TransactionPut<TEntity>(_last, TEntity.AsStored(entity), condition));

    private Transaction<TTable> With<TEntity>(string verb, ItemKey key, TransactWriteAction request)
        where TEntity : notnull, IEntity<TEntity> => new(_connection, new TransactionChange<TEntity>(_last, verb, key, request));

    private TransactWriteAction[] ToRequests(TransactionAction[] actions, ItemSegments items)
    {
        Array.ForEach(actions, action => action.AddTo(items));
        var requests = new TransactWriteAction[actions.Length];
        for (int i = 0; i < requests.Length; i++)
        {
            requests[i] = actions[i].ToRequest(_connection.TableName, items[i]);
        }

        return requests;
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
