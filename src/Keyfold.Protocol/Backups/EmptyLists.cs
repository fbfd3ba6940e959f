using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Storage;

namespace Keyfold.Protocol.Backups;

/// <summary>Lists of what there is none of (backups, exports, imports, global tables of the version of 2017), and a look for one of the last.</summary>
internal static class EmptyLists
{
    public static ValueTask BackupsAsync(OperationCall call, CancellationToken cancellationToken) => Write(call, "BackupSummaries"u8);

    public static ValueTask ExportsAsync(OperationCall call, CancellationToken cancellationToken) => Write(call, "ExportSummaries"u8);

    public static ValueTask ImportsAsync(OperationCall call, CancellationToken cancellationToken) => Write(call, "ImportSummaryList"u8);

    public static ValueTask GlobalTablesAsync(OperationCall call, CancellationToken cancellationToken) => Write(call, "GlobalTables"u8);

    /// <summary>DescribeGlobalTable and DescribeGlobalTableSettings.</summary>
    public static ValueTask FindGlobalTableAsync(OperationCall call, CancellationToken cancellationToken)
    {
        string? name = call.Read(ReadGlobalTableName);
        Validation.Constraints constraints = new();
        constraints.Required(name is not null, "globalTableName");
        constraints.Name(name, "globalTableName");
        constraints.ThrowIfBroken();
        throw StorageErrors.GlobalTableNotFound(name!);
    }

    private static string? ReadGlobalTableName(ref RequestReader reader)
    {
        string? name = null;
        while (reader.NextMember())
        {
            if (reader.Is("GlobalTableName"u8))
            {
                name = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return name;
    }

    private static ValueTask Write(OperationCall call, ReadOnlySpan<byte> list)
    {
        call.Read(RequestBody.Skip);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteStartArray(list);
        call.Output.Json.WriteEndArray();
        call.Output.Json.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
