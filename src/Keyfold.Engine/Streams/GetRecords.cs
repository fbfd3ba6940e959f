using System.Security.Cryptography;
using System.Text;
using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Engine.Streams;

/// <summary>Reads records.</summary>
internal static class GetRecords
{
    private const int EventIdBytes = 16;

    public static GetRecordsResponse Execute(EngineState engine, in GetRecordsRequest request)
    {
        int limit = request.Limit ?? Limits.StreamRecordsMax;
        Check(limit);
        ShardIterator place = ShardIterator.Parse(request.ShardIterator);
        long now = engine.Streams.Now;
        if (now - place.Time > Limits.ShardIteratorLifetime.TotalMilliseconds)
        {
            throw StorageErrors.ShardIteratorExpired();
        }

        ChangeStream stream = engine.Streams.Find(place.StreamArn);
        Shard shard = stream.FindShard(place.ShardId) ?? throw StorageErrors.ShardNotFound();
        shard.Trim(engine.Streams.Horizon);
        string region = engine.Options.Region;
        ShardRecord[] records = shard.Read(place.Number, limit, out long? next);
        return new GetRecordsResponse
        {
            Records = Array.ConvertAll(records, record => Show(stream, record, region)),
            NextShardIterator = next is { } number ? (place with { Number = number, Time = now }).Print() : null,
        };
    }

    private static void Check(int limit)
    {
        if (limit < 1)
        {
            throw StorageErrors.LimitTooSmall(limit);
        }

        if (limit > Limits.StreamRecordsMax)
        {
            throw StorageErrors.RecordsLimitTooLarge();
        }
    }

    private static StreamRecord Show(ChangeStream stream, ShardRecord record, string region)
    {
        string number = SequenceNumbers.Print(record.Number);
        return new StreamRecord
        {
            EventId = EventIdOf(stream.Names.Arn, number),
            Kind = record.Kind,
            Region = region,
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(record.Time / 1000),
            Keys = stream.KeysOf(record),
            OldImage = record.Before,
            NewImage = record.After,
            SequenceNumber = number,
            SizeBytes = record.Size,
            ViewType = stream.ViewType,
            UserIdentity = record.IsExpiry ? UserIdentity.TimeToLive : null,
        };
    }

    // a record has one id however often it is read, and nobody has to keep it
    private static string EventIdOf(string streamArn, string number) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{streamArn}|{number}")).AsSpan(0, EventIdBytes));
}
