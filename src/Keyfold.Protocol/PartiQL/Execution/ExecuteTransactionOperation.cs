using Keyfold.Protocol.Operations;
using Keyfold.Protocol.PartiQL.Translation;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Protocol.Validation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>ExecuteTransaction: a TransactGetItems or TransactWriteItems, its actions written as statements.</summary>
internal static class ExecuteTransactionOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Constrain();
        List<StatementTree> statements = TransactionRules.Translate(members.Statements!);
        TableSchemas schemas = new(call.Schemas);
        List<TableSchema> found = [];
        foreach (StatementTree statement in statements)
        {
            found.Add(await schemas.GetAsync(statement.TableName, cancellationToken).ConfigureAwait(false));
        }

        if (statements[0] is SelectTree)
        {
            TransactGetItemsResponse read = await call.Backend.TransactGetItemsAsync(
                new TransactGetItemsRequest { Gets = TransactionActions.Gets(statements, found), ReturnConsumedCapacity = members.Return.Capacity },
                cancellationToken).ConfigureAwait(false);
            Write(call.Output, read.Items, read.ConsumedCapacity);
        }
        else
        {
            Sequence<ConsumedCapacity> capacity = await WriteAsync(call, members, statements, found, cancellationToken).ConfigureAwait(false);
            Write(call.Output, [], capacity);
        }
    }

    private static async ValueTask<Sequence<ConsumedCapacity>> WriteAsync(
        OperationCall call, Members members, List<StatementTree> statements, List<TableSchema> schemas, CancellationToken cancellationToken)
    {
        try
        {
            TransactWriteItemsResponse response = await call.Backend.TransactWriteItemsAsync(
                new TransactWriteItemsRequest
                {
                    Actions = TransactionActions.Writes(statements, schemas, members.Statements!),
                    ClientRequestToken = members.ClientRequestToken,
                    ReturnConsumedCapacity = members.Return.Capacity,
                },
                cancellationToken).ConfigureAwait(false);
            return response.ConsumedCapacity;
        }
        catch (StorageException exception) when (exception.CancellationReasons.Count == statements.Count)
        {
            throw TransactionActions.Explain(exception, statements);
        }
    }

    private static void Write(ResponseWriter output, IReadOnlyList<ReadOnlyMemory<byte>> items, Sequence<ConsumedCapacity> capacity)
    {
        output.Json.WriteStartObject();
        output.Json.WriteStartArray("Responses"u8);
        foreach (ReadOnlyMemory<byte> item in items)
        {
            output.Json.WriteStartObject();
            output.OptionalItem("Item"u8, item);
            output.Json.WriteEndObject();
        }

        output.Json.WriteEndArray();
        CapacityWriter.Write(output, capacity);
        output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        public List<StatementMembers>? Statements { get; private set; }

        public string? ClientRequestToken { get; private set; }

        public ReturnOptions Return;

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("TransactStatements"u8))
                {
                    members.Statements = StatementMembers.ReadList(ref reader, "ParameterizedStatement");
                }
                else if (reader.Is("ClientRequestToken"u8))
                {
                    members.ClientRequestToken = reader.ReadString();
                }
                else if (!members.Return.TryReadCapacity(ref reader))
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
            if (ClientRequestToken is { } token)
            {
                constraints.Length(token.Length, token, 1, Limits.ClientRequestTokenCharactersMax, "clientRequestToken");
            }

            StatementMembers.Constrain(Statements, Limits.TransactionActionsMax, constraints, "transactStatements");
            constraints.ThrowIfBroken();
        }
    }
}
