using Keyfold.Schema;

namespace Keyfold.Storage;

/// <summary>The control plane: which tables there are, and their settings. Implementations are safe for concurrent use.</summary>
public interface ITableAdministration
{
    /// <summary>Creates a table and waits until it takes requests.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceInUseException"/>: the name is taken;
    /// <see cref="StorageErrorCode.ValidationException"/>: the schema breaks a rule of CreateTable.</exception>
    ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default);

    /// <summary>Describes a table.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is none.</exception>
    ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default);

    /// <summary>Changes a table's settings or its global secondary indexes, and waits until the change is done. Reads and writes go on meanwhile.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is no such table, or no such index to delete;
    /// <see cref="StorageErrorCode.ResourceInUseException"/>: the table is being changed already; <see cref="StorageErrorCode.LimitExceededException"/>: more
    /// than one index is created or deleted; <see cref="StorageErrorCode.ValidationException"/>: a rule of UpdateTable is broken.</exception>
    ValueTask<TableDescription> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a table with everything in it.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is none;
    /// <see cref="StorageErrorCode.ResourceInUseException"/>: it is being changed; <see cref="StorageErrorCode.ValidationException"/>: it is
    /// protected.</exception>
    ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default);

    /// <summary>The names of all tables in ascending order of their UTF-8 bytes.</summary>
    ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells by which attribute the items of a table expire.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is no such table.</exception>
    ValueTask<TimeToLiveDescription> DescribeTimeToLiveAsync(string tableName, CancellationToken cancellationToken = default);

    /// <summary>Lets the items of a table expire, or not any more.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="attributeName">The attribute with the second of Unix time after which an item is removed; 1 to 255 characters.</param>
    /// <param name="enabled">Whether items expire from now on.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is no such table;
    /// <see cref="StorageErrorCode.ValidationException"/>: it is so already, or by another attribute.</exception>
    ValueTask<TimeToLiveDescription> UpdateTimeToLiveAsync(
        string tableName, string attributeName, bool enabled, CancellationToken cancellationToken = default);
}
