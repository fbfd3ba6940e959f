using Keyfold.Expressions;
using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>An action of a transaction with what its error needs, and the action before it.</summary>
internal abstract class TransactionAction(TransactionAction? previous, string verb, ItemKey key)
{
    public TransactionAction? Previous { get; } = previous;

    public int Index { get; } = previous is null ? 0 : previous.Index + 1;

    public string Verb { get; } = verb;

    public ItemKey Key { get; } = key;

    public abstract EntityModel Model { get; }

    /// <summary>What must hold of the item that is there.</summary>
    public abstract Condition? Condition { get; }

    /// <summary>The changes of an update; null for other actions.</summary>
    public abstract UpdateExpression? Update { get; }

    /// <summary>Encodes the item to put, or none.</summary>
    public abstract void AddTo(ItemSegments items);

    /// <summary>The action as a backend takes it.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="item">The encoded item to put.</param>
    public abstract TransactWriteAction ToRequest(string tableName, ReadOnlyMemory<byte> item);

    /// <summary>Reads the item that failed the condition, for an exception.</summary>
    public abstract object? ReadExisting(IStorageBackend backend, ReadOnlyMemory<byte> item);
}

/// <summary>An action on a type of entity.</summary>
internal abstract class TransactionAction<TEntity>(TransactionAction? previous, string verb, ItemKey key) : TransactionAction(previous, verb, key)
    where TEntity : notnull, IEntity<TEntity>
{
    public sealed override EntityModel Model => TEntity.Model;

    public sealed override object? ReadExisting(IStorageBackend backend, ReadOnlyMemory<byte> item) => StorageFailure.TryRead<TEntity>(backend, item);
}

/// <summary>A put. The entity is encoded with the others of the transaction, into memory that they share.</summary>
internal sealed class TransactionPut<TEntity>(TransactionAction? previous, TEntity stored, Condition? condition)
    : TransactionAction<TEntity>(previous, "Put", TEntity.KeyOf(stored))
    where TEntity : notnull, IEntity<TEntity>
{
    public override Condition? Condition => condition;

    public override UpdateExpression? Update => null;

    public override void AddTo(ItemSegments items) => items.Add(stored);

    public override TransactWriteAction ToRequest(string tableName, ReadOnlyMemory<byte> item) =>
        new TransactPut(tableName, item) { Condition = condition, ReturnItemOnConditionCheckFailure = true };
}

/// <summary>An update, a delete or a check, which is ready to be sent.</summary>
internal sealed class TransactionChange<TEntity>(TransactionAction? previous, string verb, ItemKey key, TransactWriteAction request)
    : TransactionAction<TEntity>(previous, verb, key)
    where TEntity : notnull, IEntity<TEntity>
{
    public override Condition? Condition => request.Condition;

    public override UpdateExpression? Update => (request as TransactUpdate)?.Update;

    public override void AddTo(ItemSegments items) => items.AddNone();

    public override TransactWriteAction ToRequest(string tableName, ReadOnlyMemory<byte> item) => request;
}
