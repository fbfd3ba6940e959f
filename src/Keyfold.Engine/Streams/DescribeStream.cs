using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Engine.Streams;

/// <summary>Describes a stream and a page of its shards.</summary>
internal static class DescribeStream
{
    public static StreamDescription Execute(EngineState engine, in DescribeStreamRequest request)
    {
        int limit = request.Limit ?? Limits.ShardsDescribedMax;
        Check(limit);
        ChangeStream stream = engine.Streams.Find(request.StreamArn);
        stream.Trim(engine.Streams.Horizon);
        List<StreamShard> shards = [];
        string? last = null;
        foreach (Shard shard in stream.Shards)
        {
            if (!IsListed(shard, request))
            {
                continue;
            }

            if (shards.Count == limit)
            {
                last = shards[^1].Id;
                break;
            }

            shards.Add(Describe(shard));
        }

        StreamStatus status = stream.IsEnabled ? StreamStatus.Enabled : StreamStatus.Disabled;
        return new StreamDescription(stream.Names, status, stream.ViewType, stream.CreatedAt, stream.Key, shards, last);
    }

    private static void Check(int limit)
    {
        if (limit < 1)
        {
            throw StorageErrors.LimitTooSmall(limit);
        }

        if (limit > Limits.ShardsDescribedMax)
        {
            throw StorageErrors.ShardsLimitTooLarge();
        }
    }

    private static bool IsListed(Shard shard, in DescribeStreamRequest request) =>
        (request.ExclusiveStartShardId is null || string.CompareOrdinal(shard.Id, request.ExclusiveStartShardId) > 0)
        && (request.ParentShardId is null || string.Equals(shard.ParentId, request.ParentShardId, StringComparison.Ordinal));

    private static StreamShard Describe(Shard shard) =>
        new(shard.Id, shard.ParentId, SequenceNumbers.Print(shard.First), shard.Ending is { } ending ? SequenceNumbers.Print(ending) : null);
}
