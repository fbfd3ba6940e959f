using FsCheck;
using FsCheck.Fluent;

namespace Keyfold.Protocol.Tests;

/// <summary>
/// Runs property tests. Every run draws the same cases, so that a failure is the code's; KEYFOLD_SEED draws others, and FsCheck prints the seed of a failure.
/// </summary>
internal static class Property
{
    private static readonly ulong Seed =
        ulong.TryParse(Environment.GetEnvironmentVariable("KEYFOLD_SEED"), out ulong seed) ? seed : 20101201;

    /// <summary>Checks with many random generators of numbers; the one that fails is printed by its seed.</summary>
    public static void Holds(Action<Random> check, int count = 500) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => check(new Random(seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, 1));
}
