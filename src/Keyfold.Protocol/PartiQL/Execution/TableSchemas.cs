using Keyfold.Schema;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>The schemas of the tables of one call, each asked for once.</summary>
internal sealed class TableSchemas(ISchemaSource source)
{
    private readonly Dictionary<string, TableSchema> _schemas = new(StringComparer.Ordinal);

    /// <summary>The schema of a table.</summary>
    /// <exception cref="Storage.StorageException">There is no such table.</exception>
    public async ValueTask<TableSchema> GetAsync(string tableName, CancellationToken cancellationToken)
    {
        if (!_schemas.TryGetValue(tableName, out TableSchema? schema))
        {
            schema = await source.GetSchemaAsync(tableName, cancellationToken).ConfigureAwait(false);
            _schemas.Add(tableName, schema);
        }

        return schema;
    }
}
