using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Engine.Streams;

/// <summary>Makes a place in a shard to read from.</summary>
internal static class GetShardIterator
{
    public static string Execute(EngineState engine, in GetShardIteratorRequest request)
    {
        long number = Check(request);
        ChangeStream stream = engine.Streams.Find(request.StreamArn);
        Shard shard = stream.FindShard(request.ShardId) ?? throw StorageErrors.ShardNotFound();
        shard.Trim(engine.Streams.Horizon);
        return new ShardIterator(request.StreamArn, shard.Id, PlaceOf(shard, request.Type, number), engine.Streams.Now).Print();
    }

    private static long Check(in GetShardIteratorRequest request)
    {
        if (request.Type is ShardIteratorType.AtSequenceNumber or ShardIteratorType.AfterSequenceNumber)
        {
            return SequenceNumbers.TryParse(request.SequenceNumber, out long number) ? number : throw StorageErrors.SequenceNumberInvalid();
        }

        return request.SequenceNumber is null ? 0 : throw StorageErrors.SequenceNumberNotAllowed();
    }

    private static long PlaceOf(Shard shard, ShardIteratorType type, long number)
    {
        if (type is ShardIteratorType.TrimHorizon or ShardIteratorType.Latest)
        {
            return shard.PlaceOf(latest: type == ShardIteratorType.Latest);
        }

        shard.CheckNumber(number);
        return type == ShardIteratorType.AtSequenceNumber ? number : number + 1;
    }
}
