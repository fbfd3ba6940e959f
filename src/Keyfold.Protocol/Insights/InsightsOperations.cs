using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Insights;

/// <summary>
/// Contributor Insights and Kinesis streaming destinations, which need services that are not here: of every table they are described as
/// off. Whoever turns Contributor Insights on is told that it is off.
/// </summary>
internal static class InsightsOperations
{
    public static async ValueTask DescribeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        await members.ValidateAsync(call, needsAction: false, cancellationToken).ConfigureAwait(false);
        WriteDisabled(call, members);
    }

    public static async ValueTask UpdateAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        await members.ValidateAsync(call, needsAction: true, cancellationToken).ConfigureAwait(false);
        WriteDisabled(call, members);
    }

    public static ValueTask ListAsync(OperationCall call, CancellationToken cancellationToken)
    {
        call.Read(Members.Read);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteStartArray("ContributorInsightsSummaries"u8);
        call.Output.Json.WriteEndArray();
        call.Output.Json.WriteEndObject();
        return ValueTask.CompletedTask;
    }

    public static async ValueTask DescribeKinesisAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        await members.ValidateAsync(call, needsAction: false, cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteString("TableName"u8, members.Table);
        call.Output.Json.WriteStartArray("KinesisDataStreamDestinations"u8);
        call.Output.Json.WriteEndArray();
        call.Output.Json.WriteEndObject();
    }

    private static void WriteDisabled(OperationCall call, Members members)
    {
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteString("TableName"u8, members.Table);
        if (members.IndexName is not null)
        {
            call.Output.Json.WriteString("IndexName"u8, members.IndexName);
        }

        call.Output.Json.WriteString("ContributorInsightsStatus"u8, "DISABLED"u8);
        call.Output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        private string? _tableName;
        private string? _action;

        public string Table { get; private set; } = "";

        public string? IndexName { get; private set; }

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("TableName"u8))
                {
                    members._tableName = reader.ReadString();
                }
                else if (reader.Is("IndexName"u8))
                {
                    members.IndexName = reader.ReadString();
                }
                else if (reader.Is("ContributorInsightsAction"u8))
                {
                    members._action = reader.ReadString();
                }
                else
                {
                    reader.Skip();
                }
            }

            return members;
        }

        /// <summary>Checks what the service's model says, and that table and index are there.</summary>
        public async ValueTask ValidateAsync(OperationCall call, bool needsAction, CancellationToken cancellationToken)
        {
            Constraints constraints = new();
            constraints.TableName(_tableName, "tableName");
            constraints.Name(IndexName, "indexName");
            constraints.Required(!needsAction || _action is not null, "contributorInsightsAction");
            constraints.OneOf(_action, "ENABLE, DISABLE", "contributorInsightsAction");
            constraints.ThrowIfBroken();
            Table = TableNames.Resolve(_tableName!);
            TableDescription table = await call.Administration.DescribeTableAsync(Table, cancellationToken).ConfigureAwait(false);
            if (IndexName is not null && table.Schema.FindIndex(IndexName) is null)
            {
                throw StorageErrors.IndexMissing();
            }
        }
    }
}
