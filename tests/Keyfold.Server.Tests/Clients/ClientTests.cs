namespace Keyfold.Server.Tests.Clients;

/// <summary>
/// Programs in other languages, written for DynamoDB Local with Amazon's own packages, run on this server as they are. They need the packages:
/// KEYFOLD_NODE_MODULES names a folder with @aws-sdk/client-dynamodb, @aws-sdk/client-dynamodb-streams and @aws-sdk/lib-dynamodb, KEYFOLD_PYTHON a Python
/// that has boto3.
/// </summary>
public sealed class ClientTests
{
    /// <summary>What each program sends.</summary>
    private static readonly string[] Operations =
    [
        "BatchExecuteStatement", "BatchGetItem", "BatchWriteItem", "CreateTable", "DeleteItem", "DeleteTable", "DescribeLimits", "DescribeStream", "DescribeTable",
        "DescribeTimeToLive", "ExecuteStatement", "ExecuteTransaction", "GetItem", "GetRecords", "GetShardIterator", "ListStreams", "ListTables",
        "ListTagsOfResource", "PutItem", "Query", "Scan", "TagResource", "TransactGetItems", "TransactWriteItems", "UntagResource", "UpdateItem", "UpdateTable",
        "UpdateTimeToLive",
    ];

    [Fact]
    public async Task A_JavaScript_program_runs()
    {
        string modules = Environment.GetEnvironmentVariable("KEYFOLD_NODE_MODULES") ?? "";
        (int missing, _, string reason) = await Interpreter.RunAsync(
            "node", ["-e", "require('@aws-sdk/lib-dynamodb'); require('@aws-sdk/client-dynamodb-streams')"], ("NODE_PATH", modules));
        Assert.SkipWhen(missing != 0, $"KEYFOLD_NODE_MODULES names no folder from which node can load Amazon's packages: {FirstLine(reason)}");
        await RunsAsync("node", "orders.cjs", ("NODE_PATH", modules));
    }

    [Fact]
    public async Task A_Python_program_runs()
    {
        string python = Environment.GetEnvironmentVariable("KEYFOLD_PYTHON") is { Length: > 0 } named ? named : "python3";
        (int missing, _, string reason) = await Interpreter.RunAsync(python, ["-c", "import boto3"]);
        Assert.SkipWhen(missing != 0, $"KEYFOLD_PYTHON names no Python that has boto3: {FirstLine(reason)}");
        await RunsAsync(python, "orders.py");
    }

    private static async Task RunsAsync(string interpreter, string program, params (string Name, string Value)[] environment)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        (int exitCode, string output, string error) = await Interpreter.RunAsync(
            interpreter, [Path.Combine(AppContext.BaseDirectory, "Clients", program), server.Server.Address.ToString()], environment);
        Assert.True(exitCode == 0, error);
        string[] sent = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(Operations, sent.Order(StringComparer.Ordinal));
    }

    // of a stack trace, the line with the error
    private static string FirstLine(string error) => error.Split('\n').FirstOrDefault(line => line.Contains("Error:", StringComparison.Ordinal), error.Trim());
}
