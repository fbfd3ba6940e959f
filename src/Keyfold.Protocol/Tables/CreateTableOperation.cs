using Keyfold.Protocol.Operations;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>CreateTable.</summary>
internal static class CreateTableOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        CreateTableMembers members = call.Read(CreateTableMembers.Read);
        members.Constrain();
        TableDescription table = await call.Administration.CreateTableAsync(SchemaBuilder.Build(members), cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WritePropertyName("TableDescription"u8);
        TableWriter.Write(call.Output, table);
        call.Output.Json.WriteEndObject();
    }
}
