namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>Counts what code allocates.</summary>
internal static class Allocations
{
    private const int Rounds = 20;
    private const int RunsPerRound = 50;

    /// <summary>
    /// The bytes of one run. A collection that another test causes throws the rest of this thread's allocation buffer away, which counts as allocated: hence
    /// the least of several rounds.
    /// </summary>
    public static long PerRun<T>(Func<T> run)
    {
        run();
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < RunsPerRound; i++)
            {
                run();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least / RunsPerRound;
    }
}
