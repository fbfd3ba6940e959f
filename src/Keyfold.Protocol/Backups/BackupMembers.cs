using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Backups;

/// <summary>The members of the operations on backups, restores and recovery, as far as these look at them where there are none.</summary>
internal sealed class BackupMembers
{
    private const int BackupArnCharactersMin = 37;
    private const int BackupArnCharactersMax = 1024;

    private string? _tableName;
    private string? _sourceTableName;
    private string? _sourceTableArn;
    private string? _targetTableName;
    private string? _backupName;
    private bool _hasRecoverySpecification;

    public string? BackupArn { get; private set; }

    public bool? RecoveryEnabled { get; private set; }

    public static BackupMembers Read(ref RequestReader reader)
    {
        BackupMembers members = new();
        while (reader.NextMember())
        {
            members.ReadMember(ref reader);
        }

        return members;
    }

    /// <summary>Checks the name of a table to back up, and its backup's.</summary>
    public string ValidateBackup()
    {
        Constraints constraints = new();
        constraints.TableName(_tableName, "tableName");
        constraints.Required(_backupName is not null, "backupName");
        constraints.Name(_backupName, "backupName");
        constraints.ThrowIfBroken();
        return TableNames.Resolve(_tableName!);
    }

    /// <summary>Checks the name of a table.</summary>
    public string ValidateTable(bool needsSpecification = false)
    {
        Constraints constraints = new();
        constraints.TableName(_tableName, "tableName");
        constraints.Required(!needsSpecification || _hasRecoverySpecification, "pointInTimeRecoverySpecification");
        constraints.Required(!_hasRecoverySpecification || RecoveryEnabled is not null, "pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled");
        constraints.ThrowIfBroken();
        return TableNames.Resolve(_tableName!);
    }

    /// <summary>Checks the name of a backup, and of the table to restore it to.</summary>
    public string ValidateBackupArn(bool needsTarget = false)
    {
        Constraints constraints = new();
        constraints.Required(BackupArn is not null, "backupArn");
        constraints.Length(BackupArn?.Length ?? BackupArnCharactersMin, BackupArn ?? "", BackupArnCharactersMin, BackupArnCharactersMax, "backupArn");
        constraints.Required(!needsTarget || _targetTableName is not null, "targetTableName");
        constraints.Name(_targetTableName, "targetTableName");
        constraints.ThrowIfBroken();
        return BackupArn!.Split(':', 6) is ["arn", _, "dynamodb", _, _, string resource] && resource.Split('/') is ["table", _, "backup", _]
            ? BackupArn
            : throw StorageErrors.Validation("Invalid Backup ARN");
    }

    /// <summary>Checks the names of a table to recover and of the one to recover it to.</summary>
    public string ValidateRecovery()
    {
        Constraints constraints = new();
        constraints.Name(_sourceTableName, "sourceTableName");
        constraints.Required(_targetTableName is not null, "targetTableName");
        constraints.Name(_targetTableName, "targetTableName");
        constraints.ThrowIfBroken();
        return _sourceTableName is null == _sourceTableArn is null
            ? throw StorageErrors.Validation("Must provide exactly one of: sourceTableArn, sourceTableName")
            : _sourceTableName ?? TableNames.Resolve(_sourceTableArn!);
    }

    private void ReadMember(ref RequestReader reader)
    {
        if (reader.Is("TableName"u8))
        {
            _tableName = reader.ReadString();
        }
        else if (reader.Is("SourceTableName"u8))
        {
            _sourceTableName = reader.ReadString();
        }
        else if (reader.Is("SourceTableArn"u8))
        {
            _sourceTableArn = reader.ReadString();
        }
        else if (reader.Is("TargetTableName"u8))
        {
            _targetTableName = reader.ReadString();
        }
        else if (reader.Is("BackupName"u8))
        {
            _backupName = reader.ReadString();
        }
        else if (reader.Is("BackupArn"u8))
        {
            BackupArn = reader.ReadString();
        }
        else if (reader.Is("PointInTimeRecoverySpecification"u8))
        {
            ReadSpecification(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    private void ReadSpecification(ref RequestReader reader)
    {
        _hasRecoverySpecification = reader.BeginStructure("PointInTimeRecoverySpecification");
        while (_hasRecoverySpecification && reader.NextMember())
        {
            if (reader.Is("PointInTimeRecoveryEnabled"u8))
            {
                RecoveryEnabled = reader.ReadBoolean();
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
