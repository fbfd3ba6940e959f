using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Specification.Tests.Differential;

/// <summary>Sends the same requests to two backends and compares every reply, and in the end everything that is stored.</summary>
internal static class Agreement
{
    private const int ShownCharacters = 600;

    /// <summary>Where the backends part, or null.</summary>
    /// <param name="first">A backend.</param>
    /// <param name="second">Another one.</param>
    /// <param name="schema">The table that both are given.</param>
    /// <param name="operations">The requests.</param>
    /// <param name="isEqual">Whether two replies that are not equal count as equal.</param>
    public static async Task<string?> FindDifference<TFirst, TSecond>(
        TFirst first, TSecond second, TableSchema schema, IEnumerable<Operation> operations, Func<string, string, bool> isEqual)
        where TFirst : IStorageBackend, ITableAdministration
        where TSecond : IStorageBackend, ITableAdministration
    {
        await first.CreateTableAsync(schema);
        await second.CreateTableAsync(schema);
        IEnumerable<Operation> finalScans = schema.Indexes.Select(index => index.Name).Prepend(null)
            .Select(index => new ScanOperation(index, null, null, Select.Default, null, null));
        foreach (Operation operation in operations.Concat(finalScans))
        {
            string expected = await Reply.Of(operation, first, schema);
            string actual = await Reply.Of(operation, second, schema);
            if (!string.Equals(expected, actual, StringComparison.Ordinal) && !isEqual(expected, actual))
            {
                return $"{Shorten(operation.ToString())}\n  expected: {Around(expected, actual)}\n  actual:   {Around(actual, expected)}";
            }
        }

        string expectedDescription = Describe(await first.DescribeTableAsync(schema.Name));
        string actualDescription = Describe(await second.DescribeTableAsync(schema.Name));
        return string.Equals(expectedDescription, actualDescription, StringComparison.Ordinal)
            ? null
            : $"DescribeTable\n  expected: {expectedDescription}\n  actual:   {actualDescription}";
    }

    private static string Describe(TableDescription table) => $"{table.ItemCount} items, {table.SizeBytes} bytes, {table.Indexes}";

    public static string Shorten(string text) => text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "…";

    // the part of a long reply where it differs
    private static string Around(string text, string other)
    {
        int start = Math.Max(0, text.AsSpan().CommonPrefixLength(other) - (ShownCharacters / 2));
        return (start > 0 ? "…" : "") + Shorten(text[start..]);
    }
}
