using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Keyfold.Server;

namespace Keyfold.Cli.Tests;

/// <summary>Runs commands in this process against a server in this process.</summary>
internal sealed class CommandRun : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("keyfold-cli-").FullName;
    private readonly KeyfoldServer _server;

    private CommandRun(KeyfoldServer server)
    {
        _server = server;
        Client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("any", "any"),
            new AmazonDynamoDBConfig { ServiceURL = server.Address.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
    }

    public AmazonDynamoDBClient Client { get; }

    public Uri Endpoint => _server.Address;

    public static async Task<CommandRun> StartAsync(params AccessKey[] accessKeys) =>
        new(await KeyfoldServer.StartAsync(new ServerOptions { Port = 0, SharedDatabase = true, AccessKeys = accessKeys }));

    /// <summary>Runs one command without a server that it should know.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAloneAsync(bool isInteractive, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        int exitCode = await KeyfoldCommand.RunAsync(arguments, new Terminal(output, error, isInteractive), TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }

    public Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        RunAloneAsync(isInteractive: false, [.. arguments, "--endpoint", Endpoint.ToString()]);

    public Task<(int ExitCode, string Output, string Error)> RunInteractiveAsync(params string[] arguments) =>
        RunAloneAsync(isInteractive: true, [.. arguments, "--endpoint", Endpoint.ToString()]);

    public string Write(string fileName, string text)
    {
        string path = Path.Combine(_folder, fileName);
        File.WriteAllText(path, text);
        return path;
    }

    public Task CreateTableAsync(string name, ScalarAttributeType? sortType = null) => Client.CreateTableAsync(new CreateTableRequest
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [new("Id", ScalarAttributeType.S), new("Part", sortType ?? ScalarAttributeType.N)],
        KeySchema = [new("Id", KeyType.HASH), new("Part", KeyType.RANGE)],
    });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
