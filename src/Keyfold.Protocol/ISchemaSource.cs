using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol;

/// <summary>
/// Tells the schema of a table: a request names key attributes, a backend takes key bytes. It is asked once per table of every request, so that an
/// implementation should answer from memory.
/// </summary>
public interface ISchemaSource
{
    /// <summary>The schema of a table that takes requests.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is none.</exception>
    ValueTask<TableSchema> GetSchemaAsync(string tableName, CancellationToken cancellationToken = default);
}
