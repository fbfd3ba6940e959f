using System.CommandLine;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Keyfold.Cli.Client;
using Spectre.Console;

namespace Keyfold.Cli.Commands;

/// <summary><c>keyfold tables</c>: which tables there are.</summary>
internal static class TablesCommand
{
    public static Command Create(Terminal terminal) =>
        ClientCommand.Create("tables", "Lists the tables.", (parsed, client, cancellationToken) => RunAsync(parsed, client, terminal, cancellationToken));

    private static async Task RunAsync(ParseResult parsed, AmazonDynamoDBClient client, Terminal terminal, CancellationToken cancellationToken)
    {
        List<string> names = [];
        IAsyncEnumerable<string> listed = client.Paginators.ListTables(new ListTablesRequest()).TableNames;
        await foreach (string name in listed.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            names.Add(name);
        }

        if (!terminal.IsInteractive)
        {
            foreach (string name in names)
            {
                await terminal.Output.WriteLineAsync(name).ConfigureAwait(false);
            }
        }
        else if (names.Count == 0)
        {
            terminal.Console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"No tables of {ClientOptions.DatabaseOf(parsed)}.");
        }
        else
        {
            terminal.Console.Write(await DrawAsync(names, client, cancellationToken).ConfigureAwait(false));
        }
    }

    private static async Task<Table> DrawAsync(List<string> names, AmazonDynamoDBClient client, CancellationToken cancellationToken)
    {
        Table drawn = new Table().RoundedBorder().AddColumns("table", "status").AddColumn("items", column => column.RightAligned())
            .AddColumn("bytes", column => column.RightAligned());
        foreach (string name in names)
        {
            TableDescription table = (await client.DescribeTableAsync(name, cancellationToken).ConfigureAwait(false)).Table;
            drawn.AddRow(
                Markup.Escape(name),
                table.TableStatus.Value,
                string.Create(CultureInfo.InvariantCulture, $"{table.ItemCount:N0}"),
                string.Create(CultureInfo.InvariantCulture, $"{table.TableSizeBytes:N0}"));
        }

        return drawn;
    }
}
