using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Reads;
using Keyfold.Engine.Trees;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>
/// Reads one page of a table or index, or of a segment of it, in the order of hashes: partition after partition, each as it is when the
/// page comes to it. The place in the order, not the partition, is what one page hands to the next, so that splits do not matter.
/// </summary>
internal static class Scan
{
    public static ScanResponse Execute(EngineState engine, in ScanRequest request)
    {
        ReadRules.CheckLimit(request.Limit);
        ReadRules.CheckSegments(request.Segment, request.TotalSegments);
        ReadShape.CheckSelect(request.Select, request.Projection, request.IndexName is not null);
        RequestExpressions.CheckFilter(request.Filter);
        RequestExpressions.Check(request.Projection);
        ReadSource source = ReadSource.Find(engine, request.TableName, request.IndexName, request.ConsistentRead);
        ReadShape.CheckPaths(source, request.Projection, request.Filter);
        ReadShape shape = ReadShape.Of(source, request.Select, request.Projection, request.Filter);
        Segment segment = request is { Segment: { } number, TotalSegments: { } total } ? Segment.Of(number, total) : Segment.Whole;

        using KeyArena arena = KeyArena.Rent();
        KeySlice start = FindStart(request, source, segment, arena, out ulong hash);
        Page page = new(source, shape, request.Limit, request.ConsistentRead);
        Fill(page, source, hash, arena[start], segment.LastHash);
        return new ScanResponse
        {
            Items = page.Items,
            Count = page.Count,
            ScannedCount = page.ScannedCount,
            LastEvaluatedKey = page.LastEvaluatedKey,
            ConsumedCapacity = page.Report(request.ReturnConsumedCapacity),
        };
    }

    private static KeySlice FindStart(in ScanRequest request, ReadSource source, Segment segment, KeyArena arena, out ulong hash)
    {
        hash = segment.FirstHash;
        if (request.ExclusiveStartKey is not { } start)
        {
            return default;
        }

        if (!StartKeys.IsComplete(source, start) || !StartKeys.HasTypes(source, start))
        {
            throw source.Index is null ? StorageErrors.StartKeySchemaMismatch() : StorageErrors.StartKeyInvalid();
        }

        KeySlice key = source.WriteKey(new EncodedItem(ItemCodec.Encode(start, ItemEncoding.Binary)), arena, out hash);
        return segment.Contains(hash)
            ? arena.After(key)
            : throw StorageErrors.StartKeyOutsideSegment(request.TotalSegments!.Value, request.Segment!.Value);
    }

    private static void Fill(Page page, ReadSource source, ulong hash, ReadOnlySpan<byte> start, ulong lastHash)
    {
        while (true)
        {
            Partition partition = source.Partitions.Find(hash);
            PartitionVersion version = partition.Visible;
            TreeCursor cursor = new(source.EntriesOf(version), new TreeKey(hash, start));
            while (cursor.MoveNext() && cursor.Hash <= lastHash)
            {
                if (!page.Take(cursor.Item, version))
                {
                    return;
                }
            }

            if (partition.LastHash >= lastHash)
            {
                return;
            }

            hash = partition.LastHash + 1;
            start = default;
        }
    }
}
