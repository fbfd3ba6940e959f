using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Keyfold.Items;
using Keyfold.Protocol.Tests.Expressions;
using Keyfold.Protocol.Tests.Operations;

namespace Keyfold.Protocol.Tests.PartiQL;

/// <summary>
/// The same statements, one after the other, to this protocol on an engine and to a DynamoDB: same items, same errors. Runs where KEYFOLD_DYNAMODB_ENDPOINT
/// names one, whose tables "hash" and "range" it replaces; the recorded answers hold the same line elsewhere.
/// </summary>
public sealed partial class StatementDifferentialTests
{
    private const int Count = 6000;
    private const string NoTable = "Cannot do operations on a non-existent table";

    private static readonly string[] Evaluated =
    [
        "The provided expression refers to an attribute that does not exist in the item",
        "The document path provided in the update expression is invalid for update",
        "An operand in the update expression has an incorrect data type",
    ];

    [Fact]
    public async Task Random_statements_get_the_answer_that_DynamoDB_gives()
    {
        Assert.SkipWhen(DynamoDbEndpoint.Address is null, "KEYFOLD_DYNAMODB_ENDPOINT is not set.");
        using DynamoDbEndpoint endpoint = new(DynamoDbEndpoint.Address!);
        await PrepareAsync(endpoint);
        StatementClient client = await StatementClient.CreateAsync();
        int seed = int.TryParse(Environment.GetEnvironmentVariable("KEYFOLD_SEED"), CultureInfo.InvariantCulture, out int given) ? given : 20101201;
        RandomStatements statements = new(new Random(seed));
        StringBuilder differences = new();
        for (int i = 0; i < Count; i++)
        {
            string statement = statements.Next();
            (int status, JsonNode answer) = await endpoint.SendAsync("ExecuteStatement", new JsonObject { ["Statement"] = statement });
            string expected = status == 200 ? Items(answer) : Normalize(answer["Message"]!.GetValue<string>());
            string actual = Outcome(await client.RunRawAsync(statement));
            if (expected != actual && status != 500 && !IsKnown(expected, actual))
            {
                differences.Append(statement).Append("\n  expected ").Append(expected).Append("\n  actual   ").Append(actual).Append('\n');
            }
        }

        Assert.True(differences.Length == 0, $"seed {seed}\n{differences}");
    }

    private static bool IsKnown(string expected, string actual) =>

        // what PartiQL knows beyond DynamoDB's part of it, such as a SELECT that is compared with something
        (actual == "Statement wasn't well formed"
            && (expected.StartsWith("EXISTS ", StringComparison.Ordinal) || expected.StartsWith("Unsupported ", StringComparison.Ordinal)))

        // a sign before what is no number, which Local finds only after all else
        || actual.StartsWith("Incorrect number of operands", StringComparison.Ordinal)

        // a step behind what is no path, which Local finds only after all else
        || actual.StartsWith("Unexpected path component", StringComparison.Ordinal)

        // Local compares no key attribute with a value of another type, where a filter may
        || expected.EndsWith("Condition parameter type does not match schema type", StringComparison.Ordinal)

        // which of two actions is evaluated first
        || (Evaluated.Contains(expected, StringComparer.Ordinal) && Evaluated.Contains(actual, StringComparer.Ordinal));

    private static async Task PrepareAsync(DynamoDbEndpoint endpoint)
    {
        foreach (string table in ProtocolClient.Tables)
        {
            JsonObject request = StatementClient.Parse(table);
            await endpoint.SendAsync("DeleteTable", new JsonObject { ["TableName"] = request["TableName"]!.GetValue<string>() });
            Assert.Equal(200, (await endpoint.SendAsync("CreateTable", request)).Status);
        }

        foreach (string insert in StatementClient.Inserts)
        {
            await endpoint.SendAsync("ExecuteStatement", new JsonObject { ["Statement"] = insert });
        }
    }

    private static string Outcome((int Status, JsonNode Answer) response) => response.Status == 200
        ? Items(response.Answer)
        : Normalize((response.Answer["message"] ?? response.Answer["Message"])!.GetValue<string>());

    // neither a scan's order nor a set's is the same everywhere
    private static string Items(JsonNode answer) => string.Join('\n', answer["Items"]!.AsArray()
        .Select(item => ItemCodec.Decode(Encoding.UTF8.GetBytes(item!.ToJsonString()), ItemEncoding.Json).ToString())
        .Order(StringComparer.Ordinal));

    // after what nobody can do, Local repeats the statement and the service says what it expected
    private static string Normalize(string message) => Malformed()
        .Replace(ValidTypes().Replace(PathTwo().Replace(message, ""), "").Replace(NoTable, "Requested resource not found", StringComparison.Ordinal), "${start}");

    [GeneratedRegex("^(?<start>Statement wasn't well formed).*$", RegexOptions.Singleline, 1000)]
    private static partial Regex Malformed();

    [GeneratedRegex("valid types: .*$", RegexOptions.None, 1000)]
    private static partial Regex ValidTypes();

    [GeneratedRegex("path one: .*$", RegexOptions.None, 1000)]
    private static partial Regex PathTwo();
}
