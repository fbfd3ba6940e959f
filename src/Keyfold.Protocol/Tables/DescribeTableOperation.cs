using Keyfold.Protocol.Operations;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>DescribeTable.</summary>
internal static class DescribeTableOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        string tableName = TableMembers.Validate(call.Read(TableMembers.Read));
        TableDescription table = await call.Administration.DescribeTableAsync(tableName, cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WritePropertyName("Table"u8);
        TableWriter.Write(call.Output, table);
        call.Output.Json.WriteEndObject();
    }
}
