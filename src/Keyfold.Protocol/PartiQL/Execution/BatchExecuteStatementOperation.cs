using Keyfold.Keys;
using Keyfold.Protocol.Operations;
using Keyfold.Protocol.PartiQL.Translation;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>
/// BatchExecuteStatement: each statement stands alone, and what is wrong with one is told in its place; but a parameter that is no value refuses them all.
/// </summary>
internal static class BatchExecuteStatementOperation
{
    private const int StatementsMax = 25;

    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Constrain();
        members.Statements!.ForEach(statement => statement.RequireValidParameters());
        List<BatchStatement> statements = members.Statements!.ConvertAll(statement => new BatchStatement(statement));
        CheckKinds(statements);
        TableSchemas schemas = new(call.Schemas);
        foreach (BatchStatement statement in statements)
        {
            await statement.PlanAsync(schemas, cancellationToken).ConfigureAwait(false);
        }

        CheckKeys(statements);
        CapacitySum capacity = new();
        foreach (BatchStatement statement in statements)
        {
            capacity.Add(await statement.RunAsync(call.Backend, members.Return.Capacity, cancellationToken).ConfigureAwait(false));
        }

        Write(call.Output, statements, capacity.Tables);
    }

    private static void CheckKinds(List<BatchStatement> statements)
    {
        if (statements.Exists(statement => statement.Tree is SelectTree) && statements.Exists(statement => statement.Tree is not (null or SelectTree)))
        {
            throw StorageErrors.Validation("Read and write requests together in the same batch is not supported.");
        }
    }

    private static void CheckKeys(List<BatchStatement> statements)
    {
        HashSet<(string, ItemKey)> keys = [];
        if (!statements.TrueForAll(statement => statement.Error is not null || keys.Add((statement.Tree!.TableName, statement.Key))))
        {
            throw StorageErrors.BatchDuplicates();
        }
    }

    private static void Write(ResponseWriter output, List<BatchStatement> statements, Sequence<ConsumedCapacity> capacity)
    {
        output.Json.WriteStartObject();
        output.Json.WriteStartArray("Responses"u8);
        statements.ForEach(statement => statement.Write(output));
        output.Json.WriteEndArray();
        CapacityWriter.Write(output, capacity);
        output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        public List<StatementMembers>? Statements { get; private set; }

        public ReturnOptions Return;

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("Statements"u8))
                {
                    members.Statements = StatementMembers.ReadList(ref reader, "BatchStatementRequest");
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
            StatementMembers.Constrain(Statements, StatementsMax, constraints, "statements");
            constraints.ThrowIfBroken();
        }
    }
}
