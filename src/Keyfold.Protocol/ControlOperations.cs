using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Tables;
using Keyfold.Protocol.TimeToLive;

namespace Keyfold.Protocol;

/// <summary>The operations on tables and the account.</summary>
internal static class ControlOperations
{
    /// <summary>The operation of a name; null if there is none.</summary>
    public static Func<OperationCall, CancellationToken, ValueTask>? Find(string operation) => operation switch
    {
        "CreateTable" => CreateTableOperation.HandleAsync,
        "DescribeTable" => DescribeTableOperation.HandleAsync,
        "UpdateTable" => UpdateTableOperation.HandleAsync,
        "DeleteTable" => DeleteTableOperation.HandleAsync,
        "ListTables" => ListTablesOperation.HandleAsync,
        "DescribeTimeToLive" => DescribeTimeToLiveOperation.HandleAsync,
        "UpdateTimeToLive" => UpdateTimeToLiveOperation.HandleAsync,
        _ => null,
    };
}
