using System.Net.Sockets;
using System.Text;

namespace Keyfold.Server.Tests;

/// <summary>A client that sends what no decent client would.</summary>
internal sealed class RawConnection : IDisposable
{
    // no test waits that long unless the server hangs
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(1);

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;

    private RawConnection(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
    }

    /// <summary>The headers of a ListTables whose body has a length.</summary>
    public static string Headers(int contentLength, string operation = "ListTables") =>
        $"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: DynamoDB_20120810.{operation}\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {contentLength}\r\n\r\n";

    public static async Task<RawConnection> OpenAsync(ServerUnderTest server)
    {
        TcpClient client = new();
        await client.ConnectAsync(server.Server.Address.Host, server.Server.Address.Port);
        client.NoDelay = true;
        return new RawConnection(client);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes).AsTask().WaitAsync(HangGuard);

    /// <summary>Ends what this side sends; the other side may go on.</summary>
    public void EndSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Everything up to where the server closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using MemoryStream received = new();
        try
        {
            await _stream.CopyToAsync(received).WaitAsync(HangGuard);
        }
        catch (IOException)
        {
            // a reset after the answer: the server had no use for the rest of the body
        }

        return Encoding.Latin1.GetString(received.ToArray());
    }

    /// <summary>The next answer, of which the server told the length.</summary>
    public async Task<string> ReadResponseAsync()
    {
        StringBuilder received = new();
        byte[] one = new byte[1];
        while (!received.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            Assert.Equal(1, await _stream.ReadAsync(one).AsTask().WaitAsync(HangGuard));
            received.Append((char)one[0]);
        }

        string length = received.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
        byte[] body = new byte[int.Parse(length["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture)];
        await _stream.ReadExactlyAsync(body).AsTask().WaitAsync(HangGuard);
        return received + Encoding.UTF8.GetString(body);
    }

    public void Dispose() => _client.Dispose();
}
