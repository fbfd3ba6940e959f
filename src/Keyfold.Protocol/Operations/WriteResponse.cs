using Keyfold.Protocol.Responses;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>The response of PutItem, UpdateItem and DeleteItem.</summary>
internal static class WriteResponse
{
    public static void Write(
        ResponseWriter output, ReadOnlyMemory<byte> attributes, ConsumedCapacity? capacity, ItemCollectionMetrics? metrics, KeySchema key)
    {
        output.Json.WriteStartObject();
        output.OptionalItem("Attributes"u8, attributes);
        CapacityWriter.Write(output, capacity);
        CapacityWriter.Write(output, metrics, key.Partition[0].Name);
        output.Json.WriteEndObject();
    }
}
