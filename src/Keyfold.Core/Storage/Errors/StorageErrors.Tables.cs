namespace Keyfold.Storage;

/// <content>Tables and indexes.</content>
public static partial class StorageErrors
{
    /// <summary>A request on items names a table that does not exist.</summary>
    public static StorageException TableNotFound() =>
        new(StorageErrorCode.ResourceNotFoundException, "Requested resource not found");

    /// <summary>A control operation names a table that does not exist.</summary>
    public static StorageException TableNotFound(string tableName) =>
        new(StorageErrorCode.ResourceNotFoundException, $"Requested resource not found: Table: {tableName} not found");

    /// <summary>CreateTable names a table that exists.</summary>
    public static StorageException TableExists(string tableName) =>
        new(StorageErrorCode.ResourceInUseException, $"Table already exists: {tableName}");

    /// <summary>Query or Scan names an index that the table does not have.</summary>
    public static StorageException IndexNotFound(string indexName) =>
        Validation($"The table does not have the specified index: {indexName}");
}
