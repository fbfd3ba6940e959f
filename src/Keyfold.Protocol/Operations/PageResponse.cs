using Keyfold.Items;
using Keyfold.Protocol.Responses;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>The response of Query and Scan.</summary>
internal static class PageResponse
{
    public static void Write(
        ResponseWriter output, IReadOnlyList<ReadOnlyMemory<byte>>? items, int count, int scannedCount, Item? lastEvaluatedKey, ConsumedCapacity? capacity)
    {
        output.Json.WriteStartObject();
        if (items is not null)
        {
            output.Json.WritePropertyName("Items"u8);
            output.Items(items);
        }

        output.Json.WriteNumber("Count"u8, count);
        output.Json.WriteNumber("ScannedCount"u8, scannedCount);
        if (lastEvaluatedKey is not null)
        {
            output.Json.WritePropertyName("LastEvaluatedKey"u8);
            output.Item(lastEvaluatedKey);
        }

        CapacityWriter.Write(output, capacity);
        output.Json.WriteEndObject();
    }
}
