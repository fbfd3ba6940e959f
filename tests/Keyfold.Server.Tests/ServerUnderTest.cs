using System.Net.Http.Headers;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Keyfold.Server.Tests;

/// <summary>A server on a free port, with clients.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    public static readonly AccessKey Alice = new("ALICE", "alice's/secret+key");
    public static readonly AccessKey Bob = new("BOB", "bob's secret key");

    private ServerUnderTest(KeyfoldServer server)
    {
        Server = server;
        Http = new HttpClient { BaseAddress = server.Address };
    }

    public KeyfoldServer Server { get; }

    public HttpClient Http { get; }

    public static async Task<ServerUnderTest> StartAsync(ServerOptions? options = null) =>
        new(await KeyfoldServer.StartAsync(options ?? new ServerOptions { Port = 0, SharedDatabase = true }));

    /// <summary>Amazon's SDK on the server.</summary>
    public AmazonDynamoDBClient Connect(AccessKey? accessKey = null, string region = "eu-central-1", Action<AmazonDynamoDBConfig>? configure = null)
    {
        AmazonDynamoDBConfig config = new() { ServiceURL = Server.Address.ToString(), AuthenticationRegion = region, MaxErrorRetry = 0 };
        configure?.Invoke(config);
        accessKey ??= Alice;
        return new AmazonDynamoDBClient(new BasicAWSCredentials(accessKey.Id, accessKey.Secret), config);
    }

    /// <summary>Sends an operation without a signature.</summary>
    public Task<HttpResponseMessage> PostAsync(string operation, string body) => PostAsync(operation, Encoding.UTF8.GetBytes(body));

    /// <summary>Sends an operation without a signature.</summary>
    public Task<HttpResponseMessage> PostAsync(string operation, byte[] body, Action<HttpRequestMessage>? change = null)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/")
        {
            Headers = { { "X-Amz-Target", "DynamoDB_20120810." + operation } },
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0") } },
        };
        change?.Invoke(request);
        return Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}
