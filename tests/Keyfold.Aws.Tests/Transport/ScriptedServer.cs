using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Keyfold.Aws.Tests.Transport;

/// <summary>A server on this machine that reads each request whole and then does what a test says.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _serving;
    private int _requests;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Gets the head of a request and the connection; when it returns, the connection is reset.</param>
    public ScriptedServer(Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many requests came whole.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Answers with bytes as they are, and ends the connection with a reset.</summary>
    public static ScriptedServer Answering(string head, string body = "") => new((_, connection, end) =>
        connection.WriteAsync(Encoding.UTF8.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n" + body), end).AsTask());

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream connection = client.GetStream();
                string head = await ReadRequestAsync(connection);
                Interlocked.Increment(ref _requests);
                await _answer(head, connection, _end.Token);

                // what was written arrives; then no quiet end, but a reset
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
            {
                // the client went away, or the test is over
            }
        }
    }

    private static async Task<string> ReadRequestAsync(NetworkStream connection)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await connection.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }

        string text = head.ToString();
        string length = text.Split("\r\n").First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        await connection.ReadExactlyAsync(new byte[int.Parse(length.AsSpan(15), CultureInfo.InvariantCulture)]);
        return text;
    }
}
