using System.Text;
using System.Text.Json.Nodes;
using Keyfold.Engine;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tests.Operations;

/// <summary>Calls the protocol over an engine of its own. Quotation marks in requests and answers are single ones, for reading.</summary>
internal sealed class ProtocolClient
{
    /// <summary>The requests that create "hash" and "range".</summary>
    public static readonly string[] Tables =
    [
        """
        {'TableName':'hash','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],
         'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'}]}
        """,
        """
        {'TableName':'range','BillingMode':'PAY_PER_REQUEST',
         'KeySchema':[{'AttributeName':'p','KeyType':'HASH'},{'AttributeName':'s','KeyType':'RANGE'}],
         'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'},{'AttributeName':'s','AttributeType':'S'},
                                 {'AttributeName':'l','AttributeType':'N'},{'AttributeName':'g','AttributeType':'S'}],
         'LocalSecondaryIndexes':[{'IndexName':'lsi','KeySchema':[{'AttributeName':'p','KeyType':'HASH'},{'AttributeName':'l','KeyType':'RANGE'}],
                                   'Projection':{'ProjectionType':'ALL'}}],
         'GlobalSecondaryIndexes':[{'IndexName':'gsi','KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],
                                    'Projection':{'ProjectionType':'KEYS_ONLY'}}]}
        """,
    ];

    private readonly DynamoDbProtocol _protocol;

    private ProtocolClient(IStorageBackend backend, ITableAdministration administration) => _protocol = new DynamoDbProtocol(backend, administration);

    /// <summary>An engine with no table.</summary>
    public static ProtocolClient Empty() => Over(new EmbeddedEngine(new EngineOptions { TimeProvider = new StandingClock() }));

    /// <summary>An engine of the test's.</summary>
    public static ProtocolClient Over(EmbeddedEngine engine) => new(engine, engine);

    /// <summary>What is before an engine.</summary>
    public static ProtocolClient Over(StorageDecorator decorator) => new(decorator, decorator);

    /// <summary>An engine with the tables "hash" (p) and "range" (p, s; local index "lsi" on l, global index "gsi" on g), all strings.</summary>
    public static async Task<ProtocolClient> CreateAsync()
    {
        ProtocolClient client = Empty();
        foreach (string table in Tables)
        {
            await client.OkAsync("CreateTable", table);
        }

        return client;
    }

    /// <summary>The body of an answer that must be a success.</summary>
    public async Task<string> OkAsync(string operation, string request)
    {
        (int status, string body) = await SendAsync(operation, request);
        Assert.True(status == 200, body);
        return body;
    }

    /// <summary>The body of an answer that must be an error of the client's.</summary>
    public async Task<string> ErrorAsync(string operation, string request)
    {
        (int status, string body) = await SendAsync(operation, request);
        Assert.True(status == 400, body);
        return body;
    }

    /// <summary>Checks that a request is refused as invalid, with a message in which quotation marks are double ones.</summary>
    public async Task RefusesAsync(string operation, string request, string message)
    {
        (int status, string body) = await SendAsync(operation, Encoding.UTF8.GetBytes(request.Replace('\'', '"')));
        Assert.Equal(400, status);
        JsonObject error = JsonNode.Parse(body)!.AsObject();
        Assert.Equal(["__type", "message"], error.Select(member => member.Key));
        Assert.Equal("com.amazon.coral.validate#ValidationException", error["__type"]!.GetValue<string>());
        Assert.Equal(message, error["message"]!.GetValue<string>());
    }

    /// <summary>Sends bytes as they are, to an operation or, if that has a point, to a target.</summary>
    public async Task<(int Status, string Body)> SendAsync(string operation, byte[] request)
    {
        using ProtocolResponse response = await _protocol.HandleAsync(operation.Contains('.') ? operation : "DynamoDB_20120810." + operation, request);
        return (response.StatusCode, Encoding.UTF8.GetString(response.Body.Span));
    }

    private async Task<(int Status, string Body)> SendAsync(string operation, string request)
    {
        (int status, string body) = await SendAsync(operation, Encoding.UTF8.GetBytes(request.Replace('\'', '"')));
        return (status, body.Replace("'", "\\'", StringComparison.Ordinal).Replace('"', '\''));
    }
}
