using Keyfold.Items;
using Keyfold.Streams;

namespace Keyfold.Specification.Streams;

/// <summary>What a stream's record says of an item, without what differs from run to run.</summary>
public sealed record Change(ChangeKind Kind, Item Keys, Item? Old, Item? New)
{
    /// <summary>What a record says.</summary>
    public static Change Of(StreamRecord record) => new(record.Kind, Decode(record.Keys)!, Decode(record.OldImage), Decode(record.NewImage));

    private static Item? Decode(ReadOnlyMemory<byte> item) => item.IsEmpty ? null : ItemCodec.Decode(item.Span, ItemEncoding.Binary);
}
