using Keyfold.Schema;

namespace Keyfold.Storage;

/// <summary>The control plane: which tables there are.</summary>
public interface ITableAdministration
{
    /// <summary>Creates a table and waits until it takes requests.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceInUseException"/>: the name is taken;
    /// <see cref="StorageErrorCode.ValidationException"/>: the schema breaks a rule of CreateTable.</exception>
    ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default);

    /// <summary>Describes a table.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is none.</exception>
    ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default);

    /// <summary>Deletes a table with everything in it.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is none.</exception>
    ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default);

    /// <summary>The names of all tables in ascending order of their UTF-8 bytes.</summary>
    ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default);
}

/// <summary>A table's life.</summary>
public enum TableStatus
{
    /// <summary>Being created; takes no requests yet.</summary>
    Creating,

    /// <summary>In use.</summary>
    Active,

    /// <summary>Being changed; takes requests.</summary>
    Updating,

    /// <summary>Being deleted.</summary>
    Deleting,
}

/// <summary>A table as it stands.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="Status">Its status.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ItemCount">The number of items.</param>
/// <param name="SizeBytes">The items' names and values, in bytes.</param>
/// <param name="Indexes">The secondary indexes with their own figures, in the schema's order.</param>
public sealed record TableDescription(
    TableSchema Schema,
    TableStatus Status,
    DateTimeOffset CreatedAt,
    long ItemCount,
    long SizeBytes,
    Sequence<IndexDescription> Indexes);

/// <summary>An index as it stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ItemCount">The number of entries.</param>
/// <param name="SizeBytes">The entries' names and values, in bytes.</param>
public sealed record IndexDescription(string Name, long ItemCount, long SizeBytes);
