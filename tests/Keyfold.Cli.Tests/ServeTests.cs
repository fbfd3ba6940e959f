namespace Keyfold.Cli.Tests;

public sealed class ServeTests
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task It_says_where_it_is_ready_and_stops_when_told()
    {
        using CancellationTokenSource stop = new();
        FirstLine output = new();
        using StringWriter error = new();
        Task<int> serving = KeyfoldCommand.RunAsync(["serve", "--port", "0", "--shared-db"], new Terminal(output, error, isInteractive: false), stop.Token);
        string line = await output.Line.WaitAsync(HangGuard);
        Assert.Matches("^Keyfold is ready at http://127.0.0.1:[0-9]+$", line);

        using HttpClient client = new();
        Assert.Equal("ok\n", await client.GetStringAsync(new Uri(line.Split(' ')[^1] + "/healthz")));
        await stop.CancelAsync();
        Assert.Equal((0, ""), (await serving.WaitAsync(HangGuard), error.ToString()));
    }

    [Theory]
    [InlineData("--data comes with the durable engine, which this version does not have: the tables live in memory until the server stops", "--data", "here")]
    [InlineData("Without access keys anyone who reaches 0.0.0.0 could read and change every table. Give at least one access key (keyfold serve --access-key ID:SECRET), or listen on localhost.", "--host", "0.0.0.0")]
    [InlineData("an access key is written ID:SECRET", "--access-key", "id")]
    [InlineData("'example.org' is no address to listen on: use localhost, * or an IP address.", "--host", "example.org")]
    public async Task What_it_cannot_do_is_a_usage_error(string message, params string[] options) =>
        Assert.Equal((2, "", $"keyfold: {message}\n"), await CommandRun.RunAloneAsync(isInteractive: false, ["serve", "--port", "0", .. options]));

    [Fact]
    public async Task A_port_that_is_taken_is_a_failure()
    {
        await using CommandRun run = await CommandRun.StartAsync();
        Assert.Equal(
            (1, "", $"keyfold: Failed to bind to address {run.Endpoint.GetLeftPart(UriPartial.Authority)}: address already in use.\n"),
            await CommandRun.RunAloneAsync(isInteractive: false, "serve", "--host", "127.0.0.1", "--port", $"{run.Endpoint.Port}"));
    }

    /// <summary>Tells the first line as soon as it is written.</summary>
    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => _line.Task;

        public override Task WriteLineAsync(string? value)
        {
            _line.TrySetResult(value ?? "");
            return Task.CompletedTask;
        }
    }
}
