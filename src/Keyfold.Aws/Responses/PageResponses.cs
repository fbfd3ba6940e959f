using Keyfold.Aws.Transport;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Aws.Responses;

/// <summary>Reads pages of items.</summary>
internal static class PageResponses
{
    public static QueryResponse ReadQuery(ResponseBody body, Select select)
    {
        PageAnswer page = Read(body, select);
        return new QueryResponse
        {
            Items = page.Items,
            Count = page.Count,
            ScannedCount = page.ScannedCount,
            LastEvaluatedKey = page.LastKey,
            ConsumedCapacity = page.Capacity,
            Lease = page.Items,
        };
    }

    public static ScanResponse ReadScan(ResponseBody body, Select select)
    {
        PageAnswer page = Read(body, select);
        return new ScanResponse
        {
            Items = page.Items,
            Count = page.Count,
            ScannedCount = page.ScannedCount,
            LastEvaluatedKey = page.LastKey,
            ConsumedCapacity = page.Capacity,
            Lease = page.Items,
        };
    }

    private static PageAnswer Read(ResponseBody body, Select select)
    {
        PageAnswer page = default;
        var members = new JsonMembers(body.Span);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Items"u8))
            {
                page.Items = new PageItems(body, members.Value.Start, members.Value.Length);
            }
            else if (name.SequenceEqual("Count"u8))
            {
                page.Count = (int)CapacityReading.Number(members.ValueSpan);
            }
            else if (name.SequenceEqual("ScannedCount"u8))
            {
                page.ScannedCount = (int)CapacityReading.Number(members.ValueSpan);
            }
            else if (name.SequenceEqual("LastEvaluatedKey"u8))
            {
                page.LastKey = ItemCodec.Decode(members.ValueSpan, ItemEncoding.Json);
            }
            else if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                page.Capacity = CapacityReading.Read(members.ValueSpan);
            }
        }

        return page.Items is not null || select == Select.Count ? page : throw JsonMembers.Unreadable();
    }

    private struct PageAnswer
    {
        public PageItems? Items;
        public int Count;
        public int ScannedCount;
        public Item? LastKey;
        public ConsumedCapacity? Capacity;
    }
}
