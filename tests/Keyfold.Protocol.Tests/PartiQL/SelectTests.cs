using System.Text.Json.Nodes;

namespace Keyfold.Protocol.Tests.PartiQL;

public sealed class SelectTests
{
    [Fact]
    public async Task What_lies_within_an_attribute_comes_under_its_last_name()
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal(
            "{'Items':[{'li[1]':{'N':'2'},'q':{'N':'1'},'r[0]':{'S':'z'},'s':{'S':'1'}}]}",
            await client.RunAsync("SELECT s, m.q, li[1], m.r[0], m.r[7] FROM \"range\" WHERE p='a' AND s='1'"));
    }

    [Theory]
    [InlineData("p='a' ORDER BY s DESC", "a3 a2 a1 a0")]
    [InlineData("p IN ['b','a']", "b1 a0 a1 a2 a3")]
    [InlineData("p IN ['b','a'] ORDER BY p", "a0 a1 a2 a3 b1")]
    [InlineData("p IN ['a','b'] ORDER BY p DESC, s DESC", "b1 a3 a2 a1 a0")]
    [InlineData("p='a' AND NOT s='1' ORDER BY s DESC", "a3 a2 a0")]
    [InlineData("p='a' AND s > '0' AND s < '3'", "a1 a2")]
    [InlineData("p='a' AND '2' >= s AND s >= '1'", "a1 a2")]
    [InlineData("p='a' AND s < '3' AND s >= '1' AND s <> '1' AND s > '0'", "a2")]
    [InlineData("p='a' AND s > '2' AND s < '1'", "")]
    [InlineData("p='a' AND s > '1' AND s < '1'", "")]
    [InlineData("'a'=p AND '2' <= s", "a2 a3")]
    [InlineData("p='a' AND (s='0' OR n <> 5)", "a0")]
    [InlineData("p='a' AND p='b'", "")]
    public async Task Keys_are_read_in_their_order_and_the_rest_filters(string where, string expected)
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal(expected, Keys(await client.RunAsync($"SELECT p, s FROM \"range\" WHERE {where}")));
    }

    [Fact]
    public async Task An_index_is_read_by_its_own_keys()
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal("a1 a0", Keys(await client.RunAsync("SELECT p, s FROM \"range\".\"lsi\" WHERE p='a' AND l > 8 ORDER BY l")));
        Assert.Equal("{'Items':[{'g':{'S':'y'},'p':{'S':'b'},'s':{'S':'1'}}]}", await client.RunAsync("SELECT * FROM \"range\".gsi WHERE g='y'"));
    }

    [Theory]
    [InlineData("SELECT p, s FROM \"range\" WHERE p IN ['a','b']", 1)]
    [InlineData("SELECT p, s FROM \"range\" WHERE p IN ['a','b']", 3)]
    [InlineData("SELECT p, s FROM \"range\" WHERE p IN ['a','b'] ORDER BY p DESC, s DESC", 2)]
    [InlineData("SELECT p, s FROM \"range\"", 2)]
    [InlineData("SELECT p, s FROM \"range\".lsi WHERE p='a' ORDER BY l DESC", 3)]
    public async Task Pages_add_up_to_the_whole(string statement, int limit)
    {
        StatementClient client = await StatementClient.CreateAsync();
        List<string> keys = [];
        JsonObject request = new() { ["Statement"] = statement, ["Limit"] = limit };
        while (true)
        {
            string page = await client.SendAsync("ExecuteStatement", request);
            JsonObject answer = StatementClient.Parse(page);
            Assert.InRange(answer["Items"]!.AsArray().Count, 0, limit);
            keys.Add(Keys(page));
            if (answer["NextToken"] is not { } token)
            {
                break;
            }

            request = new JsonObject { ["Statement"] = statement, ["Limit"] = limit, ["NextToken"] = token.GetValue<string>() };
        }

        Assert.Equal(Keys(await client.RunAsync(statement)), string.Join(' ', keys.Where(page => page.Length > 0)));
    }

    [Fact]
    public async Task Two_bounds_are_one_range()
    {
        StatementClient client = await StatementClient.CreateAsync();

        // the limit is not reached, so nothing behind the range was read
        Assert.Equal(
            "{'Items':[{'s':{'S':'1'}},{'s':{'S':'2'}}]}",
            await client.RunAsync("SELECT s FROM \"range\" WHERE p='a' AND s >= '1' AND s <= '2'", "{'Limit':3}"));
        Assert.Equal(
            "{'Items':[{'s':{'S':'1'}}]}",
            await client.RunAsync("SELECT s FROM \"range\" WHERE p='a' AND s > '0' AND s < '2'", "{'Limit':4}"));
    }

    [Fact]
    public async Task A_token_belongs_to_its_statement()
    {
        StatementClient client = await StatementClient.CreateAsync();
        const string Statement = "SELECT s FROM \"range\" WHERE p=?";
        string page = await client.RunAsync(Statement, "{'Limit':2,'Parameters':[{'S':'a'}]}");
        string token = StatementClient.Parse(page)["NextToken"]!.GetValue<string>();

        Assert.EndsWith("'LastEvaluatedKey':{'p':{'S':'a'},'s':{'S':'1'}}}", page, StringComparison.Ordinal);
        Assert.Equal(
            "ValidationException: NextToken does not match request",
            await client.RunAsync(Statement, $"{{'NextToken':'{token}','Parameters':[{{'S':'b'}}]}}"));
        Assert.Equal("ValidationException: NextToken does not match request", await client.RunAsync("SELECT s FROM \"range\"", $"{{'NextToken':'{token}'}}"));
        Assert.Equal("ValidationException: Invalid NextToken", await client.RunAsync("SELECT s FROM \"range\"", $"{{'NextToken':'A{token[1..]}'}}"));
        Assert.Equal("ValidationException: Invalid NextToken", await client.RunAsync("SELECT s FROM \"range\"", "{'NextToken':'abc'}"));
    }

    [Fact]
    public async Task Capacity_is_that_of_the_queries_together()
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.EndsWith(
            ",'ConsumedCapacity':{'TableName':'range','CapacityUnits':2.0,'Table':{'CapacityUnits':2.0}}}",
            await client.RunAsync("SELECT * FROM \"range\" WHERE p IN ['a','b']", "{'ReturnConsumedCapacity':'INDEXES','ConsistentRead':true}"),
            StringComparison.Ordinal);
        Assert.Equal(
            "ValidationException: Strongly consistent read is not supported on Global Secondary Indexes",
            await client.RunAsync("SELECT * FROM \"range\".gsi WHERE g='x'", "{'ConsistentRead':true}"));
    }

    [Theory]
    [InlineData("{'Parameters':[]}", "1 validation error detected: Value '[]' at 'parameters' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{'Parameters':[{'S':'a'},{'S':'b'}]}", "Number of parameters in request and statement don't match.")]
    [InlineData("{}", "Number of parameters in request and statement don't match.")]
    [InlineData("{'Parameters':[{}]}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("{'Limit':0,'Parameters':[{'S':'a'}]}", "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    public async Task Members_are_checked(string members, string message) =>
        Assert.Equal($"ValidationException: {message}", await (await StatementClient.CreateAsync()).RunAsync("SELECT * FROM hash WHERE p=?", members));

    /// <summary>The keys of an answer's items, such as "a0 a1".</summary>
    private static string Keys(string answer) => string.Join(' ', StatementClient.Parse(answer)["Items"]!.AsArray().Select(item =>
        item!["p"]!["S"]!.GetValue<string>() + item["s"]!["S"]!.GetValue<string>()));
}
