using FsCheck;
using FsCheck.Fluent;

namespace Keyfold.Core.Tests;

/// <summary>
/// Runs property tests. Every run draws the same cases, so that a failure is the code's; KEYFOLD_SEED draws others, and FsCheck prints the seed of a failure.
/// </summary>
internal static class Property
{
    private static readonly ulong Seed =
        ulong.TryParse(Environment.GetEnvironmentVariable("KEYFOLD_SEED"), out ulong seed) ? seed : 20101201;

    public static void Holds<T>(Gen<T> cases, Action<T> check, int count = 500) => Holds(cases.ToArbitrary(), check, count);

    public static void Holds<T>(Arbitrary<T> cases, Action<T> check, int count = 500) =>
        Prop.ForAll(cases, check).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, 1));
}
