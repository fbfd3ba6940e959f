using Keyfold.Differential.Requests;
using Keyfold.Schema;

namespace Keyfold.Differential.Runs;

/// <summary>Two backends that should reply alike, and what is known of where they do not.</summary>
internal interface IContest
{
    /// <summary>The two in a few words.</summary>
    string Name { get; }

    /// <summary>The sequence of a number.</summary>
    RequestSequence SequenceOf(ulong seed, long number);

    /// <summary>Lets both answer a sequence from the beginning, on tables of their own.</summary>
    Task<Outcome> PlayAsync(long number, TableSchema schema, IReadOnlyList<Operation> operations);
}

/// <summary>A table and requests to it.</summary>
internal sealed record RequestSequence(TableSchema Schema, IReadOnlyList<Operation> Operations);

/// <summary>How a sequence ended.</summary>
/// <param name="Requests">The requests that were compared.</param>
/// <param name="Explained">How often each explanation was needed.</param>
/// <param name="Divergence">The first that nothing explains, or null.</param>
internal sealed record Outcome(int Requests, IReadOnlyDictionary<Explanation, int> Explained, Divergence? Divergence);
