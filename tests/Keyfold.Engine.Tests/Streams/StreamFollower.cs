using Keyfold.Specification.Streams;
using Keyfold.Streams;

namespace Keyfold.Engine.Tests.Streams;

/// <summary>Follows a stream as applications do: a shard is begun when its parent has been read to its end.</summary>
internal sealed class StreamFollower(IChangeFeed feed, string stream)
{
    private readonly ChangeReader _reader = new(feed);
    private readonly Dictionary<string, string?> _places = new(StringComparer.Ordinal);

    /// <summary>What is new, up to the end of every shard.</summary>
    public async Task<IReadOnlyList<StreamRecord>> Next()
    {
        List<StreamRecord> records = [];
        bool isAnyDue;
        do
        {
            isAnyDue = false;
            foreach (StreamShard shard in await _reader.Shards(stream))
            {
                isAnyDue |= await TryBegin(shard);
            }

            foreach (string shard in _places.Keys.ToArray())
            {
                // the end of one shard is the turn of others
                isAnyDue |= await TryReadToEnd(shard, records);
            }
        }
        while (isAnyDue);
        return records;
    }

    private async Task<bool> TryBegin(StreamShard shard)
    {
        bool isDue = shard.ParentId is null || (_places.TryGetValue(shard.ParentId, out string? parent) && parent is null);
        if (!isDue || _places.ContainsKey(shard.Id))
        {
            return false;
        }

        _places.Add(shard.Id, await _reader.Iterator(stream, shard.Id, ShardIteratorType.TrimHorizon));
        return true;
    }

    private async Task<bool> TryReadToEnd(string shard, List<StreamRecord> records)
    {
        while (_places[shard] is { } place)
        {
            GetRecordsResponse page = await feed.GetRecordsAsync(new GetRecordsRequest { ShardIterator = place, Limit = 5 });
            records.AddRange(page.Records);
            _places[shard] = page.NextShardIterator;
            if (page.NextShardIterator is null)
            {
                return true;
            }

            if (page.Records.Count == 0)
            {
                return false;
            }
        }

        return false;
    }
}
