using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Tables;
using Keyfold.Storage;

namespace Keyfold.Protocol.TimeToLive;

/// <summary>DescribeTimeToLive.</summary>
internal static class DescribeTimeToLiveOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        string tableName = TableMembers.Validate(call.Read(TableMembers.Read));
        TimeToLiveDescription description = await call.Administration.DescribeTimeToLiveAsync(tableName, cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteStartObject("TimeToLiveDescription"u8);
        call.Output.Json.WriteString("TimeToLiveStatus"u8, description.Status.ToString().ToUpperInvariant());
        if (description.AttributeName is { } attributeName)
        {
            call.Output.Json.WriteString("AttributeName"u8, attributeName);
        }

        call.Output.Json.WriteEndObject();
        call.Output.Json.WriteEndObject();
    }
}
