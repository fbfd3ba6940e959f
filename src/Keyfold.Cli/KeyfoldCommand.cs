using System.CommandLine;
using Keyfold.Cli.Commands;

namespace Keyfold.Cli;

/// <summary>The command <c>keyfold</c> with everything that it can do.</summary>
internal static class KeyfoldCommand
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        ParseResult parsed = Create(terminal).Parse(arguments);
        try
        {
            int exitCode = await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = terminal.Output,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellationToken).ConfigureAwait(false);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
        }
        catch (CommandException exception)
        {
            await terminal.Error.WriteLineAsync($"keyfold: {exception.Message}").ConfigureAwait(false);
            return exception.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    private static RootCommand Create(Terminal terminal) =>
        new("Serves Keyfold's engine to any DynamoDB client, and shows and loads the tables of any DynamoDB endpoint.")
        {
            ServeCommand.Create(terminal),
            TablesCommand.Create(terminal),
            DescribeCommand.Create(terminal),
            ScanCommand.Create(terminal),
            LoadCommand.Create(terminal),
        };
}
