using Keyfold.Server;

namespace Keyfold.Cli;

/// <summary>An access key as it is written on a command line: <c>ID:SECRET</c>.</summary>
internal static class AccessKeyText
{
    /// <summary>Where secrets are better kept than on a command line, which every user of the machine can see.</summary>
    public const string EnvironmentVariable = "KEYFOLD_ACCESS_KEY";

    /// <exception cref="CommandException">It is something else.</exception>
    public static AccessKey Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1
            ? new AccessKey(text[..colon], text[(colon + 1)..])
            : throw new CommandException(ExitCode.Usage, "an access key is written ID:SECRET");
    }

    /// <summary>What the command line gives, or else the environment.</summary>
    public static AccessKey[] ParseAll(string[]? texts) =>
        texts is { Length: > 0 } ? [.. texts.Select(Parse)]
        : Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } text
            ? [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)]
        : [];
}
