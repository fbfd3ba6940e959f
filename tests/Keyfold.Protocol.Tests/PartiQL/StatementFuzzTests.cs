using System.Text;
using System.Text.Json.Nodes;

namespace Keyfold.Protocol.Tests.PartiQL;

/// <summary>Statements with pieces changed, swapped and repeated: an answer with status 200 or 400, whatever comes.</summary>
public sealed class StatementFuzzTests
{
    private static readonly string[] Statements =
    [
        "SELECT s, m.q, li[0] FROM \"range\".\"lsi\" WHERE p IN ['a', ?] AND l BETWEEN 1 AND 9 AND NOT (n = 5 OR contains(ss, 'u')) ORDER BY p DESC, l ASC",
        "SELECT * FROM hash WHERE begins_with(p, 'x') AND size(a) > ? AND attribute_type(b, 'N') AND c IS NOT MISSING AND d IS NULL",
        "INSERT INTO hash VALUE {'p':?, 'n':-1.5e3, 'l':[<<1,2>>, {'b':TRUE}, null, (1, 2)], 'q':'it''s'}",
        "UPDATE \"range\" SET n = n + 1, li = list_append(li, [5]) SET ss = set_add(ss, <<'w'>>) REMOVE m.r[0] WHERE p = 'a' AND s = ? RETURNING MODIFIED NEW *",
        "DELETE FROM \"range\" WHERE p = 'a' AND s = ? AND n <> 6 RETURNING ALL OLD *",
        "EXISTS(SELECT * FROM hash WHERE p = ? AND a = 1)",
    ];

    private static readonly string[] Pieces =
    [
        "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "IN", "IS", "MISSING", "NULL", "BETWEEN", "VALUE", "SET", "REMOVE", "RETURNING", "ORDER BY", "LIMIT", "size", "set_add",
        "(", ")", "[", "]", "{", "}", "<<", ">>", "'", "\"", "`", ",", ".", ":", ";", "@", "*", "?", "-", "+", "=", "<>", "--", "/*", "*/", "\n", "é", "\u0000", "\U0001F600",
        "1e400", "1e-200", "0x1", "99999999999999999999", "[99999999999]", "((((((((((", "NOT NOT NOT NOT", "- - - -", "a.b.c.d.e", "''", "\"\"",
    ];

    [Fact]
    public async Task Whatever_is_stated_is_answered()
    {
        StatementClient client = await StatementClient.CreateAsync();
        Property.Holds(random => Ask(client, random), count: 8000);
    }

    [Theory]
    [InlineData("(", "n=5", ")")]
    [InlineData("NOT ", "n=5", "")]
    [InlineData("- ", "5", "")]
    [InlineData("[", "1", "]")]
    [InlineData("{'a':", "1", "}")]
    [InlineData("size(", "n", ")")]
    [InlineData("a[", "0", "]")]
    [InlineData("n=", "5", "")]
    [InlineData("a.", "b", "")]
    [InlineData("n=5 AND ", "n=5", "")]
    public async Task Deep_statements_are_refused_and_not_fatal(string open, string content, string close)
    {
        StatementClient client = await StatementClient.CreateAsync();
        int levels = (8000 - content.Length) / (open.Length + close.Length);
        StringBuilder text = new("SELECT * FROM hash WHERE n=");
        text.Insert(text.Length, open, levels).Append(content).Insert(text.Length, close, levels);

        Assert.StartsWith("ValidationException: ", await client.RunAsync(text.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_has_8192_characters_at_most()
    {
        StatementClient client = await StatementClient.CreateAsync();
        string text = "SELECT * FROM hash".PadRight(8192);

        Assert.Equal("{'Items':[]}", await client.RunAsync(text));
        Assert.Equal(
            $"ValidationException: 1 validation error detected: Value '{text} ' at 'statement' failed to satisfy constraint: Member must have length less than or equal to 8192",
            await client.RunAsync(text + " "));
    }

    private static void Ask(StatementClient client, Random random)
    {
        string text = Mutate(Statements[random.Next(Statements.Length)], random);
        JsonObject statement = new() { ["Statement"] = text };
        if (random.Next(3) > 0)
        {
            statement["Parameters"] = new JsonArray(new JsonObject { ["S"] = "a" });
        }

        // the engine answers at once, so that nothing waits here
        client.SendAsync("ExecuteStatement", (JsonObject)statement.DeepClone()).GetAwaiter().GetResult();
        client.SendAsync("BatchExecuteStatement", new JsonObject { ["Statements"] = new JsonArray(statement.DeepClone()) }).GetAwaiter().GetResult();
        client.SendAsync("ExecuteTransaction", new JsonObject { ["TransactStatements"] = new JsonArray(statement) }).GetAwaiter().GetResult();
    }

    private static string Mutate(string text, Random random)
    {
        for (int i = random.Next(5); i > 0 && text.Length > 0; i--)
        {
            int start = random.Next(text.Length);
            int end = random.Next(start, Math.Min(text.Length, start + 12));
            text = random.Next(4) switch
            {
                0 => text[..start] + text[end..],
                1 => text[..end] + text[start..],
                2 => $"{text[..start]} {Pieces[random.Next(Pieces.Length)]} {text[start..]}",
                _ => text[..start] + Pieces[random.Next(Pieces.Length)] + text[end..],
            };
        }

        return text;
    }
}
