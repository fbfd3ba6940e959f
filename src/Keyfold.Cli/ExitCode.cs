namespace Keyfold.Cli;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>It was asked for the right thing, and that failed.</summary>
    public const int Failure = 1;

    /// <summary>It was asked for the wrong thing.</summary>
    public const int Usage = 2;

    /// <summary>As shells have it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
