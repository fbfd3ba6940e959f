using System.CommandLine;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Keyfold.Cli.Client;
using Spectre.Console;

namespace Keyfold.Cli.Commands;

/// <summary><c>keyfold describe TABLE</c>: keys, indexes and figures of a table.</summary>
internal static class DescribeCommand
{
    private static readonly Argument<string> TableName = new("TABLE") { Description = "The table's name." };

    public static Command Create(Terminal terminal)
    {
        Command command = ClientCommand.Create(
            "describe", "Shows keys, indexes and figures of a table.", (parsed, client, cancellationToken) =>
                RunAsync(parsed.GetRequiredValue(TableName), client, terminal, cancellationToken));
        command.Arguments.Add(TableName);
        return command;
    }

    private static async Task RunAsync(string tableName, AmazonDynamoDBClient client, Terminal terminal, CancellationToken cancellationToken)
    {
        TableDescription table = (await client.DescribeTableAsync(tableName, cancellationToken).ConfigureAwait(false)).Table;
        IEnumerable<(string Name, string Value)> facts = Facts(table);
        if (terminal.IsInteractive)
        {
            Table drawn = new Table().RoundedBorder().HideHeaders().AddColumns("", "");
            foreach ((string name, string value) in facts)
            {
                drawn.AddRow(Markup.Escape(name), Markup.Escape(value));
            }

            terminal.Console.Write(drawn);
            return;
        }

        foreach ((string name, string value) in facts)
        {
            await terminal.Output.WriteLineAsync($"{name}\t{value}").ConfigureAwait(false);
        }
    }

    private static IEnumerable<(string Name, string Value)> Facts(TableDescription table)
    {
        yield return ("table", table.TableName);
        yield return ("status", table.TableStatus.Value);
        yield return ("created", table.CreationDateTime?.ToUniversalTime().ToString("u", CultureInfo.InvariantCulture) ?? "");
        yield return ("items", Figure(table.ItemCount));
        yield return ("bytes", Figure(table.TableSizeBytes));
        yield return ("key", Key(table, table.KeySchema));
        foreach (LocalSecondaryIndexDescription index in table.LocalSecondaryIndexes ?? [])
        {
            yield return ($"local index {index.IndexName}", $"{Key(table, index.KeySchema)}; {index.Projection.ProjectionType}");
        }

        foreach (GlobalSecondaryIndexDescription index in table.GlobalSecondaryIndexes ?? [])
        {
            yield return ($"global index {index.IndexName}", $"{Key(table, index.KeySchema)}; {index.Projection.ProjectionType}; {index.IndexStatus}");
        }
    }

    private static string Key(TableDescription table, List<KeySchemaElement> schema) => string.Join(
        ", ",
        schema.Select(element => $"{element.AttributeName} {table.AttributeDefinitions.Single(definition => definition.AttributeName == element.AttributeName).AttributeType} {element.KeyType}"));

    private static string Figure(long? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";
}
