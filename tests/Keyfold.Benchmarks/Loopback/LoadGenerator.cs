using System.Diagnostics;
using System.Net.Sockets;

namespace Keyfold.Benchmarks.Loopback;

/// <summary>
/// Sends requests on one connection, or on several at once, and counts. All servers get the same. One thread serves all connections, so that of the processor
/// that it shares with the server it takes little, and the same from each server.
/// </summary>
internal static class LoadGenerator
{
    /// <summary>Sends all of the requests, each once.</summary>
    public static void SendAll(int port, IEnumerable<byte[]> requests)
    {
        using HttpConnection connection = new(port);
        foreach (byte[] request in requests)
        {
            connection.Send(request);
            connection.Receive();
        }
    }

    /// <summary>Sends requests for some time, on every connection the next one when the last is answered.</summary>
    public static Measurement Measure(int port, byte[][] requests, int connections, TimeSpan duration)
    {
        Line[] lines = [.. Enumerable.Range(0, connections).Select(number => new Line(port, requests, number * requests.Length / connections))];
        Dictionary<Socket, Line> bySocket = lines.ToDictionary(line => line.Socket);
        List<double> microseconds = new(1_000_000);
        List<Socket> answered = new(connections);
        long begin = Stopwatch.GetTimestamp();
        Array.ForEach(lines, line => line.Send());
        while (Stopwatch.GetElapsedTime(begin) < duration)
        {
            WaitForAny(lines, answered);
            foreach (Socket socket in answered)
            {
                Line line = bySocket[socket];
                microseconds.Add(line.Receive().TotalMicroseconds);
                line.Send();
            }
        }

        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        foreach (Line line in lines)
        {
            line.Receive();
            line.Dispose();
        }

        microseconds.Sort();
        return new Measurement(microseconds.Count / seconds, microseconds[microseconds.Count / 2], microseconds[microseconds.Count * 99 / 100]);
    }

    private static void WaitForAny(Line[] lines, List<Socket> answered)
    {
        answered.Clear();
        answered.AddRange(lines.Select(line => line.Socket));
        if (lines.Length > 1)
        {
            Socket.Select(answered, checkWrite: null, checkError: null, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A connection and what is sent on it.</summary>
    private sealed class Line(int port, byte[][] requests, int next) : IDisposable
    {
        private readonly HttpConnection _connection = new(port);
        private int _next = next;
        private long _sent;

        public Socket Socket => _connection.Socket;

        public void Send()
        {
            _sent = Stopwatch.GetTimestamp();
            _connection.Send(requests[_next++ % requests.Length]);
        }

        /// <summary>The time from the request to its answer.</summary>
        public TimeSpan Receive()
        {
            _connection.Receive();
            return Stopwatch.GetElapsedTime(_sent);
        }

        public void Dispose() => _connection.Dispose();
    }
}

/// <summary>What one run came to.</summary>
internal readonly record struct Measurement(double PerSecond, double MedianMicroseconds, double NinetyNinthMicroseconds);
