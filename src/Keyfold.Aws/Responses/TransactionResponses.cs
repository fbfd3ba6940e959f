using Keyfold.Aws.Transport;
using Keyfold.Storage;

namespace Keyfold.Aws.Responses;

/// <summary>Reads the answers to transactions.</summary>
internal static class TransactionResponses
{
    public static TransactGetItemsResponse ReadGet(ResponseBody body)
    {
        List<ReadOnlyMemory<byte>> items = [];
        Sequence<ConsumedCapacity> capacity = default;
        var members = new JsonMembers(body.Span);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Responses"u8))
            {
                ReadItems(body, members.Value.Start, items);
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = CapacityReading.ReadAll(members.ValueSpan);
            }
        }

        return new TransactGetItemsResponse { Items = items, ConsumedCapacity = capacity };
    }

    public static TransactWriteItemsResponse ReadWrite(ResponseBody body)
    {
        Sequence<ConsumedCapacity> capacity = default;
        var members = new JsonMembers(body.Span);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            capacity = name.SequenceEqual("ConsumedCapacity"u8) ? CapacityReading.ReadAll(members.ValueSpan) : capacity;
        }

        body.Dispose();
        return new TransactWriteItemsResponse { ConsumedCapacity = capacity };
    }

    /// <summary>Each response is an object with the item, or an empty one.</summary>
    private static void ReadItems(ResponseBody body, int start, List<ReadOnlyMemory<byte>> items)
    {
        var responses = new JsonMembers(body.Span[start..]);
        while (responses.Next())
        {
            int responseStart = start + responses.Value.Start;
            ReadOnlyMemory<byte> item = default;
            var members = new JsonMembers(responses.ValueSpan);
            while (members.Next(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("Item"u8))
                {
                    item = body.Memory.Slice(responseStart + members.Value.Start, members.Value.Length);
                }
            }

            items.Add(item);
        }
    }
}
