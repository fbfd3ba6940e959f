using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Keyfold.Benchmarks.Loopback;

/// <summary>A server in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private ServerProcess(string name, Process process, int port, TimeSpan started)
    {
        Name = name;
        _process = process;
        Port = port;
        Started = started;
    }

    public string Name { get; }

    public int Port { get; }

    /// <summary>From the start of the process to the answer to its first request.</summary>
    public TimeSpan Started { get; }

    /// <summary>The largest part of memory that the process has held.</summary>
    public long PeakBytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts a program; <c>{port}</c> in an argument is its port.</summary>
    public static ServerProcess Start(string name, string program, string[] arguments, string? folder = null)
    {
        int port = FreePort();
        ProcessStartInfo start = new(program, arguments.Select(argument => argument.Replace("{port}", $"{port}", StringComparison.Ordinal)))
        {
            WorkingDirectory = folder ?? "",
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        long begin = Stopwatch.GetTimestamp();
        Process process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!Answers(port))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(begin) > StartMax)
            {
                throw new InvalidOperationException($"{name} did not start: {program} {string.Join(' ', start.ArgumentList)}");
            }

            Thread.Sleep(2);
        }

        return new ServerProcess(name, process, port, Stopwatch.GetElapsedTime(begin));
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool Answers(int port)
    {
        try
        {
            using HttpConnection connection = new(port);
            connection.Send(Requests.ListTables);
            connection.Receive();
            return true;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
