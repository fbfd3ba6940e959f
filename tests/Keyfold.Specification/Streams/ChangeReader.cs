using Keyfold.Streams;

namespace Keyfold.Specification.Streams;

/// <summary>Reads streams as an application does: shard by shard, parents before their children, page by page.</summary>
public sealed class ChangeReader(IChangeFeed feed)
{
    /// <summary>The stream that a table got last.</summary>
    public async Task<string> StreamOf(string tableName) =>
        (await feed.ListStreamsAsync(new ListStreamsRequest { TableName = tableName })).Streams.MaxBy(stream => stream.Label, StringComparer.Ordinal)!.Arn;

    /// <summary>All shards of a stream.</summary>
    public async Task<IReadOnlyList<StreamShard>> Shards(string stream, int? limit = null)
    {
        List<StreamShard> shards = [];
        string? start = null;
        do
        {
            StreamDescription page = await feed.DescribeStreamAsync(
                new DescribeStreamRequest { StreamArn = stream, Limit = limit, ExclusiveStartShardId = start });
            shards.AddRange(page.Shards);
            start = page.LastEvaluatedShardId;
        }
        while (start is not null);
        return shards;
    }

    /// <summary>All records of a stream.</summary>
    public async Task<IReadOnlyList<StreamRecord>> ReadAll(string stream, int? limit = null)
    {
        List<StreamRecord> records = [];
        foreach (StreamShard shard in await Shards(stream))
        {
            records.AddRange(await Read(stream, shard.Id, limit));
        }

        return records;
    }

    /// <summary>The records that a shard has now.</summary>
    public async Task<IReadOnlyList<StreamRecord>> Read(string stream, string shardId, int? limit = null)
    {
        List<StreamRecord> records = [];
        string? iterator = await Iterator(stream, shardId, ShardIteratorType.TrimHorizon);
        while (iterator is not null)
        {
            GetRecordsResponse page = await feed.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator, Limit = limit });
            records.AddRange(page.Records);
            iterator = page.Records.Count == 0 ? null : page.NextShardIterator;
        }

        return records;
    }

    /// <summary>A place in a shard.</summary>
    public async Task<string> Iterator(string stream, string shardId, ShardIteratorType type, string? sequenceNumber = null) =>
        await feed.GetShardIteratorAsync(new GetShardIteratorRequest { StreamArn = stream, ShardId = shardId, Type = type, SequenceNumber = sequenceNumber });
}
