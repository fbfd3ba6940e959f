using System.Globalization;
using System.Reflection;

namespace Keyfold.Benchmarks.Loopback;

/// <summary>
/// <c>keyfold serve</c> beside DynamoDB Local, each a process of its own, under one load generator with the same bytes for both. They take turns operation by
/// operation in many short rounds, and the medians of the rounds count: of the rates, and of the ratio within a round, in which the machine was the same for
/// both. Usage: dotnet run -c Release --project tests/Keyfold.Benchmarks -- loopback [seconds of a round] [items]
/// </summary>
internal static class LoopbackBenchmark
{
    private const int Rounds = 9;
    private const int WarmUpRounds = 3;

    private static readonly int[] Connections = [1, 16];

    /// <summary>Runs both in one go and prints a table.</summary>
    public static void Run(string[] arguments)
    {
        double seconds = arguments.Length > 0 ? double.Parse(arguments[0], CultureInfo.InvariantCulture) : 1;
        int items = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 200_000;
        using ServerProcess keyfold = StartKeyfold();
        using ServerProcess? local = StartLocal();
        using ServerProcess bare = StartBare();
        ServerProcess[] servers = local is null ? [keyfold] : [keyfold, local];
        foreach (ServerProcess server in servers)
        {
            LoadGenerator.SendAll(server.Port, [Requests.CreateTable]);
            LoadGenerator.SendAll(server.Port, Requests.Load(items));
        }

        MeasureBare(keyfold, bare, Requests.Measured(items).First().Requests, TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"| {items:N0} items of 300 bytes | connections | {string.Join(" | ", servers.Select(server => $"{server.Name}, per second | median, 99 %"))} | ratio |");
        Console.WriteLine($"|---|---:|{string.Concat(servers.Select(_ => "---:|---:|"))}---:|");
        foreach ((string name, byte[][] requests) in Requests.Measured(items))
        {
            foreach (int connections in Connections)
            {
                Report(name, connections, Measure(servers, requests, connections, TimeSpan.FromSeconds(seconds)));
            }
        }

        ReportFigure("start to first answer, ms", servers, server => server.Started.TotalMilliseconds);
        ReportFigure("peak memory, MB", servers, server => server.PeakBytes / 1e6);
    }

    /// <summary>How near the server comes to one that does nothing.</summary>
    private static void MeasureBare(ServerProcess keyfold, ServerProcess bare, byte[][] requests, TimeSpan duration)
    {
        foreach (int connections in Connections)
        {
            List<Measurement>[] rounds = Measure([keyfold, bare], requests, connections, duration);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"GetItem, {connections} connections: {Ratio(rounds):P0} of the {Median(rounds[1]).PerSecond:N0} per second of a bare ASP.NET server that answers a constant"));
        }
    }

    private static List<Measurement>[] Measure(ServerProcess[] servers, byte[][] requests, int connections, TimeSpan duration)
    {
        List<Measurement>[] rounds = [.. servers.Select(_ => new List<Measurement>())];
        for (int round = -WarmUpRounds; round < Rounds; round++)
        {
            for (int server = 0; server < servers.Length; server++)
            {
                Measurement measurement = LoadGenerator.Measure(servers[server].Port, requests, connections, duration);
                if (round >= 0)
                {
                    rounds[server].Add(measurement);
                }
            }
        }

        return rounds;
    }

    private static void Report(string name, int connections, List<Measurement>[] rounds)
    {
        IEnumerable<string> cells = rounds.Select(Median).Select(one => string.Create(
            CultureInfo.InvariantCulture, $"{one.PerSecond:N0} | {one.MedianMicroseconds:N0} µs, {one.NinetyNinthMicroseconds:N0} µs"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {connections} | {string.Join(" | ", cells)} | {Ratio(rounds):0.0} |"));
    }

    private static Measurement Median(List<Measurement> rounds) => rounds.OrderBy(measurement => measurement.PerSecond).ElementAt(Rounds / 2);

    private static double Ratio(List<Measurement>[] rounds) =>
        rounds[0].Zip(rounds[^1], (one, other) => one.PerSecond / other.PerSecond).Order().ElementAt(Rounds / 2);

    private static void ReportFigure(string name, ServerProcess[] servers, Func<ServerProcess, double> figure) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | | {string.Join(" | ", servers.Select(server => string.Create(CultureInfo.InvariantCulture, $"{figure(server):N0} | ")))} | {figure(servers[0]) / figure(servers[^1]):0.00} |"));

    private static ServerProcess StartKeyfold()
    {
        string root = typeof(LoopbackBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "KeyfoldRoot").Value!;
        string program = Path.Combine(root, "src/Keyfold.Cli/bin/Release/net10.0/Keyfold.Cli");
        return ServerProcess.Start("Keyfold", program, ["serve", "--port", "{port}"]);
    }

    private static ServerProcess StartBare() => ServerProcess.Start("bare", Environment.ProcessPath!, [BareServer.Argument, "{port}"]);

    /// <summary>Null, with a word about it, if it is not known where DynamoDB Local is.</summary>
    private static ServerProcess? StartLocal()
    {
        if (Environment.GetEnvironmentVariable("KEYFOLD_DYNAMODB_LOCAL") is not { Length: > 0 } home)
        {
            Console.WriteLine("KEYFOLD_DYNAMODB_LOCAL does not name the folder of DynamoDBLocal.jar: Keyfold alone.");
            return null;
        }

        return ServerProcess.Start(
            "DynamoDB Local", "java", ["-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-inMemory", "-port", "{port}"], home);
    }
}
