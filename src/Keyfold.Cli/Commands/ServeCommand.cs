using System.CommandLine;
using Keyfold.Server;

namespace Keyfold.Cli.Commands;

/// <summary><c>keyfold serve</c>: a server until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port") { Description = "The port; 0 takes a free one.", DefaultValueFactory = _ => 8000 };

    private static readonly Option<string> Host = new("--host")
    {
        Description = "Where to listen: localhost, * or an IP address. Anything but loopback needs --access-key.",
        DefaultValueFactory = _ => "localhost",
    };

    private static readonly Option<bool> SharedDatabase = new("--shared-db")
    {
        Description = "One database for all clients; without it each access key and region has its own.",
    };

    private static readonly Option<string[]> AccessKeys = new("--access-key")
    {
        Description = $"ID:SECRET of a client that may send requests, which must then be signed. May be repeated; {AccessKeyText.EnvironmentVariable} does the same.",
    };

    // known, so that who asks for it learns more than that it is unknown
    private static readonly Option<string?> Data = new("--data") { Hidden = true };

    public static Command Create(Terminal terminal)
    {
        Command command = new("serve", "Serves DynamoDB's interface; the tables live in memory until the server stops.")
        {
            Port, Host, SharedDatabase, AccessKeys, Data,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Data) is not null)
        {
            throw new CommandException(
                ExitCode.Usage, "--data comes with the durable engine, which this version does not have: the tables live in memory until the server stops");
        }

        AnswerOnReceivingThreads();
        using ErrorLog log = new(terminal.Error);
        KeyfoldServer server = await StartAsync(Options(parsed, log), cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            await terminal.Output.WriteLineAsync($"Keyfold is ready at {server.Address.GetLeftPart(UriPartial.Authority)}").ConfigureAwait(false);
            await terminal.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCode.Success;
    }

    /// <summary>
    /// Lets the threads that wait for sockets answer, too, which saves a change of threads for each request: a sixth of the processor's time. The server hands
    /// over what may take long. Unless the environment says otherwise; it is read when the process makes its first socket.
    /// </summary>
    private static void AnswerOnReceivingThreads()
    {
        const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
        if (Environment.GetEnvironmentVariable(Variable) is null)
        {
            Environment.SetEnvironmentVariable(Variable, "1");
        }
    }

    private static ServerOptions Options(ParseResult parsed, ErrorLog log) => new()
    {
        Host = parsed.GetValue(Host)!,
        Port = parsed.GetValue(Port),
        SharedDatabase = parsed.GetValue(SharedDatabase),
        AccessKeys = AccessKeyText.ParseAll(parsed.GetValue(AccessKeys)),
        LoggerFactory = log,
    };

    private static async Task<KeyfoldServer> StartAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await KeyfoldServer.StartAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            throw new CommandException(ExitCode.Usage, exception.Message);
        }
        catch (IOException exception)
        {
            throw new CommandException(ExitCode.Failure, exception.Message);
        }
    }
}
