using System.Text.Json.Nodes;
using Keyfold.Engine;
using Keyfold.Items;
using Keyfold.Protocol.Tests.Operations;
using Keyfold.Schema;

namespace Keyfold.Protocol.Tests.Streams;

/// <summary>The four operations on streams, byte for byte.</summary>
public sealed class StreamOperationTests
{
    private const string Prefix = "DynamoDBStreams_20120810.";
    private const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/shop/stream/2026-01-01T00:00:00.000";
    private const string Shard = "shardId-00000001767225600000-00000001";
    private const string Names = $"'StreamArn':'{Arn}','TableName':'shop','StreamLabel':'2026-01-01T00:00:00.000'";

    private readonly EmbeddedEngine _engine = new(new EngineOptions { TimeProvider = new StandingClock(), TimeToLiveInterval = null });
    private readonly ProtocolClient _client;

    public StreamOperationTests() => _client = ProtocolClient.Over(_engine);

    [Fact]
    public async Task Streams_are_listed()
    {
        await CreateTable();
        Assert.Equal($"{{'Streams':[{{{Names}}}]}}", await _client.OkAsync($"{Prefix}ListStreams", "{'TableName':'shop'}"));
        Assert.Equal("{'Streams':[]}", await _client.OkAsync($"{Prefix}ListStreams", $"{{'ExclusiveStartStreamArn':'{Arn}'}}"));
        Assert.Equal("{'Streams':[]}", await _client.OkAsync($"{Prefix}ListStreams", "{'TableName':'none'}"));
    }

    [Fact]
    public async Task A_stream_is_described()
    {
        await CreateTable();
        string description = $"{{'StreamDescription':{{{Names},'StreamStatus':'ENABLED','StreamViewType':'NEW_AND_OLD_IMAGES',"
            + "'CreationRequestDateTime':1767225600,'KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],"
            + $"'Shards':[{{'ShardId':'{Shard}','SequenceNumberRange':{{'StartingSequenceNumber':'100000000000000000001'}}}}]}}}}";
        Assert.Equal(description, await _client.OkAsync($"{Prefix}DescribeStream", $"{{'StreamArn':'{Arn}'}}"));
    }

    [Fact]
    public async Task Records_are_read()
    {
        await CreateTable();
        await _client.OkAsync("PutItem", "{'TableName':'shop','Item':{'p':{'S':'1'},'until':{'N':'1767225599'}}}");
        await _engine.ExpireItemsAsync();

        JsonArray records = (await Records())["Records"]!.AsArray();
        Assert.All(records, record => Assert.Equal(32, record!.AsObject()["eventID"]!.GetValue<string>().Length));
        foreach (JsonNode? record in records)
        {
            record!.AsObject().Remove("eventID");
        }

        const string Image = "{'p':{'S':'1'},'until':{'N':'1767225599'}}";
        Assert.Equal(
            "[{'eventName':'INSERT','eventVersion':'1.1','eventSource':'aws:dynamodb','awsRegion':'us-east-1','dynamodb':{"
            + $"'ApproximateCreationDateTime':1767225600,'Keys':{{'p':{{'S':'1'}}}},'NewImage':{Image},"
            + "'SequenceNumber':'100000000000000001000','SizeBytes':15,'StreamViewType':'NEW_AND_OLD_IMAGES'}},"
            + "{'eventName':'REMOVE','eventVersion':'1.1','eventSource':'aws:dynamodb','awsRegion':'us-east-1','dynamodb':{"
            + $"'ApproximateCreationDateTime':1767225600,'Keys':{{'p':{{'S':'1'}}}},'OldImage':{Image},"
            + "'SequenceNumber':'100000000000000002000','SizeBytes':15,'StreamViewType':'NEW_AND_OLD_IMAGES'},"
            + "'userIdentity':{'Type':'Service','PrincipalId':'dynamodb.amazonaws.com'}}]",
            records.ToJsonString().Replace('"', '\''));
    }

    [Theory]
    [InlineData("DescribeStream", "{}", "1 validation error detected: Value null at 'streamArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("DescribeStream", "{'StreamArn':'x'}", "1 validation error detected: Value 'x' at 'streamArn' failed to satisfy constraint: Member must have length greater than or equal to 37")]
    [InlineData("DescribeStream", "{'StreamArn':'arn:aws:dynamodb:us-east-1:000000000000:table/shop'}", "Invalid StreamArn")]
    [InlineData("DescribeStream", $"{{'StreamArn':'{Arn}','ShardFilter':{{'Type':'ALL'}}}}", "1 validation error detected: Value 'ALL' at 'shardFilter.type' failed to satisfy constraint: Member must satisfy enum value set: [CHILD_SHARDS]")]
    [InlineData("GetShardIterator", "{}", "3 validation errors detected: Value null at 'streamArn' failed to satisfy constraint: Member must not be null; "
        + "Value null at 'shardId' failed to satisfy constraint: Member must not be null; Value null at 'shardIteratorType' failed to satisfy constraint: Member must not be null")]
    [InlineData("GetShardIterator", $"{{'StreamArn':'{Arn}','ShardId':'{Shard}','ShardIteratorType':'OLDEST'}}", "1 validation error detected: Value 'OLDEST' at 'shardIteratorType' "
        + "failed to satisfy constraint: Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]")]
    [InlineData("GetShardIterator", $"{{'StreamArn':'{Arn}','ShardId':'{Shard}','ShardIteratorType':'AT_SEQUENCE_NUMBER','SequenceNumber':'5'}}",
        "1 validation error detected: Value '5' at 'sequenceNumber' failed to satisfy constraint: Member must have length greater than or equal to 21")]
    [InlineData("GetRecords", "{'ShardIterator':''}", "1 validation error detected: Value '' at 'shardIterator' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("GetRecords", "{'ShardIterator':'x'}", "Invalid ShardIterator")]
    [InlineData("ListStreams", "{'Limit':0}", "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    public async Task A_request_that_breaks_a_rule_is_refused(string operation, string request, string message)
    {
        await CreateTable();
        await _client.RefusesAsync(Prefix + operation, request, message);
    }

    [Theory]
    [InlineData("DynamoDBStreams_20120810.PutItem")]
    [InlineData("DynamoDB_20120810.GetRecords")]
    public async Task An_operation_of_the_other_service_is_unknown(string target) =>
        Assert.Equal("{'__type':'com.amazon.coral.service#UnknownOperationException'}", await _client.ErrorAsync(target, "{}"));

    private async Task<JsonNode> Records()
    {
        string place = await _client.OkAsync($"{Prefix}GetShardIterator", $"{{'StreamArn':'{Arn}','ShardId':'{Shard}','ShardIteratorType':'TRIM_HORIZON'}}");
        string iterator = JsonNode.Parse(place.Replace('\'', '"'))!["ShardIterator"]!.GetValue<string>();
        return JsonNode.Parse((await _client.OkAsync($"{Prefix}GetRecords", $"{{'ShardIterator':'{iterator}'}}")).Replace('\'', '"'))!;
    }

    private async Task CreateTable() => await _engine.CreateTableAsync(
        new TableSchema("shop", new KeySchema(new KeyAttribute("p", AttributeType.String))) { Stream = StreamViewType.NewAndOldImages, TimeToLiveAttribute = "until" });
}
