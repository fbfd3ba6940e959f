using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Keyfold.Items;

namespace Keyfold.Protocol.Tests.Expressions;

/// <summary>Asks a DynamoDB at KEYFOLD_DYNAMODB_ENDPOINT, which need not verify signatures, what it says to an expression.</summary>
internal sealed class DynamoDbEndpoint : IDisposable
{
    private const string TableName = "expressions";

    // what an expression that was understood can still lead to
    private static readonly string[] Understood =
    [
        "The conditional request failed",
        "The provided expression refers to an attribute that does not exist in the item",
        "An operand in the update expression has an incorrect data type",
        "The document path provided in the update expression is invalid for update",
        "Query condition missed key schema element",
        "Query key condition not supported",
        "Conditions can be of length 1 or 2 only",
        "One or more parameter values were invalid: Condition parameter type does not match schema type",
        "One or more parameter values were invalid: Type mismatch for Index Key",
    ];

    private readonly HttpClient _client;

    public DynamoDbEndpoint(string endpoint) => _client = new HttpClient { BaseAddress = new Uri(endpoint) };

    public static string? Address => Environment.GetEnvironmentVariable("KEYFOLD_DYNAMODB_ENDPOINT");

    public Task CreateTableAsync() => CallAsync("CreateTable", new JsonObject
    {
        ["TableName"] = TableName,
        ["BillingMode"] = "PAY_PER_REQUEST",
        ["KeySchema"] = new JsonArray(new JsonObject { ["AttributeName"] = "partition0", ["KeyType"] = "HASH" }),
        ["AttributeDefinitions"] = new JsonArray(new JsonObject { ["AttributeName"] = "partition0", ["AttributeType"] = "S" }),
    });

    /// <summary>The message of the error, or "ok".</summary>
    public async Task<string> OutcomeAsync(string kind, string expression)
    {
        (string operation, string parameter) = kind switch
        {
            "C" => ("DeleteItem", "ConditionExpression"),
            "U" => ("UpdateItem", "UpdateExpression"),
            "P" => ("GetItem", "ProjectionExpression"),
            _ => ("Query", "KeyConditionExpression"),
        };
        JsonObject request = new() { ["TableName"] = TableName, [parameter] = expression };
        if (kind != "Q")
        {
            request["Key"] = new JsonObject { ["partition0"] = new JsonObject { ["S"] = "a" } };
        }

        JsonObject names = new(SampleValues.NameKeys(expression).Select(key => KeyValuePair.Create(key, (JsonNode?)(key[1..] + "x"))));
        JsonObject values = new(SampleValues.ValueKeys(expression).Select(key => KeyValuePair.Create(key, Json(SampleValues.Of(key)))));
        if (names.Count > 0)
        {
            request["ExpressionAttributeNames"] = names;
        }

        if (values.Count > 0 && kind != "P")
        {
            request["ExpressionAttributeValues"] = values;
        }

        string message = await CallAsync(operation, request);
        return Understood.Any(text => message.StartsWith(text, StringComparison.Ordinal)) ? "ok" : message;
    }

    /// <summary>The status and the body of an answer.</summary>
    public async Task<(int Status, JsonNode Answer)> SendAsync(string operation, JsonObject body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810." + operation);
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=keyfold/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        using HttpResponseMessage response = await _client.SendAsync(request);
        JsonNode answer = JsonNode.Parse(await response.Content.ReadAsStreamAsync())!;
        return ((int)response.StatusCode, answer);
    }

    public void Dispose() => _client.Dispose();

    private static JsonNode? Json(AttributeValue value)
    {
        string item = Encoding.UTF8.GetString(ItemCodec.Encode([("v", value)], ItemEncoding.Json));
        return JsonNode.Parse(item)!["v"]!.DeepClone();
    }

    private async Task<string> CallAsync(string operation, JsonObject body)
    {
        (int status, JsonNode answer) = await SendAsync(operation, body);
        return status == 200 ? "ok" : (answer["message"] ?? answer["Message"])!.GetValue<string>();
    }
}
