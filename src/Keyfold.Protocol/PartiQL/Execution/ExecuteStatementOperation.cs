using Keyfold.Protocol.Operations;
using Keyfold.Protocol.PartiQL.Planning;
using Keyfold.Protocol.PartiQL.Translation;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Protocol.Validation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>ExecuteStatement.</summary>
internal static class ExecuteStatementOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Constrain();
        StatementTree statement = StatementTranslator.Translate(members.Statement.Text, members.Statement.Parameters);
        if (statement is ExistsTree)
        {
            throw StatementErrors.ExistsOutsideTransaction();
        }

        SelectPosition start = statement is SelectTree && members.NextToken is { } token ? ContinuationToken.Decode(token, members.Statement) : default;
        TableSchema schema = await call.Schemas.GetSchemaAsync(statement.TableName, cancellationToken).ConfigureAwait(false);
        if (statement is SelectTree select)
        {
            SelectOptions options = new(members.Limit, members.Statement.ConsistentRead, members.Return.Capacity, start);
            SelectPage page = await new SelectRunner(call.Backend, select, schema, options).RunAsync(cancellationToken).ConfigureAwait(false);
            Write(call.Output, page.Items, page.Next, page.Capacity, members.Statement);
        }
        else
        {
            WriteResult result = await WriteRunner.RunAsync(
                call.Backend, WritePlan.Of(statement, schema), members.Return.Capacity, members.Statement.ItemOnFailure, cancellationToken).ConfigureAwait(false);
            Write(call.Output, result.Item.IsEmpty ? [] : [result.Item], null, result.Capacity, members.Statement);
        }
    }

    private static void Write(
        ResponseWriter output, IReadOnlyList<ReadOnlyMemory<byte>> items, SelectPosition? next, ConsumedCapacity? capacity, StatementMembers statement)
    {
        output.Json.WriteStartObject();
        output.Json.WritePropertyName("Items"u8);
        output.Items(items);
        if (next is { } position)
        {
            output.Json.WriteString("NextToken"u8, ContinuationToken.Encode(position, statement));
            if (position.StartKey is not null)
            {
                output.Json.WritePropertyName("LastEvaluatedKey"u8);
                output.Item(position.StartKey);
            }
        }

        CapacityWriter.Write(output, capacity);
        output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        private const int TokenCharactersMax = 32768;

        public StatementMembers Statement { get; } = new();

        public string? NextToken { get; private set; }

        public int? Limit { get; private set; }

        public ReturnOptions Return;

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("NextToken"u8))
                {
                    members.NextToken = reader.ReadString();
                }
                else if (reader.Is("Limit"u8))
                {
                    members.Limit = reader.ReadInt32();
                }
                else if (!members.Statement.TryRead(ref reader) && !members.Return.TryReadCapacity(ref reader))
                {
                    reader.Skip();
                }
            }

            return members;
        }

        public void Constrain()
        {
            Constraints constraints = new();
            Return.Constrain(constraints);
            Statement.Constrain(constraints);
            constraints.Length(NextToken?.Length ?? 1, NextToken ?? "", 1, TokenCharactersMax, "nextToken");
            constraints.Range(Limit, 1, int.MaxValue, "limit");
            constraints.ThrowIfBroken();
        }
    }
}
