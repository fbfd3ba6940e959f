using FsCheck;
using FsCheck.Fluent;
using Keyfold.Differential.Requests;
using Keyfold.Schema;

namespace Keyfold.Differential.Generation;

/// <summary>Sequences of requests that a seed and a number tell apart.</summary>
internal static class Sequences
{
    // the size is FsCheck's: how large lists and texts become
    private const int Size = 60;

    /// <summary>The sequence of a number: a table, and requests to it.</summary>
    /// <param name="schemas">The tables.</param>
    /// <param name="seed">Tells sequences of one number apart.</param>
    /// <param name="number">The number.</param>
    /// <param name="length">The number of requests.</param>
    public static (TableSchema Schema, IReadOnlyList<Operation> Operations) Of(Gen<TableSchema> schemas, ulong seed, long number, int length)
    {
        // the increment of FsCheck's generator must be odd
        Rnd random = new(seed + ((ulong)number * 0x9E3779B97F4A7C15), ((ulong)number * 2) + 1);
        TableSchema schema = schemas.Sample(1, random, Size).Single();
        schema = schema with { Name = FormattableString.Invariant($"differential-{number}") };
        return (schema, [.. new Operations(schema, "1", "2").Any.Sample(length, random, Size)]);
    }
}
