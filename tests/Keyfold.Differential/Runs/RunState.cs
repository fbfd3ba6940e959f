using System.Text.Json;
using System.Text.Json.Serialization;

namespace Keyfold.Differential.Runs;

/// <summary>How far a run has come; kept in a file, it goes on from there.</summary>
internal sealed record RunState
{
    /// <summary>The two backends.</summary>
    public required string Contest { get; init; }

    /// <summary>The seed of all sequences.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The number of requests in a sequence.</summary>
    public required int Length { get; init; }

    /// <summary>The sequences that have been played, from the first.</summary>
    public long Sequences { get; init; }

    /// <summary>The requests that were compared.</summary>
    public long Requests { get; init; }

    /// <summary>How often each explanation was needed, by its name.</summary>
    public SortedDictionary<string, ExplainedCount> Explained { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The sequences that diverge and count for nothing yet: their numbers, and where.</summary>
    public SortedDictionary<long, string> Diverged { get; init; } = [];

    /// <summary>Adds the outcome of a sequence: the next one, or one that diverged before.</summary>
    public RunState After(long number, Outcome outcome)
    {
        SortedDictionary<long, string> diverged = new(Diverged);
        RunState played = this with { Diverged = diverged, Sequences = Math.Max(Sequences, number + 1) };
        if (outcome.Divergence is { } divergence)
        {
            diverged[number] = divergence.ToString();
            return played;
        }

        diverged.Remove(number);
        SortedDictionary<string, ExplainedCount> explained = new(Explained, StringComparer.Ordinal);
        foreach ((Requests.Explanation explanation, int count) in outcome.Explained)
        {
            explained[explanation.Name] = new ExplainedCount(explanation.Decision, (explained.GetValueOrDefault(explanation.Name)?.Count ?? 0) + count);
        }

        return played with { Requests = Requests + outcome.Requests, Explained = explained };
    }

    /// <summary>Reads a state, or null if there is no file.</summary>
    public static RunState? Load(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), RunStateJson.Default.RunState) : null;

    /// <summary>Writes the state so that a crash leaves the old one or the new one.</summary>
    public void Save(string path)
    {
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this, RunStateJson.Default.RunState));
        File.Move(path + ".new", path, overwrite: true);
    }
}

/// <summary>How often an explanation was needed, and what decides it.</summary>
internal sealed record ExplainedCount(string Decision, long Count);

[JsonSerializable(typeof(RunState))]
[JsonSourceGenerationOptions(WriteIndented = true)]
internal sealed partial class RunStateJson : JsonSerializerContext;
