namespace Keyfold.Storage;

/// <content>Tags, policies, backups and global tables.</content>
public static partial class StorageErrors
{
    /// <summary>A resource name of a table or stream that does not exist.</summary>
    public static StorageException ResourceNotFound(string arn) =>
        new(StorageErrorCode.ResourceNotFoundException, $"Requested resource not found: ResourcArn: {arn} not found");

    /// <summary>More than <see cref="Limits.TagsMax"/> tags.</summary>
    public static StorageException TagsTooMany() => Validation("Number of Tags exceed the current limit for the provided ResourceArn");

    /// <summary>A resource has no policy, or not of the expected revision.</summary>
    public static StorageException PolicyNotFound(string arn) =>
        new(StorageErrorCode.PolicyNotFoundException, $"Resource-based policy not found for the provided ResourceArn: {arn}");

    /// <summary>An operation on backups names a table that does not exist.</summary>
    public static StorageException TableOfBackupNotFound(string tableName) =>
        new(StorageErrorCode.TableNotFoundException, $"Table not found: {tableName}");

    /// <summary>A backup that does not exist.</summary>
    public static StorageException BackupNotFound(string arn) => new(StorageErrorCode.BackupNotFoundException, $"Backup not found: {arn}");

    /// <summary>The table cannot be backed up.</summary>
    public static StorageException BackupsUnavailable(string tableName) => new(
        StorageErrorCode.ContinuousBackupsUnavailableException, $"Backups are being enabled for the table: {tableName}. Please retry later");

    /// <summary>The table keeps no history to restore from.</summary>
    public static StorageException PointInTimeRecoveryUnavailable(string tableName) => new(
        StorageErrorCode.PointInTimeRecoveryUnavailableException, $"Point in time recovery is not enabled for table '{tableName}'");

    /// <summary>A global table of the version of 2017 that does not exist.</summary>
    public static StorageException GlobalTableNotFound(string globalTableName) => new(
        StorageErrorCode.GlobalTableNotFoundException, $"Global table not found: Global table with name: '{globalTableName}' does not exist.");
}
