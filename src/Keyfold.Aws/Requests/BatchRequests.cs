using Keyfold.Aws.Transport;
using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold.Aws.Requests;

/// <summary>The bodies of batches. Specified by BatchGetItem and BatchWriteItem of the Amazon DynamoDB API reference.</summary>
internal static class BatchRequests
{
    public static void Write(RequestBuffer body, DeclaredTables tables, in BatchGetItemRequest request, bool consistent)
    {
        ReadOnlySpan<byte> separator = "{\"RequestItems\":{"u8;
        foreach (BatchGetTable reads in request.Tables)
        {
            body.Raw(separator);
            separator = ","u8;
            DeclaredTable table = tables[reads.TableName];
            body.Text(table.Utf8Name);
            WriteKeys(body, table, reads.Keys);
            OptionMembers.ConsistentRead(body, reads.ConsistentRead || consistent);
            ExpressionMembers.Projection(body, reads.Projection);
            ExpressionMembers.Placeholders(body);
            body.Raw("}"u8);
        }

        body.Raw(request.Tables.Count == 0 ? "{\"RequestItems\":{}"u8 : "}"u8);
        OptionMembers.Capacity(body, request.ReturnConsumedCapacity);
        body.Raw("}"u8);
    }

    public static void Write(RequestBuffer body, DeclaredTables tables, in BatchWriteItemRequest request)
    {
        ReadOnlySpan<byte> separator = "{\"RequestItems\":{"u8;
        foreach (BatchWriteTable writes in request.Tables)
        {
            body.Raw(separator);
            separator = ","u8;
            tables.WriteName(body, writes.TableName);
            WriteWrites(body, tables, writes);
        }

        body.Raw(request.Tables.Count == 0 ? "{\"RequestItems\":{}"u8 : "}"u8);
        OptionMembers.Capacity(body, request.ReturnConsumedCapacity);
        body.Raw("}"u8);
    }

    private static void WriteKeys(RequestBuffer body, DeclaredTable table, IReadOnlyList<ItemKey> keys)
    {
        body.Raw(":{\"Keys\":["u8);
        for (int i = 0; i < keys.Count; i++)
        {
            body.Raw(i == 0 ? default : ","u8);
            table.WriteKey(body, keys[i]);
        }

        body.Raw("]"u8);
    }

    private static void WriteWrites(RequestBuffer body, DeclaredTables tables, BatchWriteTable writes)
    {
        body.Raw(":["u8);
        for (int i = 0; i < writes.Writes.Count; i++)
        {
            body.Raw(i == 0 ? default : ","u8);
            BatchWrite write = writes.Writes[i];
            if (write.IsPut)
            {
                body.Raw("{\"PutRequest\":{\"Item\":"u8);
                body.Raw(write.Item.Span);
            }
            else
            {
                body.Raw("{\"DeleteRequest\":{\"Key\":"u8);
                tables[writes.TableName].WriteKey(body, write.Key);
            }

            body.Raw("}}"u8);
        }

        body.Raw("]"u8);
    }
}
