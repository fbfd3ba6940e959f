using Keyfold.Aws.Transport;
using Keyfold.Storage;

namespace Keyfold.Aws.Responses;

/// <summary>Reads the answers to requests on one item.</summary>
internal static class ItemResponses
{
    public static GetItemResponse ReadGet(ResponseBody body)
    {
        ReadOnlyMemory<byte> item = default;
        ConsumedCapacity? capacity = null;
        var members = new JsonMembers(body.Span);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Item"u8))
            {
                item = body.Memory.Slice(members.Value.Start, members.Value.Length);
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = CapacityReading.Read(members.ValueSpan);
            }
        }

        return new GetItemResponse { Item = item, ConsumedCapacity = capacity, Lease = body };
    }

    public static PutItemResponse ReadPut(ResponseBody body)
    {
        WriteAnswer answer = ReadWrite(body);
        return new PutItemResponse { Attributes = answer.Attributes, ConsumedCapacity = answer.Capacity, ItemCollectionMetrics = answer.Metrics };
    }

    public static UpdateItemResponse ReadUpdate(ResponseBody body)
    {
        WriteAnswer answer = ReadWrite(body);
        return new UpdateItemResponse { Attributes = answer.Attributes, ConsumedCapacity = answer.Capacity, ItemCollectionMetrics = answer.Metrics };
    }

    public static DeleteItemResponse ReadDelete(ResponseBody body)
    {
        WriteAnswer answer = ReadWrite(body);
        return new DeleteItemResponse { Attributes = answer.Attributes, ConsumedCapacity = answer.Capacity, ItemCollectionMetrics = answer.Metrics };
    }

    private static WriteAnswer ReadWrite(ResponseBody body)
    {
        byte[]? attributes = null;
        ConsumedCapacity? capacity = null;
        ItemCollectionMetrics? metrics = null;
        var members = new JsonMembers(body.Span);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Attributes"u8))
            {
                attributes = members.ValueSpan.ToArray();
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                capacity = CapacityReading.Read(members.ValueSpan);
            }
            else if (name.SequenceEqual("ItemCollectionMetrics"u8))
            {
                metrics = CapacityReading.ReadMetrics(members.ValueSpan);
            }
        }

        body.Dispose();
        return new WriteAnswer(attributes, capacity, metrics);
    }

    private readonly record struct WriteAnswer(ReadOnlyMemory<byte> Attributes, ConsumedCapacity? Capacity, ItemCollectionMetrics? Metrics);
}
