using System.Collections.Concurrent;
using Keyfold.Engine;
using Keyfold.Protocol;

namespace Keyfold.Server.Tests;

/// <summary>A server that stops answers what it has begun: nothing that it acknowledged is lost, and it is not cut off in between.</summary>
public sealed class ShutdownTests
{
    private const string Table =
        """{"TableName":"Things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"Id","AttributeType":"S"}],"KeySchema":[{"AttributeName":"Id","KeyType":"HASH"}]}""";

    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_request_that_is_half_sent_is_answered()
    {
        EmbeddedEngine engine = new();
        await using ServerUnderTest server = await StartAsync(engine);
        using RawConnection connection = await RawConnection.OpenAsync(server);
        string body = Put("half");
        await connection.SendAsync(RawConnection.Headers(2) + "{}");
        await connection.ReadResponseAsync();
        await connection.SendAsync(RawConnection.Headers(body.Length, "PutItem") + body[..10]);
        await WaitUntilBusyAsync(server);

        Task stopping = server.Server.StopAsync();
        await connection.SendAsync(body[10..]);
        Assert.EndsWith("{}", await connection.ReadResponseAsync(), StringComparison.Ordinal);
        await stopping.WaitAsync(HangGuard);
        Assert.True(await HasAsync(engine, "half"));
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_and_nothing_else_is_but_what_was_in_flight()
    {
        const int Writers = 8;
        EmbeddedEngine engine = new();
        await using ServerUnderTest server = await StartAsync(engine);
        ConcurrentBag<string> acknowledged = [], unknown = [];
        TaskCompletionSource busy = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (int i = 0; ; i++)
            {
                string id = $"{writer}-{i}";
                try
                {
                    using HttpResponseMessage response = await server.PostAsync("PutItem", Put(id));
                    Assert.Equal(200, (int)response.StatusCode);
                    acknowledged.Add(id);
                }
                catch (HttpRequestException)
                {
                    unknown.Add(id);
                    return;
                }

                if (acknowledged.Count > 200)
                {
                    busy.TrySetResult();
                }
            }
        }));

        await busy.Task.WaitAsync(HangGuard);
        await server.Server.StopAsync().WaitAsync(HangGuard);
        await writing.WaitAsync(HangGuard);
        Assert.Equal(Writers, unknown.Count);
        foreach (string id in acknowledged)
        {
            Assert.True(await HasAsync(engine, id), id);
        }

        // a request that found no server, or a closed connection, has changed nothing: all that were begun were answered
        foreach (string id in unknown)
        {
            Assert.False(await HasAsync(engine, id), id);
        }
    }

    [Fact]
    public async Task A_server_that_is_stopped_twice_stays_stopped()
    {
        ServerUnderTest server = await StartAsync(new EmbeddedEngine());
        await server.Server.StopAsync();
        await server.Server.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => server.PostAsync("ListTables", "{}"));
        await server.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_body_that_never_ends_does_not_keep_the_server_from_stopping()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(
            new ServerOptions { Port = 0, SharedDatabase = true, DrainTimeout = TimeSpan.FromMilliseconds(200) });
        using RawConnection connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(RawConnection.Headers(1000) + "{");
        await WaitUntilBusyAsync(server);
        await server.Server.StopAsync().WaitAsync(HangGuard);
    }

    private static async Task<ServerUnderTest> StartAsync(EmbeddedEngine engine)
    {
        ServerUnderTest server = await ServerUnderTest.StartAsync(new ServerOptions { Port = 0, SharedDatabase = true, OpenDatabase = _ => engine });
        using HttpResponseMessage created = await server.PostAsync("CreateTable", Table);
        Assert.Equal(200, (int)created.StatusCode);
        return server;
    }

    /// <summary>What was sent before on another connection has been read when an answer to something later has come.</summary>
    private static async Task WaitUntilBusyAsync(ServerUnderTest server)
    {
        for (int i = 0; i < 20; i++)
        {
            using HttpResponseMessage response = await server.PostAsync("ListTables", "{}");
        }
    }

    private static string Put(string id) => $$$$"""{"TableName":"Things","Item":{"Id":{"S":"{{{{id}}}}"}}}""";

    private static async Task<bool> HasAsync(EmbeddedEngine engine, string id)
    {
        DynamoDbProtocol protocol = new(engine, engine);
        byte[] request = System.Text.Encoding.UTF8.GetBytes($$$$"""{"TableName":"Things","Key":{"Id":{"S":"{{{{id}}}}"}}}""");
        using ProtocolResponse response = await protocol.HandleAsync("DynamoDB_20120810.GetItem", request);
        return response.Body.Length > 2;
    }
}
