using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Keys;
using Keyfold.Engine.Log;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Streams;

namespace Keyfold.Engine.Streams;

/// <summary>A stream of a table: what its records show, and its shards. It outlives being switched off and the table.</summary>
internal sealed class ChangeStream
{
    private readonly Lock _lock = new();
    private readonly KeyPart[] _keyParts;
    private readonly AttributeSelection _keyNames;
    private Shard[] _shards = [];
    private long _disabledAt = long.MaxValue;

    public ChangeStream(StreamDirectory streams, StreamSummary names, Table table, StreamViewType viewType, DateTimeOffset createdAt)
    {
        Streams = streams;
        Names = names;
        Key = table.Schema.Key;
        ViewType = viewType;
        CreatedAt = createdAt;
        _keyParts = table.Key.Parts;
        _keyNames = new AttributeSelection(_keyParts.Select(part => part.Name));
    }

    public StreamDirectory Streams { get; }

    public StreamSummary Names { get; }

    public KeySchema Key { get; }

    public StreamViewType ViewType { get; }

    public DateTimeOffset CreatedAt { get; }

    public bool IsEnabled => Volatile.Read(ref _disabledAt) == long.MaxValue;

    /// <summary>The shards in the order of their ids; the array never changes.</summary>
    public ReadOnlySpan<Shard> Shards => Volatile.Read(ref _shards);

    private bool ShowsBefore => ViewType is StreamViewType.OldImage or StreamViewType.NewAndOldImages;

    private bool ShowsAfter => ViewType is StreamViewType.NewImage or StreamViewType.NewAndOldImages;

    public Shard? FindShard(string id)
    {
        foreach (Shard shard in Shards)
        {
            if (string.Equals(shard.Id, id, StringComparison.Ordinal))
            {
                return shard;
            }
        }

        return null;
    }

    /// <summary>Opens a shard for a partition, whose lock the caller holds.</summary>
    public Shard Open(long partitionId, string? parentId, long first, long time)
    {
        Shard shard = new(this, partitionId, parentId, first, time);
        lock (_lock)
        {
            // nearly always the last place
            int place = _shards.Length;
            while (place > 0 && string.CompareOrdinal(_shards[place - 1].Id, shard.Id) > 0)
            {
                place--;
            }

            Volatile.Write(ref _shards, [.. _shards.AsSpan(0, place), shard, .. _shards.AsSpan(place)]);
        }

        return shard;
    }

    /// <summary>Notes that no shard will take records any more.</summary>
    public void Disable(long time) => Volatile.Write(ref _disabledAt, time);

    /// <summary>Whether the stream has been off since a time, so that nothing is left of it.</summary>
    public bool IsGone(long time) => Volatile.Read(ref _disabledAt) <= time;

    /// <summary>Lets go of what is older than a time, in milliseconds since 1970.</summary>
    public void Trim(long time)
    {
        List<Shard>? gone = null;
        foreach (Shard shard in Shards)
        {
            if (shard.Trim(time))
            {
                (gone ??= []).Add(shard);
            }
        }

        if (gone is not null)
        {
            lock (_lock)
            {
                Volatile.Write(ref _shards, [.. _shards.Where(shard => !gone.Contains(shard))]);
            }
        }
    }

    /// <summary>What a shard keeps of a change; false if the item stays equal, however it was written.</summary>
    public bool TryRecord(long number, in CommitAction action, bool isExpiry, out ShardRecord record)
    {
        (StoredItem before, StoredItem after) = (action.Before, action.After);
        if (before.Encoded.SequenceEqual(after.Encoded))
        {
            record = default;
            return false;
        }

        ChangeKind kind = before.Exists ? after.Exists ? ChangeKind.Modify : ChangeKind.Remove : ChangeKind.Insert;
        StoredItem shownBefore = ShowsBefore ? before : StoredItem.None;
        StoredItem shownAfter = ShowsAfter ? after : StoredItem.None;
        byte[]? keys = shownBefore.Exists || shownAfter.Exists ? null : KeysOf((after.Exists ? after : before).Encoded);
        int size = KeySizeOf(after.Exists ? after : before) + shownBefore.Size + shownAfter.Size;
        record = new ShardRecord(number, Streams.Now, kind, isExpiry, size, keys, shownBefore.Record, shownAfter.Record);
        return true;
    }

    /// <summary>A record's keys as an encoded item.</summary>
    public byte[] KeysOf(in ShardRecord record) => record.Keys ?? KeysOf(record.After ?? record.Before);

    private byte[] KeysOf(ReadOnlySpan<byte> item) => Projector.Project(_keyNames, item);

    private int KeySizeOf(StoredItem item)
    {
        int size = 0;
        foreach (KeyPart part in _keyParts)
        {
            bool found = new EncodedItem(item.Encoded).TryFind(part.Utf8Name, out EncodedValue value);
            Invariant.Holds(found);
            size += part.Utf8Name.Length + value.Size;
        }

        return size;
    }
}
