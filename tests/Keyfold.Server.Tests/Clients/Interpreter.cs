using System.ComponentModel;
using System.Diagnostics;

namespace Keyfold.Server.Tests.Clients;

/// <summary>Runs a program in another language.</summary>
internal static class Interpreter
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code and what it wrote; a negative code when there is no such interpreter.</returns>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string interpreter, string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(interpreter, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process? process = TryStart(start);
        if (process is null)
        {
            return (-1, "", $"There is no {interpreter}.");
        }

        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
