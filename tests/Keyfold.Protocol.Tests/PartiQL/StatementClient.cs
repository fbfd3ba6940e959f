using System.Text;
using System.Text.Json.Nodes;
using Keyfold.Protocol.Tests.Operations;

namespace Keyfold.Protocol.Tests.PartiQL;

/// <summary>
/// Sends statements to the protocol over an engine with the tables of <see cref="ProtocolClient"/>. In "range" there are a 0 to a 3 and b 1; those of a have
/// l 10 to 7, n 5, a NULL nu, a set ss, a list li and a map m. Quotation marks in answers are single ones, for reading.
/// </summary>
internal sealed class StatementClient
{
    /// <summary>The statements that insert the items.</summary>
    public static readonly IReadOnlyList<string> Inserts =
    [
        .. Enumerable.Range(0, 4).Select(i =>
            $"INSERT INTO \"range\" VALUE {{'p':'a', 's':'{i}', 'l':{10 - i}, 'g':'x', 'n':5, 'nu':null, 'ss':<<'u','v'>>, 'li':[1,2], 'm':{{'q':1,'r':['z']}}}}"),
        "INSERT INTO \"range\" VALUE {'p':'b', 's':'1', 'g':'y'}",
    ];

    private readonly ProtocolClient _client;

    private StatementClient(ProtocolClient client) => _client = client;

    public static async Task<StatementClient> CreateAsync()
    {
        StatementClient client = new(await ProtocolClient.CreateAsync());
        foreach (string insert in Inserts)
        {
            await client.RunAsync(insert);
        }

        return client;
    }

    /// <summary>The answer to a statement: its body, or the name and message of its error.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="members">More members of the request, with single quotation marks.</param>
    public Task<string> RunAsync(string statement, string members = "{}")
    {
        JsonObject request = Parse(members);
        request["Statement"] = statement;
        return SendAsync("ExecuteStatement", request);
    }

    /// <summary>The answer to a batch or transaction of statements.</summary>
    public Task<string> RunAllAsync(string operation, params string[] statements) => RunAllAsync(operation, [], statements);

    /// <summary>The answer to a batch or transaction of statements, with more members of the request.</summary>
    public Task<string> RunAllAsync(string operation, JsonObject members, params string[] statements)
    {
        members[operation == "ExecuteTransaction" ? "TransactStatements" : "Statements"] =
            new JsonArray([.. statements.Select(statement => new JsonObject { ["Statement"] = statement })]);
        return SendAsync(operation, members);
    }

    /// <summary>The status and the body of the answer to a statement.</summary>
    public async Task<(int Status, JsonNode Answer)> RunRawAsync(string statement)
    {
        (int status, string body) = await _client.SendAsync(
            "ExecuteStatement", Encoding.UTF8.GetBytes(new JsonObject { ["Statement"] = statement }.ToJsonString()));
        return (status, JsonNode.Parse(body)!);
    }

    /// <summary>The answer to a whole request.</summary>
    public async Task<string> SendAsync(string operation, JsonObject request)
    {
        (int status, string body) = await _client.SendAsync(operation, Encoding.UTF8.GetBytes(request.ToJsonString()));
        Assert.True(status is 200 or 400, body);
        if (status == 200)
        {
            return body.Replace('"', '\'');
        }

        JsonNode error = JsonNode.Parse(body)!;
        string type = error["__type"]!.GetValue<string>();
        JsonNode? message = error["message"] ?? error["Message"];
        string rest = (error["Item"] ?? error["CancellationReasons"])?.ToJsonString().Replace('"', '\'') ?? "";
        return $"{type[(type.IndexOf('#') + 1)..]}: {message}{(rest.Length > 0 ? " " : "")}{rest}";
    }

    /// <summary>A JSON object with single quotation marks.</summary>
    public static JsonObject Parse(string json) => JsonNode.Parse(json.Replace('\'', '"'))!.AsObject();
}
