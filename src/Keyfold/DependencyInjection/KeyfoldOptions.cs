using Keyfold.Engine;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>
/// What the tables of an application have in common: where their items are, and how their names and their creation differ between environments. Without any
/// setting that is a new embedded engine in memory.
/// </summary>
public sealed class KeyfoldOptions
{
    private readonly List<Func<IServiceProvider, IStorageBackend, IStorageBackend>> _decorators = [];

    private Func<IServiceProvider, IStorageBackend> _backendFactory = static _ => new EmbeddedEngine();

    /// <summary>
    /// Whether the application creates the tables that do not exist when it starts, before its hosted services do. Tables of an embedded engine in memory are
    /// always created, since it begins empty.
    /// </summary>
    public bool CreateTablesOnStart { get; set; }

    /// <summary>
    /// Whether the application looks at the tables when it starts, and does not start if one is missing or is not as its class declares. Null, which is the
    /// default, leaves it to the backend: <c>UseDynamoDb</c> turns it on.
    /// </summary>
    public bool? ValidateTablesOnStart { get; set; }

    /// <summary>Stands before the name of every table that has no name of its own in <see cref="Tables"/>; null for nothing.</summary>
    public string? TableNamePrefix { get; set; }

    /// <summary>The options of single tables by the names of their <see cref="TableAttribute"/>.</summary>
    public IDictionary<string, TableOptions> Tables { get; } = new Dictionary<string, TableOptions>(StringComparer.Ordinal);

    /// <summary>Keeps the items in a new embedded engine in memory.</summary>
    /// <param name="options">The engine's options; null for the default ones.</param>
    /// <returns>These options.</returns>
    public KeyfoldOptions UseEngine(EngineOptions? options = null) => UseBackend(_ => new EmbeddedEngine(options ?? new EngineOptions()));

    /// <summary>Keeps the items in a backend.</summary>
    /// <param name="factory">Makes the backend, once for the application, which disposes of it.</param>
    /// <returns>These options.</returns>
    public KeyfoldOptions UseBackend(Func<IServiceProvider, IStorageBackend> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _backendFactory = factory;
        return this;
    }

    /// <summary>
    /// Puts something between the tables and the backend, whichever that is. Called several times, the last one is the outermost. It should be an
    /// <see cref="IStorageDecorator"/>, so that it can be seen what is behind it.
    /// </summary>
    /// <param name="decorate">Makes the decorator, once for the application, which disposes of the outermost one alone.</param>
    /// <returns>These options.</returns>
    public KeyfoldOptions DecorateBackend(Func<IServiceProvider, IStorageBackend, IStorageBackend> decorate)
    {
        ArgumentNullException.ThrowIfNull(decorate);
        _decorators.Add(decorate);
        return this;
    }

    /// <summary>Makes the backend, once for the application.</summary>
    internal IStorageBackend CreateBackend(IServiceProvider services) =>
        _decorators.Aggregate(_backendFactory(services), (backend, decorate) => decorate(services, backend));
}
