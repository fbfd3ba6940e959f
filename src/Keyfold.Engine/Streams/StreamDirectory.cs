using System.Globalization;
using Keyfold.Engine.Tables;
using Keyfold.Schema;
using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Engine.Streams;

/// <summary>
/// All streams of an engine, and the bounds of what they keep: the retention, and bytes. There is no timer: whoever appends or asks
/// lets go of what has become too old, the writer once a minute for all streams.
/// </summary>
internal sealed class StreamDirectory(EngineOptions options)
{
    private const int TrimmedAtOnce = 256;

    private static readonly long TrimInterval = (long)TimeSpan.FromMinutes(1).TotalMilliseconds;

    private readonly Lock _changes = new();
    private ChangeStream[] _streams = [];
    private long _bytes;
    private long _nextTrim;

    /// <summary>Now, in milliseconds since 1970.</summary>
    public long Now => options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The time before which everything is too old.</summary>
    public long Horizon => Now - (long)options.StreamRetention.TotalMilliseconds;

    /// <summary>Makes a stream. Its label is the time, moved on as long as the table has had a stream of that label.</summary>
    public ChangeStream Add(Table table, StreamViewType viewType)
    {
        lock (_changes)
        {
            DateTimeOffset createdAt = options.TimeProvider.GetUtcNow();
            StreamSummary names = NamesOf(table, createdAt);
            while (Array.Exists(_streams, stream => stream.Names == names))
            {
                createdAt += TimeSpan.FromMilliseconds(1);
                names = NamesOf(table, createdAt);
            }

            ChangeStream added = new(this, names, table, viewType, createdAt);
            ChangeStream[] streams = [.. _streams, added];
            Array.Sort(streams, static (left, right) => string.CompareOrdinal(left.Names.Arn, right.Names.Arn));
            Volatile.Write(ref _streams, streams);
            return added;
        }
    }

    /// <summary>The stream of a resource name.</summary>
    public ChangeStream Find(string arn)
    {
        ChangeStream? found = Array.Find(Volatile.Read(ref _streams), stream => string.Equals(stream.Names.Arn, arn, StringComparison.Ordinal));
        return found is null || found.IsGone(Horizon) ? throw StorageErrors.StreamNotFound(arn) : found;
    }

    /// <summary>The streams that can be read, in the order of their resource names.</summary>
    public ChangeStream[] Readable()
    {
        Trim();
        return Volatile.Read(ref _streams);
    }

    /// <summary>Counts a record that a shard has taken, and lets go of others when it is time.</summary>
    public void Appended(in ShardRecord record)
    {
        if (record.Time >= Volatile.Read(ref _nextTrim))
        {
            Volatile.Write(ref _nextTrim, record.Time + TrimInterval);
            Trim();
        }

        if (Interlocked.Add(ref _bytes, record.Bytes) > options.StreamBytesMax)
        {
            Shrink();
        }
    }

    /// <summary>Counts records that a shard has let go of.</summary>
    public void Trimmed(ReadOnlySpan<ShardRecord> records)
    {
        long bytes = 0;
        foreach (ref readonly ShardRecord record in records)
        {
            bytes += record.Bytes;
        }

        Interlocked.Add(ref _bytes, -bytes);
    }

    private void Trim()
    {
        long horizon = Horizon;
        bool isAnyGone = false;
        foreach (ChangeStream stream in Volatile.Read(ref _streams))
        {
            stream.Trim(horizon);
            isAnyGone |= stream.IsGone(horizon);
        }

        if (isAnyGone)
        {
            lock (_changes)
            {
                Volatile.Write(ref _streams, [.. _streams.Where(stream => !stream.IsGone(horizon))]);
            }
        }
    }

    /// <summary>Lets go of the oldest records, a sixteenth of all.</summary>
    private void Shrink()
    {
        long enough = options.StreamBytesMax - (options.StreamBytesMax / 16);
        while (Volatile.Read(ref _bytes) > enough && FindOldest() is { } shard)
        {
            shard.TrimOldest(TrimmedAtOnce);
        }
    }

    private Shard? FindOldest()
    {
        Shard? oldest = null;
        long oldestTime = long.MaxValue;
        foreach (ChangeStream stream in Volatile.Read(ref _streams))
        {
            foreach (Shard shard in stream.Shards)
            {
                if (shard.OldestTime is { } time && time < oldestTime)
                {
                    oldest = shard;
                    oldestTime = time;
                }
            }
        }

        return oldest;
    }

    private StreamSummary NamesOf(Table table, DateTimeOffset createdAt)
    {
        string label = createdAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
        return new StreamSummary($"{options.TableArn(table.Name)}/stream/{label}", table.Name, label);
    }
}
