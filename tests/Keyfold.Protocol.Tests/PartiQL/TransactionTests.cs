using System.Text.Json.Nodes;

namespace Keyfold.Protocol.Tests.PartiQL;

public sealed class TransactionTests
{
    private const string Transaction = "ExecuteTransaction";
    private const string Cancelled = "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for specific reasons ";

    [Fact]
    public async Task Reads_are_answered_in_their_order()
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal(
            "{'Responses':[{'Item':{'m':{'M':{'q':{'N':'1'}}}}},{}],'ConsumedCapacity':[{'TableName':'range','CapacityUnits':4.0,'ReadCapacityUnits':4.0}]}",
            await client.RunAllAsync(
                Transaction,
                new JsonObject { ["ReturnConsumedCapacity"] = "TOTAL" },
                "SELECT m.q FROM \"range\" WHERE p='a' AND s='2'",
                "SELECT * FROM \"range\" WHERE p='a' AND s='99'"));
    }

    [Fact]
    public async Task Writes_happen_together()
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal("{'Responses':[]}", await client.RunAllAsync(
            Transaction,
            "EXISTS(SELECT * FROM \"range\" WHERE p='a' AND s='1' AND n IS NOT MISSING)",
            "INSERT INTO hash VALUE {'p':'1'}",
            "UPDATE \"range\" SET n=n+1 WHERE p='a' AND s='2'",
            "DELETE FROM \"range\" WHERE p='b' AND s='1'"));
        Assert.Equal("{'Items':[{'p':{'S':'1'}}]}", await client.RunAsync("SELECT * FROM hash"));
        Assert.Equal("{'Items':[{'n':{'N':'6'}}]}", await client.RunAsync("SELECT n FROM \"range\" WHERE p='a' AND s='2'"));
        Assert.Equal("{'Items':[]}", await client.RunAsync("SELECT * FROM \"range\" WHERE p='b'"));
    }

    [Fact]
    public async Task A_cancelled_transaction_tells_a_reason_for_each_statement()
    {
        StatementClient client = await StatementClient.CreateAsync();
        await client.RunAsync("INSERT INTO hash VALUE {'p':'1'}");

        Assert.Equal(
            Cancelled + "[DuplicateItem, None, ConditionalCheckFailed, ConditionalCheckFailed] "
            + "[{'Code':'DuplicateItem','Message':'Duplicate primary key exists in table'},{'Code':'None'},"
            + "{'Code':'ConditionalCheckFailed','Message':'The conditional request failed'},"
            + "{'Code':'ConditionalCheckFailed','Message':'The conditional request failed'}]",
            await client.RunAllAsync(
                Transaction,
                "INSERT INTO hash VALUE {'p':'1'}",
                "INSERT INTO hash VALUE {'p':'2'}",
                "UPDATE hash SET a=1 WHERE p='missing'",
                "EXISTS(SELECT * FROM hash WHERE p='nothing' AND a IS MISSING)"));
        Assert.Equal(
            Cancelled + "[None, ValidationError] [{'Code':'None'},"
            + "{'Code':'ValidationError','Message':'Where clause does not contain a mandatory equality on all key attributes'}]",
            await client.RunAllAsync(Transaction, "INSERT INTO hash VALUE {'p':'2'}", "UPDATE hash SET a=1"));
    }

    [Theory]
    [InlineData("ExecuteTransaction API does not support both read and write operations in the same request.", "SELECT * FROM hash WHERE p='1'", "DELETE FROM hash WHERE p='2'")]
    [InlineData("Validation failed in TransactStatements[1]: RETURNING clause is not supported in ExecuteTransaction.",
        "DELETE FROM hash WHERE p='2'", "DELETE FROM hash WHERE p='1' RETURNING ALL OLD *")]
    [InlineData("Validation failed in TransactStatements[0]: Reads on indices are not supported within transactions.", "SELECT * FROM \"range\".gsi WHERE g='x'")]
    [InlineData("Validation failed in TransactStatements[0]: Select statements within ExecuteTransaction must specify the primary key in the where clause.",
        "SELECT * FROM hash WHERE p='1' AND a=1")]
    [InlineData("Validation failed in TransactStatements[0]: EXISTS() must contain a single item read with additional condition", "EXISTS(SELECT * FROM hash WHERE p='1')")]
    [InlineData("Validation failed in TransactStatements[0]: Unrecognized function: foo", "UPDATE hash SET a=foo(a) WHERE p='1'")]
    [InlineData("Statement wasn't well formed, can't be processed: Unexpected term", "INSERT INTO hash VALUE {'p':'1'}", "SELECT")]
    [InlineData("Transaction request cannot include multiple operations on one item", "INSERT INTO hash VALUE {'p':'1'}", "DELETE FROM hash WHERE p='1'")]
    [InlineData("1 validation error detected: Value '[]' at 'transactStatements' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    public async Task A_transaction_that_breaks_a_rule_is_refused(string message, params string[] statements) =>
        Assert.Equal($"ValidationException: {message}", await (await StatementClient.CreateAsync()).RunAllAsync(Transaction, statements));

    [Fact]
    public async Task A_token_makes_a_transaction_happen_once()
    {
        StatementClient client = await StatementClient.CreateAsync();
        const string Insert = "INSERT INTO hash VALUE {'p':'1'}";

        Assert.Equal("{'Responses':[]}", await client.RunAllAsync(Transaction, new JsonObject { ["ClientRequestToken"] = "t" }, Insert));
        Assert.Equal("{'Responses':[]}", await client.RunAllAsync(Transaction, new JsonObject { ["ClientRequestToken"] = "t" }, Insert));
        Assert.StartsWith(
            "IdempotentParameterMismatchException: ",
            await client.RunAllAsync(Transaction, new JsonObject { ["ClientRequestToken"] = "t" }, "DELETE FROM hash WHERE p='1'"),
            StringComparison.Ordinal);
    }
}
