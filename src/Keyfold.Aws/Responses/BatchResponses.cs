using System.Text;
using Keyfold.Aws.Requests;
using Keyfold.Aws.Transport;
using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold.Aws.Responses;

/// <summary>Reads the answers to batches. Their items stay in the body's memory, which the garbage collector takes.</summary>
internal static class BatchResponses
{
    public static BatchGetItemResponse ReadGet(ResponseBody body, in BatchGetItemRequest request, DeclaredTables tables)
    {
        var found = new List<ReadOnlyMemory<byte>>[request.Tables.Count];
        List<BatchGetTable> unprocessed = [];
        Sequence<ConsumedCapacity> capacity = default;
        var members = new JsonMembers(body.Span);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Responses"u8))
            {
                ReadItems(body, members.Value.Start, request, found);
            }
            else if (name.SequenceEqual("UnprocessedKeys"u8))
            {
                ReadUnprocessed(members.ValueSpan, request, tables, unprocessed);
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = CapacityReading.ReadAll(members.ValueSpan);
            }
        }

        return new BatchGetItemResponse
        {
            Tables = [.. request.Tables.Select((table, i) => new BatchGetResult(table.TableName, found[i] ?? []))],
            UnprocessedKeys = unprocessed,
            ConsumedCapacity = capacity,
        };
    }

    public static BatchWriteItemResponse ReadWrite(ResponseBody body, DeclaredTables tables)
    {
        List<BatchWriteTable> unprocessed = [];
        Sequence<ConsumedCapacity> capacity = default;
        var members = new JsonMembers(body.Span);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("UnprocessedItems"u8))
            {
                var byTable = new JsonMembers(members.ValueSpan);
                while (byTable.Next(out ReadOnlySpan<byte> tableName))
                {
                    string table = Encoding.UTF8.GetString(tableName);
                    unprocessed.Add(new BatchWriteTable(table, ReadWrites(byTable.ValueSpan, table, tables)));
                }
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = CapacityReading.ReadAll(members.ValueSpan);
            }
        }

        body.Dispose();
        return new BatchWriteItemResponse { UnprocessedItems = unprocessed, ConsumedCapacity = capacity };
    }

    private static void ReadItems(ResponseBody body, int start, in BatchGetItemRequest request, List<ReadOnlyMemory<byte>>[] found)
    {
        var byTable = new JsonMembers(body.Span[start..]);
        while (byTable.Next(out ReadOnlySpan<byte> tableName))
        {
            int position = PositionOf(request, tableName);
            found[position] ??= new List<ReadOnlyMemory<byte>>(request.Tables[position].Keys.Count);
            int listStart = start + byTable.Value.Start;
            var items = new JsonMembers(byTable.ValueSpan);
            while (items.Next())
            {
                found[position].Add(body.Memory.Slice(listStart + items.Value.Start, items.Value.Length));
            }
        }
    }

    private static void ReadUnprocessed(ReadOnlySpan<byte> json, in BatchGetItemRequest request, DeclaredTables tables, List<BatchGetTable> unprocessed)
    {
        var byTable = new JsonMembers(json);
        while (byTable.Next(out ReadOnlySpan<byte> tableName))
        {
            BatchGetTable asked = request.Tables[PositionOf(request, tableName)];
            List<ItemKey> keys = [];
            var members = new JsonMembers(byTable.ValueSpan);
            while (members.Next(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("Keys"u8))
                {
                    ReadKeys(members.ValueSpan, tables[asked.TableName], keys);
                }
            }

            unprocessed.Add(asked with { Keys = keys });
        }
    }

    private static void ReadKeys(ReadOnlySpan<byte> json, DeclaredTable table, List<ItemKey> keys)
    {
        var elements = new JsonMembers(json);
        while (elements.Next())
        {
            keys.Add(KeyReading.Read(elements.ValueSpan, table.Schema.Key));
        }
    }

    private static List<BatchWrite> ReadWrites(ReadOnlySpan<byte> json, string tableName, DeclaredTables tables)
    {
        List<BatchWrite> writes = [];
        var elements = new JsonMembers(json);
        while (elements.Next())
        {
            var request = new JsonMembers(elements.ValueSpan);
            while (request.Next(out ReadOnlySpan<byte> kind))
            {
                bool isPut = kind.SequenceEqual("PutRequest"u8);
                var content = new JsonMembers(request.ValueSpan);
                while (content.Next(out _))
                {
                    writes.Add(isPut
                        ? BatchWrite.Put(content.ValueSpan.ToArray())
                        : BatchWrite.Delete(KeyReading.Read(content.ValueSpan, tables[tableName].Schema.Key)));
                }
            }
        }

        return writes;
    }

    private static int PositionOf(in BatchGetItemRequest request, ReadOnlySpan<byte> utf8TableName)
    {
        for (int i = 0; i < request.Tables.Count; i++)
        {
            if (utf8TableName.SequenceEqual(Encoding.UTF8.GetBytes(request.Tables[i].TableName)))
            {
                return i;
            }
        }

        throw JsonMembers.Unreadable();
    }
}
