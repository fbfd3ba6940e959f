using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using Keyfold.Benchmarks.Model;

namespace Keyfold.Aws.Benchmarks;

/// <summary>10,000 gets at once over real connections to a server of this process, and how the thread pool's queue and its threads fare meanwhile.</summary>
internal static class Concurrency
{
    private const int Gets = 10_000;
    private const int Connections = 64;

    private static readonly TimeSpan SampleInterval = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync()
    {
        ThreadPool.SetMinThreads(2, 2);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = ServeAsync(listener);
        var shop = new ShopTable(new DynamoDbBackend(new DynamoDbOptions
        {
            ServiceUrl = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"),
            Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            ConnectionsMax = Connections,
            RequestTimeout = TimeSpan.FromMinutes(1),
        }));
        await shop.Orders.GetAsync("10001", 1);

        using var end = new CancellationTokenSource();
        Task<(long Queue, int Threads)> sampling = SampleAsync(end.Token);
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Gets).Select(async i => await shop.Orders.GetAsync("10001", i)));
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        await end.CancelAsync();
        (long queue, int threads) = await sampling;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Gets:N0} gets on {Environment.ProcessorCount} processors over {Connections} connections: {time.TotalMilliseconds:F0} ms, "
                + $"longest queue {queue:N0}, most threads {threads}, queue at the end {ThreadPool.PendingWorkItemCount}"));
        listener.Stop();
        await serving;
    }

    private static async Task<(long Queue, int Threads)> SampleAsync(CancellationToken end)
    {
        // a thread of its own: a timer would wait in the queue that it is to measure
        return await Task.Factory.StartNew(
            () =>
            {
                long queue = 0;
                int threads = 0;
                while (!end.WaitHandle.WaitOne(SampleInterval))
                {
                    queue = Math.Max(queue, ThreadPool.PendingWorkItemCount);
                    threads = Math.Max(threads, ThreadPool.ThreadCount);
                }

                return (queue, threads);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    private static async Task ServeAsync(TcpListener listener)
    {
        string body = $"{{\"Item\":{Wire.ItemOf(Orders.Make(1, 1))}}}";
        byte[] answer = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptSocketAsync(), answer);
            }
        }
        catch (Exception error) when (error is SocketException or InvalidOperationException)
        {
            // stopped
        }
    }

    /// <summary>Answers each request of a connection; a request is small enough to come in one piece on this machine.</summary>
    private static async Task ServeAsync(Socket connection, byte[] answer)
    {
        using (connection)
        {
            byte[] buffer = new byte[4096];
            int length = 0;
            while (true)
            {
                int read = await connection.ReceiveAsync(buffer.AsMemory(length));
                if (read == 0)
                {
                    return;
                }

                length += read;
                if (buffer[length - 1] == (byte)'}')
                {
                    length = 0;
                    await connection.SendAsync(answer);
                }
            }
        }
    }
}
