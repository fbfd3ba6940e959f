using System.Text;

namespace Keyfold.Server.Tests;

/// <summary>Clients that are slow, stop halfway, or speak another language: each gets its answer or is let go, and the server goes on.</summary>
public sealed class ConnectionTests
{
    private static readonly ServerOptions Impatient = new()
    {
        Port = 0,
        HeadersTimeout = TimeSpan.FromMilliseconds(300),
        BodyTimeout = TimeSpan.FromMilliseconds(300),
    };

    [Fact]
    public async Task A_connection_serves_many_requests()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using RawConnection connection = await RawConnection.OpenAsync(server);
        for (int i = 0; i < 3; i++)
        {
            await connection.SendAsync(RawConnection.Headers(2) + "{}");
            Assert.EndsWith("""{"TableNames":[]}""", await connection.ReadResponseAsync(), StringComparison.Ordinal);
        }

        // two at once are answered in their order
        await connection.SendAsync(RawConnection.Headers(2) + "{}" + RawConnection.Headers(2, "Nonsense") + "{}");
        Assert.EndsWith("""{"TableNames":[]}""", await connection.ReadResponseAsync(), StringComparison.Ordinal);
        Assert.EndsWith("UnknownOperationException\"}", await connection.ReadResponseAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_may_come_byte_by_byte()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using RawConnection connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(RawConnection.Headers(13));
        foreach (char letter in """{"Limit": 10}""")
        {
            await connection.SendAsync(letter.ToString());
        }

        Assert.EndsWith("""{"TableNames":[]}""", await connection.ReadResponseAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: loc")]
    [InlineData("")]
    [InlineData("POST / HT")]
    public async Task Headers_that_take_too_long_end_the_connection(string start)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(new ServerOptions
        {
            Port = 0,
            HeadersTimeout = Impatient.HeadersTimeout,
            KeepAliveTimeout = Impatient.HeadersTimeout,
        });
        using RawConnection connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(start);
        string answer = await connection.ReadToEndAsync();
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), answer);
        await AssertServesAsync(server);
    }

    [Fact]
    public async Task A_body_that_takes_too_long_is_a_timeout()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(Impatient);
        using RawConnection connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(RawConnection.Headers(1000) + "{");
        Assert.StartsWith("HTTP/1.1 408 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
        await AssertServesAsync(server);
    }

    [Fact]
    public async Task A_body_that_never_pauses_but_never_ends_is_a_timeout()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(Impatient);
        using RawConnection connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(RawConnection.Headers(ServerOptions.BodyBytesMax));
        Task<string> answer = connection.ReadToEndAsync();
        try
        {
            while (!answer.IsCompleted)
            {
                await connection.SendAsync(" ");
            }
        }
        catch (IOException)
        {
            // the server has closed the connection
        }

        string text = await answer;
        Assert.True(text.Length == 0 || text.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), text);
        await AssertServesAsync(server);
    }

    [Theory]
    [InlineData("ListTables", 2, "{}", "HTTP/1.1 200 ", """{"TableNames":[]}""")]
    [InlineData("GetItem", 2, "{}", "HTTP/1.1 400 ", "Value null at 'key' failed to satisfy constraint: Member must not be null; Value null at 'tableName' failed to satisfy constraint: Member must not be null\"}")]
    public async Task A_client_that_stops_sending_gets_its_answer(string operation, int contentLength, string body, string start, string end)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        for (int i = 0; i < 50; i++)
        {
            using RawConnection connection = await RawConnection.OpenAsync(server);
            await connection.SendAsync(RawConnection.Headers(contentLength, operation) + body);
            connection.EndSending();
            string answer = await connection.ReadToEndAsync();
            Assert.StartsWith(start, answer, StringComparison.Ordinal);
            Assert.EndsWith(end, answer, StringComparison.Ordinal);
        }

        await AssertServesAsync(server);
    }

    [Fact]
    public async Task A_client_that_stops_sending_after_a_long_body_gets_its_answer()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using RawConnection connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(RawConnection.Headers(1_000_000));
        await connection.SendAsync(new string(' ', 999_998) + "{}");
        connection.EndSending();
        Assert.EndsWith("""{"TableNames":[]}""", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_stops_within_a_body_is_let_go()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using RawConnection connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(RawConnection.Headers(1000) + "{");
        connection.EndSending();
        Assert.Equal("", await connection.ReadToEndAsync());
        await AssertServesAsync(server);
    }

    [Fact]
    public async Task A_client_that_stops_sending_gets_all_of_its_answers()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using RawConnection connection = await RawConnection.OpenAsync(server);
        string request = RawConnection.Headers(2) + "{}";
        await connection.SendAsync(string.Concat(Enumerable.Repeat(request, 20)));
        connection.EndSending();
        string answers = await connection.ReadToEndAsync();
        Assert.Equal(20, answers.Split("""{"TableNames":[]}""").Length - 1);
    }

    [Fact]
    public async Task A_client_that_vanishes_does_no_harm()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        for (int i = 0; i < 20; i++)
        {
            using RawConnection connection = await RawConnection.OpenAsync(server);
            await connection.SendAsync(RawConnection.Headers(1000) + "{");
        }

        await AssertServesAsync(server);
    }

    [Theory]
    [InlineData("\0\u0001\u0002\u0003\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/9.9\r\nHost: a\r\n\r\n", 505)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", 400)]
    public async Task What_is_not_http_is_refused(string text, int status)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(Impatient);
        using RawConnection connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(text);
        Assert.StartsWith($"HTTP/1.1 {status} ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
        await AssertServesAsync(server);
    }

    [Fact]
    public async Task Headers_have_a_bound()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using RawConnection connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"POST / HTTP/1.1\r\nHost: a\r\nX: {new string('x', 20_000)}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 431 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_refused_can_still_be_sent()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using RawConnection connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(RawConnection.Headers(20 * 1024 * 1024));
        await connection.SendAsync(new byte[20 * 1024 * 1024]);
        Assert.StartsWith("HTTP/1.1 413 ", await connection.ReadResponseAsync(), StringComparison.Ordinal);
        await connection.SendAsync(RawConnection.Headers(2) + "{}");
        Assert.EndsWith("""{"TableNames":[]}""", await connection.ReadResponseAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unfinished_bodies_of_all_connections_have_a_common_bound()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(
            new ServerOptions { Port = 0, SharedDatabase = true, PendingBytesMax = 3 * ServerOptions.BodyBytesMax });
        byte[] most = Encoding.ASCII.GetBytes(new string(' ', ServerOptions.BodyBytesMax - 2));
        RawConnection[] connections = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RawConnection.OpenAsync(server)))];
        Task<string>[] answers = [.. connections.Select(connection => connection.ReadResponseAsync())];
        await Task.WhenAll(connections.Select(async connection =>
        {
            await connection.SendAsync(RawConnection.Headers(most.Length + 2));
            await connection.SendAsync(most);
        }));

        // four unfinished bodies do not fit, so that none can be served before one was refused
        await Task.WhenAny(answers);
        await Task.WhenAll(connections.Select(connection => connection.SendAsync("{}")));
        string[] all = await Task.WhenAll(answers);
        Assert.Contains(all, answer => answer.Contains("com.amazon.coral.availability#ThrottlingException", StringComparison.Ordinal));
        Assert.All(all, answer => Assert.True(
            answer.EndsWith("""{"TableNames":[]}""", StringComparison.Ordinal) || answer.Contains("ThrottlingException", StringComparison.Ordinal), answer));

        // what they took is free again
        using HttpResponseMessage later = await server.PostAsync("ListTables", [.. most, .. "{}"u8]);
        Assert.Equal("""{"TableNames":[]}""", await later.Content.ReadAsStringAsync());
        Array.ForEach(connections, connection => connection.Dispose());
    }

    private static async Task AssertServesAsync(ServerUnderTest server)
    {
        using HttpResponseMessage response = await server.PostAsync("ListTables", "{}");
        Assert.Equal("""{"TableNames":[]}""", await response.Content.ReadAsStringAsync());
    }
}
