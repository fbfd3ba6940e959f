using System.Text.RegularExpressions;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Differential.Requests;

/// <summary>Sends the same requests to two backends and compares every reply, and in the end everything that is stored.</summary>
/// <param name="schema">The table that both are given.</param>
/// <param name="explain">Why replies that are not equal may differ; null when there is no reason.</param>
internal sealed partial class Agreement(TableSchema schema, Func<Divergence, Explanation?> explain)
{
    private const int ShownCharacters = 600;

    private readonly Dictionary<Explanation, int> _explained = [];

    /// <summary>The requests that were sent to both.</summary>
    public int Requests { get; private set; }

    /// <summary>How often each explanation was needed.</summary>
    public IReadOnlyDictionary<Explanation, int> Explained => _explained;

    /// <summary>Where the backends part, or null.</summary>
    public async Task<Divergence?> FindDivergenceAsync<TFirst, TSecond>(TFirst first, TSecond second, IEnumerable<Operation> operations)
        where TFirst : IStorageBackend, ITableAdministration
        where TSecond : IStorageBackend, ITableAdministration
    {
        await first.CreateTableAsync(schema);
        await second.CreateTableAsync(schema);
        IEnumerable<Operation> finalScans = schema.Indexes.Select(index => index.Name).Prepend(null)
            .Select(index => new ScanOperation(index, null, null, Select.Default, null, null));
        foreach (Operation operation in operations.Concat(finalScans))
        {
            Divergence reply = new(operation, await Reply.Of(operation, first, schema), await Reply.Of(operation, second, schema));
            Requests++;
            if (reply.IsEqual)
            {
                continue;
            }

            if (explain(reply) is not { } explanation)
            {
                return reply;
            }

            _explained[explanation] = _explained.GetValueOrDefault(explanation) + 1;
            if (explanation.PartsWays)
            {
                return null;
            }

            if (operation.Writes && await HoldDifferentItemsAsync(first, second))
            {
                return reply;
            }
        }

        Divergence description = new(null, Describe(await first.DescribeTableAsync(schema.Name)), Describe(await second.DescribeTableAsync(schema.Name)));
        return description.IsEqual || explain(description) is not null ? null : description;
    }

    /// <summary>As much of a text as a person reads.</summary>
    public static string Shorten(string text)
    {
        string brief = Repetition().Replace(text, "${one}…${one}");
        return brief.Length <= ShownCharacters ? brief : brief[..ShownCharacters] + "…";
    }

    // a reply that is explained must not hide that something else was written
    private async Task<bool> HoldDifferentItemsAsync(IStorageBackend first, IStorageBackend second)
    {
        ScanOperation everything = new(null, null, null, Select.Default, null, null);
        return !string.Equals(await ItemsAsync(first), await ItemsAsync(second), StringComparison.Ordinal);

        async Task<string> ItemsAsync(IStorageBackend backend) => Reply.WithoutCapacity(await everything.Send(backend, schema));
    }

    private static string Describe(TableDescription table) => $"{table.ItemCount} items, {table.SizeBytes} bytes, "
        + string.Join(", ", table.Indexes.OrderBy(index => index.Name, StringComparer.Ordinal));

    [GeneratedRegex(@"(?<one>.)\k<one>{9,}", RegexOptions.Singleline, 1000)]
    private static partial Regex Repetition();
}
