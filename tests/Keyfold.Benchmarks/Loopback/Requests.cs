using System.Globalization;
using System.Text;

namespace Keyfold.Benchmarks.Loopback;

/// <summary>Requests as the bytes that go over the wire, made before anything is measured.</summary>
internal static class Requests
{
    /// <summary>Items of one partition key value, which are what a Query reads.</summary>
    public const int ItemsPerPartition = 10;

    private const int Variants = 4096;
    private const int TextBytes = 240;
    private const int BatchItems = 25;
    private const string Table = "\"TableName\":\"Bench\"";

    // DynamoDB Local wants to see one; neither server verifies it here
    private const string Authorization = "AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    public static byte[] CreateTable { get; } = Request(
        "CreateTable",
        """
        {"TableName":"Bench","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"PK","AttributeType":"S"},{"AttributeName":"SK","AttributeType":"S"}],"KeySchema":[{"AttributeName":"PK","KeyType":"HASH"},{"AttributeName":"SK","KeyType":"RANGE"}]}
        """);

    public static byte[] ListTables { get; } = Request("ListTables", "{}");

    /// <summary>The operations that are measured, each with requests for random ones of so many items.</summary>
    public static IEnumerable<(string Name, byte[][] Requests)> Measured(int items)
    {
        yield return ("GetItem", Make(items, item => Request("GetItem", "{" + Table + ",\"Key\":{" + Key(item) + "}}")));
        yield return ("PutItem", Make(items, item => Request("PutItem", "{" + Table + ",\"Item\":" + Item(item) + "}")));
        yield return ("Query of 10", Make(items, item => Request(
            "Query", "{" + Table + ",\"KeyConditionExpression\":\"PK = :p\",\"ExpressionAttributeValues\":{\":p\":" + Text(Partition(item)) + "}}")));
        yield return ("TransactWriteItems of 4", Make(items, item => Request(
            "TransactWriteItems", "{\"TransactItems\":[" + string.Join(',', Enumerable.Range(0, 4).Select(i => Put((item + (i * 7919)) % items))) + "]}")));
    }

    /// <summary>Requests that put all items.</summary>
    public static IEnumerable<byte[]> Load(int items) => Enumerable.Range(0, items).Chunk(BatchItems).Select(chunk => Request(
        "BatchWriteItem", "{\"RequestItems\":{\"Bench\":[" + string.Join(',', chunk.Select(item => "{\"PutRequest\":{\"Item\":" + Item(item) + "}}")) + "]}}"));

    private static byte[][] Make(int items, Func<int, byte[]> make)
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, Variants).Select(_ => make(random.Next(items)))];
    }

    private static string Put(int item) => "{\"Put\":{" + Table + ",\"Item\":" + Item(item) + "}}";

    /// <summary>About 300 bytes, as DynamoDB counts them.</summary>
    private static string Item(int item) =>
        "{" + Key(item) + ",\"Open\":{\"BOOL\":true},\"Text\":" + Text(new string((char)('a' + (item % 26)), TextBytes)) + "}";

    private static string Key(int item) =>
        "\"PK\":" + Text(Partition(item)) + ",\"SK\":" + Text(string.Create(CultureInfo.InvariantCulture, $"item#{item % ItemsPerPartition:00}"));

    private static string Text(string text) => "{\"S\":\"" + text + "\"}";

    private static string Partition(int item) => string.Create(CultureInfo.InvariantCulture, $"partition#{item / ItemsPerPartition:000000}");

    private static byte[] Request(string operation, string body) => Encoding.UTF8.GetBytes(
        $"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: DynamoDB_20120810.{operation}\r\nContent-Type: application/x-amz-json-1.0\r\n"
        + $"Authorization: {Authorization}\r\nX-Amz-Date: 20260101T000000Z\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
}
