using System.Globalization;
using Keyfold.Differential.Requests;
using Keyfold.Schema;
using Spectre.Console;

namespace Keyfold.Differential.Runs;

/// <summary>What a run says in the end.</summary>
internal static class Report
{
    /// <summary>The counts, and the explained differences with what decides each.</summary>
    public static void Write(IAnsiConsole console, RunState state)
    {
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{state.Contest}: {state.Requests:N0} requests in {state.Sequences:N0} sequences of seed {state.Seed}."));
        if (state.Explained.Count == 0)
        {
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("times").RightAligned()).AddColumn("explained difference").AddColumn("decided by");
        foreach ((string name, ExplainedCount explained) in state.Explained.OrderByDescending(explained => explained.Value.Count))
        {
            table.AddRow(explained.Count.ToString("N0", CultureInfo.InvariantCulture), Markup.Escape(name), Markup.Escape(explained.Decision));
        }

        console.Write(table);
    }

    /// <summary>A difference that nothing explains, and the requests that lead to it.</summary>
    public static void Write(IAnsiConsole console, long number, TableSchema schema, IReadOnlyList<Operation> operations, Divergence divergence)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Sequence {number} diverges after {operations.Count} requests:"));
        console.WriteLine(schema.ToString());
        foreach (Operation operation in operations)
        {
            console.WriteLine("  " + Agreement.Shorten(operation.ToString()));
        }

        console.WriteLine("at: " + divergence);
    }
}
