using Keyfold.Keys;
using Keyfold.Mapping;

namespace Keyfold;

/// <summary>A put or delete of a batch, and the one before it.</summary>
internal abstract class BatchEntry(BatchEntry? previous, ItemKey key)
{
    /// <summary>How many there are with this one.</summary>
    public int Count { get; } = previous is null ? 1 : previous.Count + 1;

    public BatchEntry? Previous { get; } = previous;

    public ItemKey Key { get; } = key;

    public abstract EntityModel Model { get; }

    /// <summary>The entity to put; null for a delete.</summary>
    public abstract object? Entity { get; }

    /// <summary>Encodes the item to put, or none.</summary>
    public abstract void AddTo(ItemSegments items);
}

/// <summary>A put. The entity is encoded with those of its request, into memory that they share.</summary>
internal sealed class BatchPut<TEntity>(BatchEntry? previous, TEntity stored) : BatchEntry(previous, TEntity.KeyOf(stored))
    where TEntity : notnull, IEntity<TEntity>
{
    public override EntityModel Model => TEntity.Model;

    public override object? Entity => stored;

    public override void AddTo(ItemSegments items) => items.Add(stored);
}

/// <summary>A delete.</summary>
internal sealed class BatchDelete<TEntity>(BatchEntry? previous, ItemKey key) : BatchEntry(previous, key)
    where TEntity : notnull, IEntity<TEntity>
{
    public override EntityModel Model => TEntity.Model;

    public override object? Entity => null;

    public override void AddTo(ItemSegments items) => items.AddNone();
}
