using System.Diagnostics;
using System.Globalization;

namespace Keyfold.Aws.Benchmarks;

/// <summary>
/// Measures contenders in short rounds, one after the other in each, so that what disturbs the machine disturbs all alike. The ratio is the median of the rounds' own
/// ratios; that of the fastest tenths is for a machine with other work, and leaves out most of the garbage collector. Bytes are those of the thread, since everything
/// completes on it.
/// </summary>
internal static class Rounds
{
    private const int Count = 201;

    // code gets its final form in the background, after it has run for a while
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(2.5);

    public static void Compare(string title, params ReadOnlySpan<(string Name, Func<Task> Operation)> contenders)
    {
        double[][] times = new double[contenders.Length][];
        long[] bytes = new long[contenders.Length];
        int[] repeats = new int[contenders.Length];
        for (int i = 0; i < contenders.Length; i++)
        {
            times[i] = new double[Count];
            repeats[i] = WarmUp(contenders[i].Operation);
        }

        for (int round = 0; round < Count; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                times[i][round] = Run(contenders[i].Operation, repeats[i]);
                bytes[i] = (GC.GetAllocatedBytesForCurrentThread() - before) / repeats[i];
            }
        }

        Console.WriteLine($"\n### {title}\n\n| client | median µs | fastest tenth µs | ratio | of the fastest | bytes |\n|---|---:|---:|---:|---:|---:|");
        for (int i = 0; i < contenders.Length; i++)
        {
            double[] ratios = [.. times[i].Zip(times[0], static (own, first) => own / first)];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contenders[i].Name} | {Quantile(times[i], 0.5):F1} | {Quantile(times[i], 0.1):F1} | {Quantile(ratios, 0.5):F3} | {Quantile(times[i], 0.1) / Quantile(times[0], 0.1):F3} | {bytes[i]:N0} |"));
        }
    }

    /// <summary>Runs an operation until it has its final form, and gives how often it fits a round.</summary>
    public static int WarmUp(Func<Task> operation)
    {
        int repeats = 1;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUpTime)
        {
            double time = Run(operation, repeats * 4);
            repeats = Math.Clamp((int)(RoundTime.TotalMicroseconds / time), 1, 20_000);
        }

        return repeats;
    }

    /// <summary>Microseconds for each operation.</summary>
    private static double Run(Func<Task> operation, int repeats)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repeats; i++)
        {
            operation().GetAwaiter().GetResult();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / repeats;
    }

    private static double Quantile(double[] values, double quantile)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)(quantile * (sorted.Length - 1))];
    }
}
