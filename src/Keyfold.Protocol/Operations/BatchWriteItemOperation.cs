using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>BatchWriteItem.</summary>
internal static class BatchWriteItemOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        BatchRules.Check(members.Tables, members.Return, Limits.BatchWriteRequestsMax, "BatchWriteItem");
        Dictionary<string, TableSchema> schemas = new(StringComparer.Ordinal);
        List<BatchWriteTable> writes = [];
        foreach (BatchWriteTableMembers table in members.Tables!)
        {
            TableSchema schema = await call.Schemas.GetSchemaAsync(table.TableName, cancellationToken).ConfigureAwait(false);
            schemas[table.TableName] = schema;
            writes.Add(new BatchWriteTable(table.TableName, table.ToWrites(schema.Key)));
        }

        BatchWriteItemResponse response = await call.Backend.BatchWriteItemAsync(
            new BatchWriteItemRequest
            {
                Tables = writes,
                ReturnConsumedCapacity = members.Return.Capacity,
                ReturnItemCollectionMetrics = members.Return.Metrics,
            },
            cancellationToken).ConfigureAwait(false);
        Write(call.Output, in response, schemas);
    }

    private static void Write(ResponseWriter output, in BatchWriteItemResponse response, Dictionary<string, TableSchema> schemas)
    {
        output.Json.WriteStartObject();
        output.Json.WriteStartObject("UnprocessedItems"u8);
        foreach (BatchWriteTable table in response.UnprocessedItems)
        {
            output.Json.WriteStartArray(table.TableName);
            foreach (BatchWrite write in table.Writes)
            {
                WriteAgain(output, in write, schemas[table.TableName].Key);
            }

            output.Json.WriteEndArray();
        }

        output.Json.WriteEndObject();
        CapacityWriter.Write(output, response.ItemCollectionMetrics, schemas);
        CapacityWriter.Write(output, response.ConsumedCapacity);
        output.Json.WriteEndObject();
    }

    private static void WriteAgain(ResponseWriter output, in BatchWrite write, KeySchema key)
    {
        output.Json.WriteStartObject();
        output.Json.WriteStartObject(write.IsPut ? "PutRequest"u8 : "DeleteRequest"u8);
        output.Json.WritePropertyName(write.IsPut ? "Item"u8 : "Key"u8);
        if (write.IsPut)
        {
            output.Item(write.Item);
        }
        else
        {
            output.Key(write.Key, key);
        }

        output.Json.WriteEndObject();
        output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        public List<BatchWriteTableMembers>? Tables { get; private set; }

        public ReturnOptions Return;

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("RequestItems"u8))
                {
                    members.Tables = BatchWriteTableMembers.ReadMap(ref reader);
                }
                else if (!members.Return.TryRead(ref reader))
                {
                    reader.Skip();
                }
            }

            return members;
        }
    }
}
