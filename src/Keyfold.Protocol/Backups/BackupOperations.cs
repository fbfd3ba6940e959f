using Keyfold.Protocol.Operations;
using Keyfold.Storage;

namespace Keyfold.Protocol.Backups;

/// <summary>
/// The operations on backups and recovery, over a backend that has neither: as AWS answers while backups of a table are off. There is no
/// backup to describe, delete or restore, none can be made, and no history is kept.
/// </summary>
internal static class BackupOperations
{
    public static async ValueTask CreateAsync(OperationCall call, CancellationToken cancellationToken)
    {
        string tableName = call.Read(BackupMembers.Read).ValidateBackup();
        await RequireTableAsync(call, tableName, cancellationToken).ConfigureAwait(false);
        throw StorageErrors.BackupsUnavailable(tableName);
    }

    /// <summary>DescribeBackup and DeleteBackup.</summary>
    public static ValueTask FindAsync(OperationCall call, CancellationToken cancellationToken) =>
        throw StorageErrors.BackupNotFound(call.Read(BackupMembers.Read).ValidateBackupArn());

    public static ValueTask RestoreAsync(OperationCall call, CancellationToken cancellationToken) =>
        throw StorageErrors.BackupNotFound(call.Read(BackupMembers.Read).ValidateBackupArn(needsTarget: true));

    public static async ValueTask RecoverAsync(OperationCall call, CancellationToken cancellationToken)
    {
        string tableName = call.Read(BackupMembers.Read).ValidateRecovery();
        await RequireTableAsync(call, tableName, cancellationToken).ConfigureAwait(false);
        throw StorageErrors.PointInTimeRecoveryUnavailable(tableName);
    }

    public static async ValueTask DescribeContinuousAsync(OperationCall call, CancellationToken cancellationToken)
    {
        string tableName = call.Read(BackupMembers.Read).ValidateTable();
        await RequireTableAsync(call, tableName, cancellationToken).ConfigureAwait(false);
        WriteDisabled(call);
    }

    public static async ValueTask UpdateContinuousAsync(OperationCall call, CancellationToken cancellationToken)
    {
        BackupMembers members = call.Read(BackupMembers.Read);
        string tableName = members.ValidateTable(needsSpecification: true);
        await RequireTableAsync(call, tableName, cancellationToken).ConfigureAwait(false);
        if (members.RecoveryEnabled == true)
        {
            throw StorageErrors.BackupsUnavailable(tableName);
        }

        WriteDisabled(call);
    }

    private static void WriteDisabled(OperationCall call)
    {
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteStartObject("ContinuousBackupsDescription"u8);
        call.Output.Json.WriteString("ContinuousBackupsStatus"u8, "ENABLED"u8);
        call.Output.Json.WriteStartObject("PointInTimeRecoveryDescription"u8);
        call.Output.Json.WriteString("PointInTimeRecoveryStatus"u8, "DISABLED"u8);
        call.Output.Json.WriteEndObject();
        call.Output.Json.WriteEndObject();
        call.Output.Json.WriteEndObject();
    }

    private static async ValueTask RequireTableAsync(OperationCall call, string tableName, CancellationToken cancellationToken)
    {
        try
        {
            await call.Administration.DescribeTableAsync(tableName, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException exception) when (exception.Code == StorageErrorCode.ResourceNotFoundException)
        {
            throw StorageErrors.TableOfBackupNotFound(tableName);
        }
    }
}
