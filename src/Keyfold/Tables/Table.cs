using System.ComponentModel;
using Keyfold.Engine;
using Keyfold.Observing;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>
/// The base of every table's class: what does not depend on its entities. Immutable, safe for concurrent use; one object for an application is enough.
/// </summary>
/// <typeparam name="TSelf">The table's class.</typeparam>
public abstract class Table<TSelf>
    where TSelf : Table<TSelf>, ITable<TSelf>
{
    /// <summary>Makes the object over a connection; called by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Table(TableConnection connection) => Connection = connection;

    /// <summary>The table's name, which options can make another than the declared one.</summary>
    public string TableName => Connection.TableName;

    /// <summary>The table on its backend.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TableConnection Connection { get; }

    /// <summary>Starts a transaction of writes: up to 100, all or nothing.</summary>
    public Transaction<TSelf> Transact() => new(Connection);

    /// <summary>Starts a transaction of reads: up to 100 entities as of one moment.</summary>
    public TransactionalRead<TSelf> TransactGet() => new(Connection);

    /// <summary>Starts a batch: any number of puts and deletes, each of which stands alone.</summary>
    public Batch<TSelf> Batch() => new(Connection);

    /// <summary>Creates the table with its indexes, unless there is one of this name.</summary>
    /// <returns>Whether it was created now.</returns>
    /// <exception cref="NotSupportedException">The backend cannot create tables.</exception>
    /// <exception cref="InvalidOperationException">There is a table of this name with another key, or it lacks an index.</exception>
    public ValueTask<bool> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        TableCreation.CreateIfNotExistsAsync(Connection, cancellationToken);

    /// <summary>
    /// Compares the table as it is with its class: the key, and each index's kind, key and projection. Settings and further indexes do not matter.
    /// </summary>
    /// <exception cref="NotSupportedException">The backend cannot describe tables.</exception>
    /// <exception cref="InvalidOperationException">There is no such table, or it is another one; the message lists every difference and says what to
    /// change.</exception>
    public ValueTask ValidateTableAsync(CancellationToken cancellationToken = default) => TableValidation.ValidateAsync(Connection, cancellationToken);

    /// <summary>The same table, with each request reported to a callback: its operation, its index, what it consumed and how long it took.</summary>
    /// <param name="observer">Called when the answer is there, on the thread that continues. What it throws, the request throws.</param>
    public TSelf Observe(Action<ObservedRequest> observer) =>
        TSelf.Open(Connection.With(new ObservedBackend(Connection.Backend, observer, Connection.Options.TimeProvider)));

    /// <summary>Connects to a new embedded engine in memory that has the table.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static TableConnection OpenInMemory()
    {
        var engine = new EmbeddedEngine();
        TableConnection connection = Connect(engine, options: null);

        // in memory everything is done when the call returns
        _ = engine.CreateTableAsync(connection.Schema).AsTask().GetAwaiter().GetResult();
        return connection;
    }

    /// <summary>The model of an entity.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static EntityModel ModelOf<TEntity>()
        where TEntity : notnull, IEntity<TEntity>, IInTable<TSelf> => TEntity.Model;

    /// <summary>Connects to a backend.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static TableConnection Connect(IStorageBackend backend, TableOptions? options) => new(backend, TSelf.Schema, TSelf.Entities, options);
}
