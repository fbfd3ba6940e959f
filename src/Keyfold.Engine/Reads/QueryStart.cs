using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Keys;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Reads;

/// <summary>Where a Query that goes on starts.</summary>
internal static class QueryStart
{
    /// <summary>The part of a range that is behind the request's starting key, in the direction of the request.</summary>
    public static KeyBounds Narrow(KeyBounds bounds, ReadSource source, in KeyRange range, in QueryRequest request, KeyArena arena)
    {
        if (request.ExclusiveStartKey is not { } start)
        {
            return bounds;
        }

        if (!StartKeys.IsComplete(source, start))
        {
            throw StorageErrors.StartKeyInvalid();
        }

        if (!StartKeys.HasTypes(source, start))
        {
            throw StorageErrors.KeySchemaMismatch();
        }

        KeySlice key = source.WriteKey(new EncodedItem(ItemCodec.Encode(start, ItemEncoding.Binary)), arena, out ulong hash);
        if (hash == bounds.Hash && IsInside(bounds, key, arena))
        {
            return request.Descending ? bounds.EndingBefore(key) : bounds.StartingAfter(key, arena);
        }

        throw Outside(bounds, range, source, start, arena);
    }

    private static bool IsInside(in KeyBounds bounds, KeySlice key, KeyArena arena) =>
        arena[key].SequenceCompareTo(arena[bounds.Lower]) >= 0 && arena[key].SequenceCompareTo(arena[bounds.Upper]) < 0;

    /// <summary>Tells whether it is the sort key or the partition that does not fit.</summary>
    private static StorageException Outside(in KeyBounds bounds, in KeyRange range, ReadSource source, Item start, KeyArena arena)
    {
        if (range.Count == range.PartitionCount)
        {
            return StorageErrors.StartKeyOutsideQuery();
        }

        // the same key in the queried partition
        Item moved = start;
        for (int position = 0; position < range.PartitionCount; position++)
        {
            moved = moved.With(source.Key.Partition[position].Name, range.PartitionValue(position));
        }

        KeySlice key = source.WriteKey(new EncodedItem(ItemCodec.Encode(moved, ItemEncoding.Binary)), arena, out _);
        return IsInside(bounds, key, arena) ? StorageErrors.StartKeyOfSingleRow() : StorageErrors.StartKeyOutsideRange();
    }
}
