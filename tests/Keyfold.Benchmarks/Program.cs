using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Keyfold.Benchmarks.Loopback;

if (args is ["loopback", .. string[] rest])
{
    LoopbackBenchmark.Run(rest);
    return;
}

if (args is [BareServer.Argument, string port])
{
    BareServer.Run(port);
    return;
}

// All contenders of an operation run in one process, one after the other, so that their ratios hold on a noisy machine.
// Usage: dotnet run -c Release --project tests/Keyfold.Benchmarks -- --filter '*'
Job job = Job.Default
    .WithToolchain(InProcessNoEmitToolchain.Instance)
    .WithLaunchCount(1)
    .WithWarmupCount(3)
    .WithIterationCount(9);

ManualConfig config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(ConsoleLogger.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .WithOptions(ConfigOptions.JoinSummary);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
