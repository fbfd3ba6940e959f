using Spectre.Console;

namespace Keyfold.Cli;

/// <summary>Where a command writes to, and whether somebody looks at it.</summary>
/// <param name="output">Takes results.</param>
/// <param name="error">Takes what went wrong.</param>
/// <param name="isInteractive">Whether the output is a terminal; otherwise it is for other programs: plain text, one record a line.</param>
internal sealed class Terminal(TextWriter output, TextWriter error, bool isInteractive)
{
    private readonly Lazy<IAnsiConsole> _console = new(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }));

    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    public bool IsInteractive { get; } = isInteractive;

    /// <summary>Draws tables and progress bars; only for interactive output.</summary>
    public IAnsiConsole Console => _console.Value;

    public static Terminal OfProcess() => new(System.Console.Out, System.Console.Error, !System.Console.IsOutputRedirected);
}
