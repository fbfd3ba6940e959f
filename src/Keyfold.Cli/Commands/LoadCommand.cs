using System.CommandLine;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Keyfold.Cli.Client;
using Keyfold.Cli.Loading;
using Spectre.Console;

namespace Keyfold.Cli.Commands;

/// <summary><c>keyfold load FILE --table T</c>: puts the items of a file into a table.</summary>
internal static class LoadCommand
{
    private static readonly Argument<FileInfo> File = new("FILE")
    {
        Description = "A .csv file with a line of names, or a .json file: an array, or one object after the other; what 'scan' writes, or any JSON.",
    };

    private static readonly Option<string> TableName = new("--table") { Description = "The table; it must exist.", Required = true };

    private static readonly Option<string[]> Numbers = new("--number")
    {
        Description = "A column of a .csv file that holds numbers; key attributes need no mention. May be repeated.",
    };

    public static Command Create(Terminal terminal)
    {
        Command command = ClientCommand.Create(
            "load", "Puts the items of a file into a table.", (parsed, client, cancellationToken) => RunAsync(parsed, client, terminal, cancellationToken));
        command.Arguments.Add(File);
        command.Options.Add(TableName);
        command.Options.Add(Numbers);
        return command;
    }

    private static async Task RunAsync(ParseResult parsed, AmazonDynamoDBClient client, Terminal terminal, CancellationToken cancellationToken)
    {
        FileInfo file = parsed.GetRequiredValue(File);
        bool isCsv = file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase);
        using FileStream stream = Open(file);
        TableDescription table = (await client.DescribeTableAsync(parsed.GetRequiredValue(TableName), cancellationToken).ConfigureAwait(false)).Table;
        Loader loader = new(client, table);
        IAsyncEnumerable<Dictionary<string, AttributeValue>> items =
            ItemFile.ReadAsync(stream, isCsv, NumbersOf(table, parsed.GetValue(Numbers) ?? []), cancellationToken);
        try
        {
            if (terminal.IsInteractive)
            {
                await terminal.Console.Progress()
                    .AutoClear(true)
                    .StartAsync(progress => LoadAsync(items, loader, progress.AddTask(Markup.Escape(file.Name)), stream, cancellationToken))
                    .ConfigureAwait(false);
            }
            else
            {
                await LoadAsync(items, loader, progress: null, stream, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            string done = string.Create(CultureInfo.InvariantCulture, $"{loader.Loaded} items loaded into {table.TableName}");
            await terminal.Output.WriteLineAsync(done).ConfigureAwait(false);
        }
    }

    private static async Task LoadAsync(
        IAsyncEnumerable<Dictionary<string, AttributeValue>> items,
        Loader loader,
        ProgressTask? progress,
        FileStream stream,
        CancellationToken cancellationToken)
    {
        await foreach (Dictionary<string, AttributeValue> item in items.ConfigureAwait(false))
        {
            await loader.AddAsync(item, cancellationToken).ConfigureAwait(false);
            progress?.Value(100.0 * stream.Position / Math.Max(stream.Length, 1));
        }

        await loader.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static FileStream Open(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Failure, exception.Message);
        }
    }

    private static HashSet<string> NumbersOf(TableDescription table, string[] named) =>
    [
        .. named,
        .. table.AttributeDefinitions.Where(definition => definition.AttributeType == ScalarAttributeType.N).Select(definition => definition.AttributeName),
    ];
}
