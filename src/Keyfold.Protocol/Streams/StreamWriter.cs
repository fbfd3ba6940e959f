using Keyfold.Protocol.Responses;
using Keyfold.Protocol.Tables;
using Keyfold.Schema;
using Keyfold.Streams;

namespace Keyfold.Protocol.Streams;

/// <summary>Writes streams and their shards.</summary>
internal static class StreamWriter
{
    /// <summary>Writes a whole description.</summary>
    public static void Write(ResponseWriter output, StreamDescription stream)
    {
        output.Json.WriteStartObject();
        WriteNames(output, stream.Stream);
        output.Json.WriteString("StreamStatus"u8, stream.Status.ToString().ToUpperInvariant());
        output.Json.WriteString("StreamViewType"u8, NameOf(stream.ViewType));
        output.Json.WriteNumber("CreationRequestDateTime"u8, stream.CreatedAt.ToUnixTimeMilliseconds() / 1000m);
        TableWriter.WriteKey(output, stream.Key);
        output.Json.WriteStartArray("Shards"u8);
        foreach (StreamShard shard in stream.Shards)
        {
            Write(output, shard);
        }

        output.Json.WriteEndArray();
        if (stream.LastEvaluatedShardId is not null)
        {
            output.Json.WriteString("LastEvaluatedShardId"u8, stream.LastEvaluatedShardId);
        }

        output.Json.WriteEndObject();
    }

    /// <summary>Writes the members that name a stream.</summary>
    public static void WriteNames(ResponseWriter output, StreamSummary stream)
    {
        output.Json.WriteString("StreamArn"u8, stream.Arn);
        output.Json.WriteString("TableName"u8, stream.TableName);
        output.Json.WriteString("StreamLabel"u8, stream.Label);
    }

    /// <summary>DynamoDB's word for a view.</summary>
    public static ReadOnlySpan<byte> NameOf(StreamViewType viewType) => viewType switch
    {
        StreamViewType.KeysOnly => "KEYS_ONLY"u8,
        StreamViewType.NewImage => "NEW_IMAGE"u8,
        StreamViewType.OldImage => "OLD_IMAGE"u8,
        _ => "NEW_AND_OLD_IMAGES"u8,
    };

    private static void Write(ResponseWriter output, StreamShard shard)
    {
        output.Json.WriteStartObject();
        output.Json.WriteString("ShardId"u8, shard.Id);
        output.Json.WriteStartObject("SequenceNumberRange"u8);
        output.Json.WriteString("StartingSequenceNumber"u8, shard.StartingSequenceNumber);
        if (shard.EndingSequenceNumber is not null)
        {
            output.Json.WriteString("EndingSequenceNumber"u8, shard.EndingSequenceNumber);
        }

        output.Json.WriteEndObject();
        if (shard.ParentId is not null)
        {
            output.Json.WriteString("ParentShardId"u8, shard.ParentId);
        }

        output.Json.WriteEndObject();
    }
}
