using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Keyfold.Benchmarks.Loopback;

/// <summary>
/// One keep-alive connection on a bare socket, used by one thread: a request of ready bytes out, an answer in, of which nothing but its end is looked for.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private const string ContentLength = "content-length:";

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1024 * 1024];

    public HttpConnection(int port) => _socket.Connect("127.0.0.1", port);

    /// <summary>Sends a request.</summary>
    public void Send(ReadOnlySpan<byte> request)
    {
        for (int sent = 0; sent < request.Length;)
        {
            sent += _socket.Send(request[sent..]);
        }
    }

    /// <summary>Reads the answer to the last request.</summary>
    /// <exception cref="InvalidOperationException">It is not 200; its text is the message.</exception>
    public void Receive()
    {
        int received = 0, headersEnd;
        while ((headersEnd = _buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8)) < 0)
        {
            received += Receive(received);
        }

        string headers = Encoding.ASCII.GetString(_buffer, 0, headersEnd + 2);
        int end = headersEnd + 4 + LengthIn(headers);
        while (received < end)
        {
            received += Receive(received);
        }

        if (!headers.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, received));
        }
    }

    public void Dispose() => _socket.Dispose();

    private int Receive(int offset)
    {
        int count = _socket.Receive(_buffer, offset, _buffer.Length - offset, SocketFlags.None);
        return count > 0 ? count : throw new IOException("The server has closed the connection.");
    }

    private static int LengthIn(string headers)
    {
        int at = headers.IndexOf(ContentLength, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            throw new InvalidOperationException($"The answer does not tell its length:\n{headers}");
        }

        ReadOnlySpan<char> rest = headers.AsSpan(at + ContentLength.Length);
        return int.Parse(rest[..rest.IndexOf('\r')], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }
}
