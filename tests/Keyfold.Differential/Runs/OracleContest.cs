using Keyfold.Differential.Generation;
using Keyfold.Differential.Requests;
using Keyfold.Engine;
using Keyfold.Oracle;
using Keyfold.Schema;

namespace Keyfold.Differential.Runs;

/// <summary>
/// The embedded engine against the oracle, over everything that a table can have. Every other sequence runs in partitions of two items, which split all the
/// time.
/// </summary>
internal sealed class OracleContest(int length) : IContest
{
    public string Name => "the engine beside the oracle";

    public RequestSequence SequenceOf(ulong seed, long number)
    {
        (TableSchema schema, IReadOnlyList<Operation> operations) = Sequences.Of(Schemas.Any, seed, number, length);
        return new RequestSequence(schema, operations);
    }

    public async Task<Outcome> PlayAsync(long number, TableSchema schema, IReadOnlyList<Operation> operations)
    {
        Agreement agreement = new(schema, _ => null);
        EmbeddedEngine engine = new(new EngineOptions { PartitionItemsMax = number % 2 == 0 ? 2 : 4096 });
        Divergence? divergence = await agreement.FindDivergenceAsync(new OracleBackend(), engine, operations);
        return new Outcome(agreement.Requests, agreement.Explained, divergence);
    }
}
