using Keyfold.Protocol.Operations;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>DeleteTable.</summary>
internal static class DeleteTableOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        string tableName = TableMembers.Validate(call.Read(TableMembers.Read));
        TableDescription table = await call.Administration.DeleteTableAsync(tableName, cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WritePropertyName("TableDescription"u8);
        TableWriter.WriteDeleted(call.Output, table);
        call.Output.Json.WriteEndObject();
    }
}
