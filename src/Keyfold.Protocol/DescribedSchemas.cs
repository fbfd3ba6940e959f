using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol;

/// <summary>Schemas as the control plane describes them, asked for anew each time: for backends in the same process.</summary>
/// <param name="administration">The tables.</param>
public sealed class DescribedSchemas(ITableAdministration administration) : ISchemaSource
{
    /// <inheritdoc/>
    public async ValueTask<TableSchema> GetSchemaAsync(string tableName, CancellationToken cancellationToken = default)
    {
        try
        {
            TableDescription description = await administration.DescribeTableAsync(tableName, cancellationToken).ConfigureAwait(false);
            return description.Status == TableStatus.Creating ? throw StorageErrors.TableNotFound() : description.Schema;
        }
        catch (StorageException exception) when (exception.Code == StorageErrorCode.ResourceNotFoundException)
        {
            // operations on items do not name the table
            throw StorageErrors.TableNotFound();
        }
    }
}
