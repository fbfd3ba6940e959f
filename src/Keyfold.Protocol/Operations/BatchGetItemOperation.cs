using Keyfold.Keys;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>BatchGetItem.</summary>
internal static class BatchGetItemOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        BatchRules.Check(members.Tables, members.Return, Limits.BatchGetKeysMax, "BatchGetItem");
        Dictionary<string, (TableSchema Schema, BatchGetTableMembers Members)> tables = new(StringComparer.Ordinal);
        List<BatchGetTable> reads = [];
        foreach (BatchGetTableMembers table in members.Tables!)
        {
            TableSchema schema = await call.Schemas.GetSchemaAsync(table.TableName, cancellationToken).ConfigureAwait(false);
            tables[table.TableName] = (schema, table);
            ItemKey[] keys = [.. table.Keys!.Select(key => KeyReader.Read(key, schema.Key))];
            reads.Add(new BatchGetTable(table.TableName, keys) { ConsistentRead = table.ConsistentRead, Projection = table.Projection });
        }

        BatchGetItemResponse response = await call.Backend.BatchGetItemAsync(
            new BatchGetItemRequest { Tables = reads, ReturnConsumedCapacity = members.Return.Capacity }, cancellationToken).ConfigureAwait(false);
        Write(call.Output, in response, tables);
    }

    private static void Write(
        ResponseWriter output, in BatchGetItemResponse response, Dictionary<string, (TableSchema Schema, BatchGetTableMembers Members)> tables)
    {
        output.Json.WriteStartObject();
        output.Json.WriteStartObject("Responses"u8);
        foreach (BatchGetResult table in response.Tables)
        {
            output.Json.WritePropertyName(table.TableName);
            output.Items(table.Items);
        }

        output.Json.WriteEndObject();
        output.Json.WriteStartObject("UnprocessedKeys"u8);
        foreach (BatchGetTable table in response.UnprocessedKeys)
        {
            (TableSchema schema, BatchGetTableMembers members) = tables[table.TableName];
            output.Json.WriteStartObject(table.TableName);
            members.WriteSettings(output);
            output.Json.WriteStartArray("Keys"u8);
            foreach (ItemKey key in table.Keys)
            {
                output.Key(key, schema.Key);
            }

            output.Json.WriteEndArray();
            output.Json.WriteEndObject();
        }

        output.Json.WriteEndObject();
        CapacityWriter.Write(output, response.ConsumedCapacity);
        output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        public List<BatchGetTableMembers>? Tables { get; private set; }

        public ReturnOptions Return;

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("RequestItems"u8))
                {
                    members.Tables = BatchGetTableMembers.ReadMap(ref reader);
                }
                else if (!members.Return.TryReadCapacity(ref reader))
                {
                    reader.Skip();
                }
            }

            return members;
        }
    }
}
