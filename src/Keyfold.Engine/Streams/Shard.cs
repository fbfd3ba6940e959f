using System.Globalization;
using System.Runtime.InteropServices;
using Keyfold.Engine.Log;
using Keyfold.Storage;

namespace Keyfold.Engine.Streams;

/// <summary>
/// The records of one partition's life. Its writer holds the partition's lock, which puts records in the order of commits; readers and
/// the trimming of old records meet it at the shard's own lock, held for moments and inside no other lock of a shard.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="partitionId">The partition's id.</param>
/// <param name="parentId">The id of the shard of the partition that was split, if there was one.</param>
/// <param name="first">A number that no record will be below.</param>
/// <param name="time">Now, in milliseconds since 1970.</param>
internal sealed class Shard(ChangeStream stream, long partitionId, string? parentId, long first, long time)
{
    private readonly Lock _lock = new();
    private readonly List<ShardRecord> _records = [];

    // those before it are trimmed; the list lets go of them when they are half of it
    private int _start;
    private long _trimmed;
    private long _last = first - 1;
    private long? _closedAt;

    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"shardId-{time:D20}-{(uint)partitionId:x8}");

    public string? ParentId { get; } = parentId;

    public long First { get; } = first;

    /// <summary>The number of the last record of a closed shard; null while it is open.</summary>
    public long? Ending
    {
        get
        {
            lock (_lock)
            {
                return _closedAt is null ? null : Math.Max(First, _last);
            }
        }
    }

    /// <summary>When the oldest record was made, in milliseconds since 1970; null when there is none.</summary>
    public long? OldestTime
    {
        get
        {
            lock (_lock)
            {
                return _start == _records.Count ? null : _records[_start].Time;
            }
        }
    }

    /// <summary>Takes a change of a commit that is in the log. The caller holds the partition's lock.</summary>
    public void Append(long commit, int position, in CommitAction action, bool isExpiry)
    {
        if (stream.TryRecord(SequenceNumbers.Of(commit, position), action, isExpiry, out ShardRecord record))
        {
            lock (_lock)
            {
                Invariant.Holds(record.Number > _last && _closedAt is null);
                _last = record.Number;
                _records.Add(record);
            }

            stream.Streams.Appended(record);
        }
    }

    /// <summary>Closes the shard with its partition, whose lock the caller holds, and opens one for each half.</summary>
    public (Shard Lower, Shard Upper) Split(long lowerId, long upperId)
    {
        long now = stream.Streams.Now;
        Close(now);
        return (stream.Open(lowerId, Id, Math.Max(First, _last + 1), now), stream.Open(upperId, Id, Math.Max(First, _last + 1), now));
    }

    /// <summary>Closes the shard. The caller holds the partition's lock.</summary>
    public void Close(long time)
    {
        lock (_lock)
        {
            _closedAt = time;
        }
    }

    /// <summary>The number to read from for everything that is left, or for what is still to come.</summary>
    public long PlaceOf(bool latest)
    {
        lock (_lock)
        {
            return latest ? _last + 1 : Math.Max(First, _trimmed + 1);
        }
    }

    /// <summary>Fails if the shard cannot have a record of a number, or does not have it any more.</summary>
    public void CheckNumber(long number)
    {
        lock (_lock)
        {
            if (number < First || (_closedAt is not null && number > Math.Max(First, _last)))
            {
                throw StorageErrors.SequenceNumberInvalid();
            }

            CheckIsKept(number);
        }
    }

    /// <summary>Reads records from a number on.</summary>
    /// <param name="from">The number.</param>
    /// <param name="limit">How many records at most.</param>
    /// <param name="next">The number to go on from; null when the shard is closed and this is its end.</param>
    public ShardRecord[] Read(long from, int limit, out long? next)
    {
        lock (_lock)
        {
            CheckIsKept(from);
            ReadOnlySpan<ShardRecord> records = CollectionsMarshal.AsSpan(_records)[LowerBound(from)..];
            int count = 0;
            for (long bytes = 0; count < records.Length && count < limit; count++)
            {
                bytes += records[count].Size;
                if (count > 0 && bytes > Limits.PageBytesMax)
                {
                    break;
                }
            }

            next = count == 0 ? from : records[count - 1].Number + 1;
            if (_closedAt is not null && count == records.Length)
            {
                next = null;
            }

            return records[..count].ToArray();
        }
    }

    /// <summary>Lets go of records older than a time, in milliseconds since 1970.</summary>
    /// <returns>Whether the shard is closed since then, so that nothing is left of it.</returns>
    public bool Trim(long time)
    {
        lock (_lock)
        {
            int end = _start;
            while (end < _records.Count && _records[end].Time <= time)
            {
                end++;
            }

            TrimTo(end);
            return _closedAt <= time;
        }
    }

    /// <summary>Lets go of the oldest records.</summary>
    public void TrimOldest(int count)
    {
        lock (_lock)
        {
            TrimTo(Math.Min(_start + count, _records.Count));
        }
    }

    private void TrimTo(int end)
    {
        if (end == _start)
        {
            return;
        }

        Span<ShardRecord> trimmed = CollectionsMarshal.AsSpan(_records)[_start..end];
        _trimmed = trimmed[^1].Number;
        stream.Streams.Trimmed(trimmed);
        trimmed.Clear();
        _start = end;
        if (_start > _records.Count / 2)
        {
            _records.RemoveRange(0, _start);
            _start = 0;
        }
    }

    private void CheckIsKept(long number)
    {
        if (number <= _trimmed)
        {
            throw StorageErrors.DataTrimmed();
        }
    }

    private int LowerBound(long number)
    {
        int low = _start;
        int high = _records.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_records[middle].Number < number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
