using Keyfold.Schema;

namespace Keyfold.Storage;

/// <summary>The schemas of tables from memory, for a backend that has them there: nothing is counted or copied.</summary>
public interface ITableSchemas
{
    /// <summary>The schema of a table that takes requests; null if there is none of this name.</summary>
    TableSchema? FindSchema(string tableName);
}
