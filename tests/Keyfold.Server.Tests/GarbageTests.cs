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
        "CreateTable", "DescribeTable", "DeleteTable", "ListTables",
        "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction",
    ];

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
        """{"TableName":1,"Key":[],"Item":"x","RequestItems":7,"TransactItems":{},"Statement":{},"Statements":1,"TransactStatements":"x","Limit":"x"}""",
        """{"TableName":{"S":"Things"},"Limit":[],"RequestItems":[[]],"TransactItems":[[1]],"Statement":[],"Statements":[1],"TransactStatements":[[]]}""",
        """{"TableName":true,"Limit":{},"RequestItems":{"x":1},"TransactItems":[{"Put":1,"Get":1}],"Statement":true,"Statements":{},"TransactStatements":[1]}""",
    ];

    [Theory]
    [MemberData(nameof(NoJson))]
    public async Task What_is_no_json_is_a_serialization_error(string what, byte[] body)
    {
        await using ServerUnderTest server = await StartAsync();
        foreach (string operation in Operations)
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
        foreach (string operation in Operations)
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
        using HttpResponseMessage response = await server.PostAsync(operation, body);
        using JsonDocument json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return ((int)response.StatusCode, json.RootElement.TryGetProperty("__type", out JsonElement type) ? type.GetString()! : "");
    }
}
