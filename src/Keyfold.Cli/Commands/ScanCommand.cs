using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Keyfold.Cli.Client;
using Keyfold.Cli.Items;
using Spectre.Console;

namespace Keyfold.Cli.Commands;

/// <summary><c>keyfold scan TABLE</c>: the items of a table, as a table for people, or as lines that <c>keyfold load</c> reads.</summary>
internal static class ScanCommand
{
    private const int InteractiveItemsMax = 100;

    private static readonly Argument<string> TableName = new("TABLE") { Description = "The table's name." };

    private static readonly Option<int?> Limit = new("--limit")
    {
        Description = $"How many items to show at most; without it {InteractiveItemsMax} on a terminal and all of them elsewhere.",
    };

    private static readonly Option<string?> Filter = new("--filter") { Description = "Which items to show, such as: Country = 'France' and size(Lines) > 3" };

    public static Command Create(Terminal terminal)
    {
        Command command = ClientCommand.Create(
            "scan",
            "Shows the items of a table; redirected, as lines of DynamoDB JSON.",
            (parsed, client, cancellationToken) => RunAsync(parsed, client, terminal, cancellationToken));
        command.Arguments.Add(TableName);
        command.Options.Add(Limit);
        command.Options.Add(Filter);
        return command;
    }

    private static async Task RunAsync(ParseResult parsed, AmazonDynamoDBClient client, Terminal terminal, CancellationToken cancellationToken)
    {
        string tableName = parsed.GetRequiredValue(TableName);
        int itemsMax = parsed.GetValue(Limit) ?? (terminal.IsInteractive ? InteractiveItemsMax : int.MaxValue);
        ScanRequest request = new(tableName);
        if (parsed.GetValue(Filter) is { } filter)
        {
            FilterText.Parse(filter).AddTo(request);
        }

        IAsyncEnumerable<Dictionary<string, AttributeValue>> items = ReadAsync(client, request, itemsMax, cancellationToken);
        if (terminal.IsInteractive)
        {
            TableDescription table = (await client.DescribeTableAsync(tableName, cancellationToken).ConfigureAwait(false)).Table;
            await DrawAsync(items, itemsMax, table, terminal.Console).ConfigureAwait(false);
            return;
        }

        await foreach (Dictionary<string, AttributeValue> item in items.ConfigureAwait(false))
        {
            await terminal.Output.WriteLineAsync(ItemJson.Write(item)).ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<Dictionary<string, AttributeValue>> ReadAsync(
        AmazonDynamoDBClient client, ScanRequest request, int itemsMax, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int count = 0;
        do
        {
            ScanResponse page = await client.ScanAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (Dictionary<string, AttributeValue> item in page.Items ?? [])
            {
                if (count++ == itemsMax)
                {
                    yield break;
                }

                yield return item;
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 } && count < itemsMax);
    }

    private static async Task DrawAsync(IAsyncEnumerable<Dictionary<string, AttributeValue>> items, int itemsMax, TableDescription table, IAnsiConsole console)
    {
        List<Dictionary<string, AttributeValue>> shown = [];
        await foreach (Dictionary<string, AttributeValue> item in items.ConfigureAwait(false))
        {
            shown.Add(item);
        }

        string[] keys = [.. table.KeySchema.Select(element => element.AttributeName)];
        string[] columns = [.. keys, .. shown.SelectMany(item => item.Keys).Except(keys).Order(StringComparer.Ordinal)];
        Table drawn = new Table().RoundedBorder().AddColumns([.. columns.Select(Markup.Escape)]);
        foreach (Dictionary<string, AttributeValue> item in shown)
        {
            drawn.AddRow([.. columns.Select(column => item.TryGetValue(column, out AttributeValue? value) ? Markup.Escape(ItemText.Write(value)) : "")]);
        }

        console.Write(drawn);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{shown.Count} items{(shown.Count == itemsMax ? "; --limit shows more" : "")}");
    }
}
