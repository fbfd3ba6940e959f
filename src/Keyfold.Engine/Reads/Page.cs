using Keyfold.Engine.Capacity;
using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Trees;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Reads;

/// <summary>
/// One page of a Query or Scan while it fills: entries are evaluated in order until as many as asked for, or 1 MB of them, have been.
/// Filtered ones count, and the one that crosses the mark is still in the page.
/// </summary>
internal sealed class Page(ReadSource source, ReadShape shape, int? limit, bool isConsistent)
{
    private const int RoomAtFirst = 16;

    private readonly List<ReadOnlyMemory<byte>>? _items = shape.CountsOnly ? null : new(Math.Min(limit ?? RoomAtFirst, RoomAtFirst));
    private long _bytes;
    private double _fetchUnits;
    private StoredItem _last;

    /// <summary>The entries that passed the filter; null when only their number was asked for.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Items => _items;

    public int Count { get; private set; }

    public int ScannedCount { get; private set; }

    /// <summary>Where the next page starts; null at the end.</summary>
    public Item? LastEvaluatedKey { get; private set; }

    /// <summary>Evaluates an entry.</summary>
    /// <param name="entry">The next entry in order.</param>
    /// <param name="version">The version of its partition.</param>
    /// <returns>False when the page was full before or is full now: it ends.</returns>
    public bool Take(StoredItem entry, PartitionVersion version)
    {
        // an entry is left, so a page of 1 MB has a next one
        if (_bytes >= Limits.PageBytesMax)
        {
            LastEvaluatedKey = StartKeys.Of(source, _last);
            return false;
        }

        _last = entry;
        _bytes += entry.Size;
        ScannedCount++;
        Evaluate(shape.Fetches ? Fetch(entry, version) : entry);
        if (ScannedCount != limit)
        {
            return true;
        }

        // nobody has looked whether anything is left
        LastEvaluatedKey = StartKeys.Of(source, entry);
        return false;
    }

    public ConsumedCapacity? Report(ReturnConsumedCapacity detail)
    {
        if (detail == ReturnConsumedCapacity.None)
        {
            return null;
        }

        CapacityReport report = new(source.Table.Name);
        double units = CapacityReport.ReadUnits(_bytes, isConsistent);
        if (source.Index is null)
        {
            report.AddTable(units);
        }
        else
        {
            report.AddIndex(source.Index, units);
            report.AddTable(_fetchUnits);
        }

        return report.ToResponse(detail);
    }

    private void Evaluate(StoredItem item)
    {
        if (shape.Filter is not null && !ConditionEvaluator.Holds(shape.Filter, item.Encoded))
        {
            return;
        }

        Count++;
        _items?.Add(shape.Projection is null ? item.Memory : Projector.Project(shape.Projection, item.Encoded));
    }

    /// <summary>The item of a local index's entry, from the same version of the partition.</summary>
    private StoredItem Fetch(StoredItem entry, PartitionVersion version)
    {
        using KeyArena arena = KeyArena.Rent();
        KeySlice key = source.Table.WriteKey(new EncodedItem(entry.Encoded), arena, out ulong hash);
        StoredItem item = version.Items.Find(new TreeKey(hash, arena[key]));
        _fetchUnits += CapacityReport.ReadUnits(item.Size, isConsistent);
        return item;
    }
}
