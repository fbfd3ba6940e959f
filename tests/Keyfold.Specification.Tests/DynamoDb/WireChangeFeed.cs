using System.Text.Json;
using System.Text.Json.Nodes;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Specification.Tests.DynamoDb;

/// <summary>
/// The streams of an endpoint behind the contract, as they come over the wire: the SDK's client for streams is a package of its own, and
/// four operations are shorter than its objects.
/// </summary>
internal sealed class WireChangeFeed(HttpClient http) : IChangeFeed
{
    private const string Target = "DynamoDBStreams_20120810.";

    // DynamoDB Local wants a signature and does not verify it
    private const string Authorization = "AWS4-HMAC-SHA256 Credential=keyfold/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    public async ValueTask<ListStreamsResponse> ListStreamsAsync(ListStreamsRequest request, CancellationToken cancellationToken = default)
    {
        JsonNode response = await Send(
            "ListStreams",
            new JsonObject
            {
                ["TableName"] = request.TableName,
                ["Limit"] = request.Limit,
                ["ExclusiveStartStreamArn"] = request.ExclusiveStartStreamArn,
            },
            cancellationToken);
        return new ListStreamsResponse
        {
            Streams = [.. response["Streams"]!.AsArray().Select(stream => NamesOf(stream!))],
            LastEvaluatedStreamArn = (string?)response["LastEvaluatedStreamArn"],
        };
    }

    public async ValueTask<StreamDescription> DescribeStreamAsync(DescribeStreamRequest request, CancellationToken cancellationToken = default)
    {
        JsonNode response = await Send(
            "DescribeStream",
            new JsonObject
            {
                ["StreamArn"] = request.StreamArn,
                ["Limit"] = request.Limit,
                ["ExclusiveStartShardId"] = request.ExclusiveStartShardId,
                ["ShardFilter"] = request.ParentShardId is null ? null : new JsonObject { ["Type"] = "CHILD_SHARDS", ["ShardId"] = request.ParentShardId },
            },
            cancellationToken);
        JsonNode stream = response["StreamDescription"]!;
        return new StreamDescription(
            NamesOf(stream),
            Enum.Parse<StreamStatus>((string)stream["StreamStatus"]!, ignoreCase: true),
            ViewTypeOf(stream),
            DateTimeOffset.FromUnixTimeMilliseconds((long)((decimal)stream["CreationRequestDateTime"]! * 1000)),
            KeyOf(stream["KeySchema"]!.AsArray()),
            [.. stream["Shards"]!.AsArray().Select(shard => ShardOf(shard!))],
            (string?)stream["LastEvaluatedShardId"]);
    }

    public async ValueTask<string> GetShardIteratorAsync(GetShardIteratorRequest request, CancellationToken cancellationToken = default)
    {
        JsonNode response = await Send(
            "GetShardIterator",
            new JsonObject
            {
                ["StreamArn"] = request.StreamArn,
                ["ShardId"] = request.ShardId,
                ["ShardIteratorType"] = request.Type switch
                {
                    ShardIteratorType.TrimHorizon => "TRIM_HORIZON",
                    ShardIteratorType.Latest => "LATEST",
                    ShardIteratorType.AtSequenceNumber => "AT_SEQUENCE_NUMBER",
                    _ => "AFTER_SEQUENCE_NUMBER",
                },
                ["SequenceNumber"] = request.SequenceNumber,
            },
            cancellationToken);
        return (string)response["ShardIterator"]!;
    }

    public async ValueTask<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default)
    {
        JsonNode response = await Send(
            "GetRecords", new JsonObject { ["ShardIterator"] = request.ShardIterator, ["Limit"] = request.Limit }, cancellationToken);
        return new GetRecordsResponse
        {
            Records = [.. response["Records"]!.AsArray().Select(record => RecordOf(record!))],
            NextShardIterator = (string?)response["NextShardIterator"],
        };
    }

    private static StreamSummary NamesOf(JsonNode stream) =>
        new((string)stream["StreamArn"]!, (string)stream["TableName"]!, (string)stream["StreamLabel"]!);

    private static StreamShard ShardOf(JsonNode shard)
    {
        JsonNode range = shard["SequenceNumberRange"]!;
        return new StreamShard(
            (string)shard["ShardId"]!, (string?)shard["ParentShardId"], (string)range["StartingSequenceNumber"]!, (string?)range["EndingSequenceNumber"]);
    }

    private static StreamRecord RecordOf(JsonNode record)
    {
        JsonNode change = record["dynamodb"]!;
        return new StreamRecord
        {
            EventId = (string)record["eventID"]!,
            Kind = Enum.Parse<ChangeKind>((string)record["eventName"]!, ignoreCase: true),
            Region = (string)record["awsRegion"]!,
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds((long)(decimal)change["ApproximateCreationDateTime"]!),
            Keys = ItemOf(change["Keys"]),
            OldImage = ItemOf(change["OldImage"]),
            NewImage = ItemOf(change["NewImage"]),
            SequenceNumber = (string)change["SequenceNumber"]!,
            SizeBytes = (long)change["SizeBytes"]!,
            ViewType = ViewTypeOf(change),
            UserIdentity = record["userIdentity"] is { } identity ? new UserIdentity((string)identity["Type"]!, (string)identity["PrincipalId"]!) : null,
        };
    }

    // the suites' tables have keys of strings only
    private static KeySchema KeyOf(JsonArray key) => new(
        new KeyAttribute((string)key[0]!["AttributeName"]!, AttributeType.String),
        key.Count == 1 ? null : new KeyAttribute((string)key[1]!["AttributeName"]!, AttributeType.String));

    private static StreamViewType ViewTypeOf(JsonNode node) => (string)node["StreamViewType"]! switch
    {
        "KEYS_ONLY" => StreamViewType.KeysOnly,
        "NEW_IMAGE" => StreamViewType.NewImage,
        "OLD_IMAGE" => StreamViewType.OldImage,
        _ => StreamViewType.NewAndOldImages,
    };

    private static ReadOnlyMemory<byte> ItemOf(JsonNode? item) => item is null
        ? default
        : ItemCodec.ToBinary(JsonSerializer.SerializeToUtf8Bytes(item));

    private async Task<JsonNode> Send(string operation, JsonObject body, CancellationToken cancellationToken)
    {
        foreach (string absent in body.Where(member => member.Value is null).Select(member => member.Key).ToArray())
        {
            body.Remove(absent);
        }

        using HttpRequestMessage message = new(HttpMethod.Post, (Uri?)null) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) };
        message.Headers.TryAddWithoutValidation("X-Amz-Target", Target + operation);
        message.Headers.TryAddWithoutValidation("Authorization", Authorization);
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.0");
        using HttpResponseMessage response = await http.SendAsync(message, cancellationToken);
        JsonNode reply = JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken))!;
        return response.IsSuccessStatusCode ? reply : throw ErrorOf(reply);
    }

    private static StorageException ErrorOf(JsonNode reply) => new(
        Enum.Parse<StorageErrorCode>(((string)reply["__type"]!).Split('#')[^1]), (string?)(reply["message"] ?? reply["Message"]) ?? "");
}
