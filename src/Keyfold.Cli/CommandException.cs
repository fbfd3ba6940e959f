namespace Keyfold.Cli;

/// <summary>Ends a command with a message for its user.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
