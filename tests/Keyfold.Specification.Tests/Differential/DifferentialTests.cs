using System.Globalization;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Keyfold.Differential.Generation;
using Keyfold.Differential.Requests;
using Keyfold.Engine;
using Keyfold.Oracle;
using Keyfold.Schema;
using Keyfold.Specification.Tests.Protocol;
using Keyfold.Storage;

namespace Keyfold.Specification.Tests.Differential;

/// <summary>
/// The engine, and the protocol on the engine, against the oracle: random tables, random requests, equal replies. <c>KEYFOLD_DIFFERENTIAL_TESTS</c> says how
/// many sequences (150 of about 50 requests for each kind of engine, a third of it through the protocol); <c>KEYFOLD_DIFFERENTIAL_SEED</c> says which ones (a
/// number, or <c>random</c>).
/// </summary>
public sealed class DifferentialTests
{
    private static readonly Explanation OtherMistake = new("The protocol looks at keys while it reads them", "Order of checks recorded from the service");

    private const string TestsVariable = "KEYFOLD_DIFFERENTIAL_TESTS";
    private const string SeedVariable = "KEYFOLD_DIFFERENTIAL_SEED";

    // partitions of two items split all the time, those of the default size never here
    [Theory]
    [InlineData(2)]
    [InlineData(4096)]
    public void Engine_and_oracle_agree(int partitionItemsMax)
    {
        string? failure = Check(() => new EmbeddedEngine(new EngineOptions { PartitionItemsMax = partitionItemsMax }), Tests());
        Assert.True(failure is null, failure);
    }

    // of a request that is wrong in two ways the protocol may report another one first, since it looks at keys while it reads them
    [Fact]
    public void Protocol_and_oracle_agree()
    {
        string? failure = Check(
            () => ProtocolFixture.Connect(new EmbeddedEngine()), Tests() / 3, reply => Refuses(reply.Expected) && Refuses(reply.Actual) ? OtherMistake : null);
        Assert.True(failure is null, failure);
    }

    /// <summary>The checker must be able to fail: it finds what a wrong backend forgets, and a short way to it.</summary>
    [Fact]
    public void A_backend_with_a_bug_is_found()
    {
        string? failure = Check(() => new ForgetfulBackend(new OracleBackend()), Tests());
        Assert.NotNull(failure);
        Assert.Contains("after 1 request", failure, StringComparison.Ordinal);
    }

    /// <summary>Compares a backend with the oracle; tells the shortest sequence of requests found on which they differ, or null.</summary>
    private static string? Check<TBackend>(Func<TBackend> create, int tests, Func<Divergence, Explanation?>? explain = null)
        where TBackend : IStorageBackend, ITableAdministration
    {
        ulong seed = Seed();
        string? failure = null;
        Property property = Prop.ForAll(Schemas.Any.ToArbitrary(), schema => Prop.ForAll(
            Arb.Array(new Operations(schema, "token 1", "token 2").Any.ToArbitrary()),
            operations =>
            {
                Agreement agreement = new(schema, explain ?? (_ => null));
                Divergence? divergence = agreement.FindDivergenceAsync(new OracleBackend(), create(), operations).GetAwaiter().GetResult();
                failure = divergence is null ? failure : Describe(seed, schema, operations, divergence);
                return divergence is null;
            }));

        // the increment of FsCheck's generator must be odd
        property.Check(Config.Quick.WithRunner(new SilentRunner()).WithMaxTest(tests).WithStartSize(50).WithEndSize(150).WithReplay(seed, (2 * seed) + 1));
        return failure;
    }

    private static bool Refuses(string reply) =>
        reply.StartsWith("ValidationException: ", StringComparison.Ordinal)
        || (reply.StartsWith("TransactionCanceledException: ", StringComparison.Ordinal) && reply.Contains("ValidationError", StringComparison.Ordinal));

    private static string Describe(ulong seed, TableSchema schema, Operation[] operations, Divergence divergence) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Backend and oracle differ after {operations.Length} request{(operations.Length == 1 ? "" : "s")}. To see it again:
        {SeedVariable}={seed} {TestsVariable}={Tests()} dotnet test tests/Keyfold.Specification.Tests --filter {nameof(DifferentialTests)}
        {schema}
        {string.Join("\n", operations.Select(operation => Agreement.Shorten($"{operation}")))}
        difference at: {divergence}
        """);

    private static int Tests() => int.TryParse(Environment.GetEnvironmentVariable(TestsVariable), CultureInfo.InvariantCulture, out int tests) ? tests : 150;

    private static ulong Seed() => Environment.GetEnvironmentVariable(SeedVariable) switch
    {
        null or "" => 1,
        "random" => (ulong)RandomNumberGenerator.GetInt32(int.MaxValue),
        string seed => ulong.Parse(seed, CultureInfo.InvariantCulture),
    };
}
