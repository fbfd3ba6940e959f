using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Server.Tests;

/// <summary>Bodies that mean nothing: each is answered with an error of the client, never of the server.</summary>
public sealed class GarbageTests
{
    private const int FuzzedRequests = 3000;
    private const string Serialization = "com.amazon.coral.service#SerializationException";

    private static readonly string[] Operations =
    [
        "GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchGetItem", "BatchWriteItem", "TransactGetItems", "TransactWriteItems",
        "CreateTable", "DescribeTable", "UpdateTable", "DeleteTable", "ListTables",
        "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction",
        "DescribeTimeToLive", "UpdateTimeToLive", "TagResource", "UntagResource", "ListTagsOfResource",
        "PutResourcePolicy", "GetResourcePolicy", "DeleteResourcePolicy", "DescribeLimits", "DescribeEndpoints",
        "CreateBackup", "DescribeBackup", "DeleteBackup", "ListBackups", "RestoreTableFromBackup", "RestoreTableToPointInTime",
        "DescribeContinuousBackups", "UpdateContinuousBackups", "ListExports", "ListImports", "ListGlobalTables", "DescribeGlobalTable",
        "DescribeContributorInsights", "UpdateContributorInsights", "ListContributorInsights", "DescribeKinesisStreamingDestination",
    ];

    private static readonly string[] ReadNoParameters = ["DescribeLimits", "DescribeEndpoints", "ListBackups", "ListExports", "ListImports", "ListGlobalTables"];

    private static readonly string[] StreamOperations = ["ListStreams", "DescribeStream", "GetShardIterator", "GetRecords"];

    /// <summary>Requests that are right, for the fuzzer to break.</summary>
    private static readonly (string Operation, string Body)[] Right =
    [
        ("GetItem", """{"TableName":"Things","Key":{"Id":{"S":"a"}},"ProjectionExpression":"#a.b[0]","ExpressionAttributeNames":{"#a":"A"},"ReturnConsumedCapacity":"TOTAL"}"""),
        ("PutItem", """{"TableName":"Things","Item":{"Id":{"S":"é"},"N":{"N":"-1.5e10"},"B":{"B":"AQI="},"L":{"L":[{"NULL":true},{"M":{"x":{"BOOL":false}}}]},"S":{"SS":["a","b"]}},"ConditionExpression":"attribute_not_exists(Id)"}"""),
        ("UpdateItem", """{"TableName":"Things","Key":{"Id":{"S":"a"}},"UpdateExpression":"SET #n = if_not_exists(#n, :z) + :o REMOVE L[1] ADD S :s","ExpressionAttributeNames":{"#n":"N"},"ExpressionAttributeValues":{":z":{"N":"0"},":o":{"N":"1"},":s":{"SS":["c"]}},"ReturnValues":"ALL_NEW"}"""),
        ("Query", """{"TableName":"Things","KeyConditionExpression":"Id = :i","FilterExpression":"size(B) BETWEEN :l AND :h OR contains(S, :i)","ExpressionAttributeValues":{":i":{"S":"a"},":l":{"N":"1"},":h":{"N":"9"}},"Limit":10}"""),
        ("Scan", """{"TableName":"Things","Segment":0,"TotalSegments":2,"ScanFilter":{"N":{"ComparisonOperator":"GT","AttributeValueList":[{"N":"1"}]}}}"""),
        ("BatchWriteItem", """{"RequestItems":{"Things":[{"PutRequest":{"Item":{"Id":{"S":"b"}}}},{"DeleteRequest":{"Key":{"Id":{"S":"c"}}}}]}}"""),
        ("TransactWriteItems", """{"ClientRequestToken":"t","TransactItems":[{"Put":{"TableName":"Things","Item":{"Id":{"S":"d"}}}},{"ConditionCheck":{"TableName":"Things","Key":{"Id":{"S":"e"}},"ConditionExpression":"attribute_exists(Id)"}}]}"""),
        ("CreateTable", """{"TableName":"Others","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"Id","AttributeType":"S"}],"KeySchema":[{"AttributeName":"Id","KeyType":"HASH"}]}"""),
        ("UpdateTable", """{"TableName":"Things","AttributeDefinitions":[{"AttributeName":"N","AttributeType":"N"}],"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"ByN","KeySchema":[{"AttributeName":"N","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"},"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}}]}"""),
        ("UpdateTable", """{"TableName":"Things","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},"SSESpecification":{"Enabled":false},"DeletionProtectionEnabled":false}"""),
        ("UpdateTimeToLive", """{"TableName":"Things","TimeToLiveSpecification":{"AttributeName":"Until","Enabled":true}}"""),
        ("TagResource", """{"ResourceArn":"arn:aws:dynamodb:eu-central-1:000000000000:table/Things","Tags":[{"Key":"team","Value":"shop"}]}"""),
        ("ListTagsOfResource", """{"ResourceArn":"arn:aws:dynamodb:eu-central-1:000000000000:table/Things"}"""),
        ("PutResourcePolicy", """{"ResourceArn":"arn:aws:dynamodb:eu-central-1:000000000000:table/Things","Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[]}"}"""),
        ("DescribeContinuousBackups", """{"TableName":"Things"}"""),
        ("RestoreTableToPointInTime", """{"SourceTableName":"Things","TargetTableName":"Others","UseLatestRestorableTime":true,"RestoreDateTime":1.5e9}"""),
        ("DescribeContributorInsights", """{"TableName":"Things","IndexName":"ByN"}"""),
        ("ListStreams", """{"TableName":"Things","Limit":5}"""),
        ("DescribeStream", """{"StreamArn":"arn:aws:dynamodb:eu-central-1:000000000000:table/Things/stream/2026-01-01T00:00:00.000","Limit":5}"""),
        ("GetShardIterator", """{"StreamArn":"arn:aws:dynamodb:eu-central-1:000000000000:table/Things/stream/2026-01-01T00:00:00.000","ShardId":"shardId-00000000000000000000-00000000","ShardIteratorType":"AT_SEQUENCE_NUMBER","SequenceNumber":"100000000000000000001"}"""),
        ("GetRecords", """{"ShardIterator":"arn:aws:dynamodb:eu-central-1:000000000000:table/Things/stream/2026-01-01T00:00:00.000|1|AAAA","Limit":5}"""),
        ("ExecuteStatement", """{"Statement":"SELECT * FROM Things WHERE Id = ? AND N > 5","Parameters":[{"S":"a"}]}"""),
    ];

    public static TheoryData<string, byte[]> NoJson => new()
    {
        { "nothing", [] },
        { "no JSON", "nonsense"u8.ToArray() },
        { "truncated", """{"TableName":"Things","Key":{"Id":{"S"""u8.ToArray() },
        { "two values", "{} {}"u8.ToArray() },
        { "a number", "1"u8.ToArray() },
        { "an array", "[]"u8.ToArray() },
        { "null", "null"u8.ToArray() },
        { "a bad number", """{"x":-}"""u8.ToArray() },
        { "a bad escape", """{"x":"\q"}"""u8.ToArray() },
        { "invalid UTF-8", [.. """{"TableName":"""u8, (byte)'"', 0xC3, 0x28, 0xFF, (byte)'"', (byte)'}'] },
        { "zeros", new byte[1000] },
        { "deep arrays", Encoding.ASCII.GetBytes("{\"x\":" + new string('[', 100_000)) },
        { "deep objects", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"M\":", 100_000))) },
        { "deep and closed", Encoding.ASCII.GetBytes($"{{\"x\":{new string('[', 100_000)}{new string(']', 100_000)}}}") },
    };

    public static TheoryData<string> Wrong =>
    [
        """{"TableName":1,"Key":[],"Item":"x","RequestItems":7,"TransactItems":{},"Statement":{},"Statements":1,"TransactStatements":"x","Limit":"x","ResourceArn":1,"StreamArn":1,"ShardIterator":{},"BackupArn":1,"GlobalTableName":1,"SourceTableName":1,"NextToken":1,"PageSize":"x","RegionName":1}""",
        """{"TableName":{"S":"Things"},"Limit":[],"RequestItems":[[]],"TransactItems":[[1]],"Statement":[],"Statements":[1],"TransactStatements":[[]],"ResourceArn":[],"StreamArn":{},"ShardIterator":[],"BackupArn":{},"GlobalTableName":[],"SourceTableName":[],"NextToken":[],"PageSize":[],"RegionName":{}}""",
        """{"TableName":true,"Limit":{},"RequestItems":{"x":1},"TransactItems":[{"Put":1,"Get":1}],"Statement":true,"Statements":{},"TransactStatements":[1],"ResourceArn":false,"StreamArn":true,"ShardIterator":1,"BackupArn":true,"GlobalTableName":true,"SourceTableName":true,"NextToken":true,"PageSize":true,"RegionName":true}""",
    ];

    [Theory]
    [MemberData(nameof(NoJson))]
    public async Task What_is_no_json_is_a_serialization_error(string what, byte[] body)
    {
        await using ServerUnderTest server = await StartAsync();
        foreach (string operation in Operations.Concat(StreamOperations))
        {
            (int status, string type) = await SendAsync(server, operation, body);
            Assert.True((status, type) == (400, Serialization), $"{operation} of {what}: {status} {type}");
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_types_are_a_serialization_error(string body)
    {
        await using ServerUnderTest server = await StartAsync();
        foreach (string operation in Operations.Concat(StreamOperations).Except(ReadNoParameters))
        {
            (int status, string type) = await SendAsync(server, operation, Encoding.UTF8.GetBytes(body));
            Assert.True((status, type) == (400, Serialization), $"{operation}: {status} {type}");
        }
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_no_name()
    {
        await using ServerUnderTest server = await StartAsync();
        Assert.Equal((400, Serialization), await SendAsync(server, "DescribeTable", """{"TableName":"\ud800"}"""u8.ToArray()));
    }

    [Theory]
    [InlineData("""{"N":"1e999"}""")]
    [InlineData("""{"N":"1234567890123456789012345678901234567890"}""")]
    [InlineData("""{"N":"NaN"}""")]
    [InlineData("""{"N":""}""")]
    [InlineData("""{"S":"a","N":"1"}""")]
    [InlineData("{}")]
    [InlineData("""{"SS":[]}""")]
    [InlineData("""{"SS":["a","a"]}""")]
    public async Task Values_that_are_none_are_a_validation_error(string value)
    {
        await using ServerUnderTest server = await StartAsync();
        Assert.Equal(
            (400, "com.amazon.coral.validate#ValidationException"),
            await SendAsync(server, "PutItem", Encoding.UTF8.GetBytes("""{"TableName":"Things","Item":{"Id":{"S":"a"},"X":""" + value + "}}")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Broken_requests_never_break_the_server(int seed)
    {
        await using ServerUnderTest server = await StartAsync();
        Random random = new(seed);
        for (int i = 0; i < FuzzedRequests / 3; i++)
        {
            (string operation, string body) = Right[random.Next(Right.Length)];
            byte[] broken = Break(Encoding.UTF8.GetBytes(body), random);
            (int status, _) = await SendAsync(server, operation, broken);
            Assert.True(status is 200 or 400, $"seed {seed}, request {i}: {status} for {operation} {Convert.ToBase64String(broken)}");
        }
    }

    private static byte[] Break(byte[] body, Random random)
    {
        List<byte> broken = [.. body];
        for (int change = random.Next(4); change >= 0; change--)
        {
            int at = random.Next(broken.Count);
            switch (random.Next(6))
            {
                case 0:
                    broken[at] = (byte)random.Next(256);
                    break;
                case 1:
                    broken.RemoveAt(at);
                    break;
                case 2:
                    broken.Insert(at, (byte)"{}[]\",:019.-eE\\ nt"[random.Next(18)]);
                    break;
                case 3:
                    broken.RemoveRange(at, random.Next(Math.Min(12, broken.Count - at)));
                    break;
                case 4:
                    broken.InsertRange(at, broken.GetRange(random.Next(broken.Count / 2), random.Next(broken.Count / 2)));
                    break;
                default:
                    broken[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. broken];
    }

    private static async Task<ServerUnderTest> StartAsync()
    {
        ServerUnderTest server = await ServerUnderTest.StartAsync();
        using AmazonDynamoDBClient client = server.Connect();
        await client.CreateTableAsync("Things", [new("Id", KeyType.HASH)], [new("Id", ScalarAttributeType.S)], new ProvisionedThroughput(1, 1));
        return server;
    }

    /// <summary>The status and, of an error, its type; a body that is not JSON fails the test.</summary>
    private static async Task<(int Status, string Type)> SendAsync(ServerUnderTest server, string operation, byte[] body)
    {
        bool isOfStreams = StreamOperations.Contains(operation);
        using HttpResponseMessage response = await server.PostAsync(operation, body, request =>
        {
            if (isOfStreams)
            {
                request.Headers.Remove("X-Amz-Target");
                request.Headers.Add("X-Amz-Target", "DynamoDBStreams_20120810." + operation);
            }
        });
        using JsonDocument json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return ((int)response.StatusCode, json.RootElement.TryGetProperty("__type", out JsonElement type) ? type.GetString()! : "");
    }
}
