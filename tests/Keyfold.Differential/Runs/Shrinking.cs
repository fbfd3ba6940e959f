using Keyfold.Differential.Requests;
using Keyfold.Schema;

namespace Keyfold.Differential.Runs;

/// <summary>Leaves out of a sequence that diverges what is not needed for it.</summary>
internal static class Shrinking
{
    /// <summary>A short sequence that still diverges, with where it does: larger and larger parts are tried to be missing, then smaller ones again.</summary>
    public static async Task<(IReadOnlyList<Operation> Operations, Divergence Divergence)> ShortenAsync(
        IContest contest, long number, TableSchema schema, IReadOnlyList<Operation> operations, Divergence divergence)
    {
        List<Operation> kept = [.. operations];
        for (int part = Math.Max(1, kept.Count / 2); part >= 1; part /= 2)
        {
            for (int start = 0; start < kept.Count;)
            {
                List<Operation> shorter = [.. kept[..start], .. kept[Math.Min(kept.Count, start + part)..]];
                if ((await contest.PlayAsync(number, schema, shorter)).Divergence is { } still)
                {
                    kept = shorter;
                    divergence = still;
                }
                else
                {
                    start += part;
                }
            }
        }

        return (kept, divergence);
    }
}
