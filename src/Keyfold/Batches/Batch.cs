namespace Keyfold;

/// <summary>
/// Puts and deletes that have not been sent: any number, each of which stands alone and none of which has a condition. Each method gives a new batch;
/// <see cref="WriteAsync"/> sends it, 25 with each request. Immutable.
/// </summary>
/// <remarks>Since there are no conditions, an entity with a version is replaced whatever version is there, by one that is one higher than its own.</remarks>
/// <typeparam name="TTable">The table.</typeparam>
public sealed class Batch<TTable>
    where TTable : class
{
    private readonly TableConnection _connection;
    private readonly BatchEntry? _last;

    internal Batch(TableConnection connection, BatchEntry? last = null)
    {
        _connection = connection;
        _last = last;
    }

    /// <summary>Puts an entity, replacing what is there. It is encoded when the batch is sent: until then it must not change.</summary>
    /// <exception cref="KeyException">A property cannot be part of the primary key.</exception>
    public Batch<TTable> Put<TEntity>(TEntity entity)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable>
    {
        ArgumentNullException.ThrowIfNull(entity);
        return new Batch<TTable>(_connection, new BatchPut<TEntity>(_last, TEntity.AsStored(entity)));
    }

    /// <summary>Puts entities, replacing what is there. They are encoded when the batch is sent: until then they must not change.</summary>
    /// <inheritdoc cref="Put{TEntity}(TEntity)" path="/exception"/>
    public Batch<TTable> Put<TEntity>(IEnumerable<TEntity> entities)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable>
    {
        ArgumentNullException.ThrowIfNull(entities);
        return entities.Aggregate(this, static (batch, entity) => batch.Put(entity));
    }

    /// <summary>Deletes an entity. A missing one is no error.</summary>
    /// <exception cref="KeyException">A value cannot be part of the key.</exception>
    public Batch<TTable> Delete<TEntity>(IEntityKey<TEntity> key)
        where TEntity : notnull, IEntity<TEntity>, IInTable<TTable>
    {
        ArgumentNullException.ThrowIfNull(key);
        return new Batch<TTable>(_connection, new BatchDelete<TEntity>(_last, key.ToItemKey()));
    }

    /// <summary>
    /// Sends the batch. Where the backend leaves a part undone, that is sent again, as often as <see cref="TableOptions.BatchAttemptsMax"/> says.
    /// </summary>
    /// <returns>What was left undone, if anything was.</returns>
    /// <exception cref="InvalidOperationException">An entity is in the batch twice.</exception>
    /// <exception cref="EntityMappingException">A property cannot be stored. Nothing is written.</exception>
    /// <exception cref="KeyException">A property cannot be part of an index's key. Nothing is written.</exception>
    /// <exception cref="RequestRejectedException">An item is over 400 KB, or breaks another rule. Those of its request and later ones are not
    /// written.</exception>
    public ValueTask<BatchResult> WriteAsync(CancellationToken cancellationToken = default) =>
        BatchWrites.WriteAsync(_connection, BatchWrites.InOrder(_last), cancellationToken);

    /// <summary>What would be sent, and what it would cost. Nothing is sent.</summary>
    /// <exception cref="InvalidOperationException">An entity is in the batch twice.</exception>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    public RequestExplanation Explain() => RequestExplanation.OfBatch(_connection, BatchWrites.InOrder(_last));
}

/// <summary>What a batch did.</summary>
public sealed class BatchResult
{
    internal BatchResult(int writtenCount, IReadOnlyList<BatchRemainder> remaining)
    {
        WrittenCount = writtenCount;
        Remaining = remaining;
    }

    /// <summary>The puts and deletes that were done.</summary>
    public int WrittenCount { get; }

    /// <summary>Those that were not, although they were tried as often as allowed.</summary>
    public IReadOnlyList<BatchRemainder> Remaining { get; }
}

/// <summary>A put or delete that was not done.</summary>
/// <param name="EntityName">The entity.</param>
/// <param name="Key">The item's primary key for people, as <c>PK = "CUSTOMER#1", SK = "PROFILE"</c>.</param>
/// <param name="Entity">The entity to put; null for a delete.</param>
public sealed record BatchRemainder(string EntityName, string Key, object? Entity);
