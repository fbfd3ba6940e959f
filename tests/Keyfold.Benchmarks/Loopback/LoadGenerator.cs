using System.Diagnostics;

namespace Keyfold.Benchmarks.Loopback;

/// <summary>Sends requests on one connection, or on several at once with a thread each, and counts. All servers get the same.</summary>
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

    /// <summary>Sends requests for some time.</summary>
    public static Measurement Measure(int port, byte[][] requests, int connections, TimeSpan duration)
    {
        List<double>[] microseconds = [.. Enumerable.Range(0, connections).Select(_ => new List<double>(100_000))];
        long begin = Stopwatch.GetTimestamp();
        OnThreads(connections, worker =>
        {
            using HttpConnection connection = new(port);
            long before = Stopwatch.GetTimestamp();
            for (int i = worker * requests.Length / connections; Stopwatch.GetElapsedTime(begin) < duration; i++)
            {
                connection.Send(requests[i % requests.Length]);
                connection.Receive();
                long after = Stopwatch.GetTimestamp();
                microseconds[worker].Add(Stopwatch.GetElapsedTime(before, after).TotalMicroseconds);
                before = after;
            }
        });
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        double[] all = [.. microseconds.SelectMany(one => one).Order()];
        return new Measurement(all.Length / seconds, all[all.Length / 2], all[all.Length * 99 / 100]);
    }

    private static void OnThreads(int count, Action<int> work)
    {
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, count).Select(worker => new Thread(() =>
        {
            try
            {
                work(worker);
            }
#pragma warning disable CA1031 // rethrown on the thread that waits
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = exception;
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (failure is not null)
        {
            throw new InvalidOperationException("A connection failed.", failure);
        }
    }
}

/// <summary>What one run came to.</summary>
internal readonly record struct Measurement(double PerSecond, double MedianMicroseconds, double NinetyNinthMicroseconds);
