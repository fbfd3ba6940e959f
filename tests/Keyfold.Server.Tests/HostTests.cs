using System.Net;
using System.Text;

namespace Keyfold.Server.Tests;

/// <summary>What a server says that is no operation, and whom it lets in.</summary>
public sealed class HostTests
{
    [Theory]
    [InlineData("GET", "/healthz", 200, "ok\n")]
    [InlineData("GET", "/", 200, "Keyfold 0.1.0: DynamoDB's interface on an embedded engine. Take this address for a DynamoDB client's endpoint URL.\n")]
    [InlineData("GET", "/elsewhere", 404, "<UnknownOperationException/>\n")]
    [InlineData("POST", "/elsewhere", 404, "<UnknownOperationException/>\n")]
    [InlineData("POST", "/", 404, "<UnknownOperationException/>\n")]
    [InlineData("PUT", "/", 404, "<UnknownOperationException/>\n")]
    [InlineData("DELETE", "/", 404, "<UnknownOperationException/>\n")]
    [InlineData("OPTIONS", "/", 404, "<UnknownOperationException/>\n")]
    public async Task What_is_no_operation_has_a_plain_answer(string method, string path, int status, string text)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (method != "GET")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "text/plain");
        }

        using HttpResponseMessage response = await server.Http.SendAsync(request);
        Assert.Equal((status, text), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Matches("^[0-9A-Z]{52}$", Assert.Single(response.Headers.GetValues("x-amzn-RequestId")));
    }

    [Theory]
    [InlineData("application/x-amz-json-1.0", "application/x-amz-json-1.0")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json; charset=utf-8", "application/json")]
    public async Task An_answer_has_the_media_type_of_the_request(string sent, string received)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using HttpResponseMessage response = await server.PostAsync(
            "ListTables", "{}"u8.ToArray(), request => request.Content!.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(sent));
        Assert.Equal(received, response.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"TableNames":[]}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("1315925753", Assert.Single(response.Headers.GetValues("x-amz-crc32")));
        Assert.Matches("^[0-9A-Z]{52}$", Assert.Single(response.Headers.GetValues("x-amzn-RequestId")));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    public async Task Without_access_keys_it_listens_on_loopback_only(string host)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => KeyfoldServer.StartAsync(new ServerOptions { Host = host, Port = 0 }));
        Assert.Equal(
            $"Without access keys anyone who reaches {host} could read and change every table. "
            + "Give at least one access key (keyfold serve --access-key ID:SECRET), or listen on localhost.",
            error.Message);
    }

    [Fact]
    public async Task With_access_keys_it_listens_everywhere()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(new ServerOptions { Host = "*", Port = 0, AccessKeys = [ServerUnderTest.Alice] });
        using HttpClient client = new();
        Assert.Equal("ok\n", await client.GetStringAsync(new Uri($"http://127.0.0.1:{server.Server.Address.Port}/healthz")));
    }

    [Theory]
    [InlineData("example.org", 0, "'example.org' is no address to listen on: use localhost, * or an IP address.")]
    [InlineData("localhost", -1, "The port must be between 0 and 65535.")]
    [InlineData("localhost", 65536, "The port must be between 0 and 65535.")]
    public async Task Options_are_checked_before_it_starts(string host, int port, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<InvalidOperationException>(
            () => KeyfoldServer.StartAsync(new ServerOptions { Host = host, Port = port }))).Message);

    [Fact]
    public async Task A_port_that_is_taken_is_an_error()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await Assert.ThrowsAsync<IOException>(
            () => KeyfoldServer.StartAsync(new ServerOptions { Host = IPAddress.Loopback.ToString(), Port = server.Server.Address.Port }));
    }
}
