using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol;

/// <summary>Schemas that a backend has in memory.</summary>
internal sealed class KnownSchemas(ITableSchemas schemas) : ISchemaSource
{
    public ValueTask<TableSchema> GetSchemaAsync(string tableName, CancellationToken cancellationToken = default) =>
        schemas.FindSchema(tableName) is { } schema ? ValueTask.FromResult(schema) : ValueTask.FromException<TableSchema>(StorageErrors.TableNotFound());
}
