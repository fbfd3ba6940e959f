using System.CommandLine;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Keyfold.Cli.Client;

/// <summary>Does a command's work with a client.</summary>
internal delegate Task ClientAction(ParseResult parsed, AmazonDynamoDBClient client, CancellationToken cancellationToken);

/// <summary>What commands that ask a server have in common: their options, and words for what a server or a network says.</summary>
internal static class ClientCommand
{
    public static Command Create(string name, string description, ClientAction action)
    {
        Command command = new(name, description);
        ClientOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, action, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ClientAction action, CancellationToken cancellationToken)
    {
        using AmazonDynamoDBClient client = ClientOptions.Connect(parsed);
        try
        {
            await action(parsed, client, cancellationToken).ConfigureAwait(false);
            return ExitCode.Success;
        }
        catch (AmazonServiceException exception) when (exception.ErrorCode is { Length: > 0 } code)
        {
            throw new CommandException(ExitCode.Failure, $"{code}: {exception.Message}");
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException)
        {
            throw new CommandException(
                ExitCode.Failure,
                $"no answer from {ClientOptions.EndpointOf(parsed)} ({exception.GetBaseException().Message}); a server of your own starts with: keyfold serve");
        }
    }
}
