using Keyfold.Schema;
using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Specification;

/// <summary>
/// A backend under specification, shared by all suites of a test assembly (make it an assembly fixture). A suite works in shared tables
/// under keys of its own, so that suites can run beside one another.
/// </summary>
public abstract class BackendFixture : IAsyncLifetime
{
    /// <summary>Tells this run from others, for what a service remembers longer than its tables.</summary>
    public string Run { get; } = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Why the suites cannot run on this machine, or null.</summary>
    public virtual string? SkipReason => null;

    /// <summary>The items.</summary>
    public abstract IStorageBackend Backend { get; }

    /// <summary>The tables.</summary>
    public abstract ITableAdministration Administration { get; }

    /// <summary>The streams, or null for a backend without.</summary>
    public virtual IChangeFeed? Changes => null;

    /// <summary>Moves the backend's clock, or skips the test where that is not possible.</summary>
    public virtual void Advance(TimeSpan time) => Assert.Skip("The clock of this backend cannot be moved.");

    /// <summary>Whether a message says what it should. A backend with texts of its own accepts those too.</summary>
    /// <param name="expected">The telling words of DynamoDB's message.</param>
    /// <param name="actual">The message.</param>
    public virtual bool Says(string expected, string actual) => actual.Contains(expected, StringComparison.Ordinal);

    /// <summary>Whether a backend can have a table at all.</summary>
    public virtual bool Supports(TableSchema schema) => true;

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        if (SkipReason is not null)
        {
            return;
        }

        foreach (TableSchema schema in SharedTables.All.Where(Supports))
        {
            await Administration.CreateTableAsync(schema);
        }
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (SkipReason is not null)
        {
            return;
        }

        foreach (string tableName in await Administration.ListTablesAsync())
        {
            await Administration.DeleteTableAsync(tableName);
        }
    }
}
