using System.Text.Json.Nodes;
using Keyfold.Protocol.Tests.Operations;

namespace Keyfold.Protocol.Tests.PartiQL;

public sealed class BatchTests
{
    private const string Batch = "BatchExecuteStatement";

    [Fact]
    public async Task Each_read_is_answered_in_its_place()
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal(
            "{'Responses':[{'TableName':'range','Item':{'m':{'M':{'q':{'N':'1'}}},'s':{'S':'1'}}},{'TableName':'range'},"
            + "{'Error':{'Code':'ResourceNotFound','Message':'Requested resource not found'},'TableName':'nope'},"
            + "{'Error':{'Code':'ValidationError','Message':'Statement wasn't well formed, can't be processed: Unexpected term'}},"
            + "{'Error':{'Code':'ValidationError','Message':'Select statements within BatchExecuteStatement must specify the primary key in the where clause.'}},"
            + "{'Error':{'Code':'ValidationError','Message':'Key attribute's data type should match its data type in table's schema: Key p'}}]}",
            await client.RunAllAsync(
                Batch,
                "SELECT s, m.q FROM \"range\" WHERE p='a' AND s='1'",
                "SELECT s FROM \"range\" WHERE p='a' AND s='99'",
                "SELECT s FROM nope WHERE p='a'",
                "SELECT s FROM",
                "SELECT s FROM \"range\" WHERE p='a'",
                "SELECT s FROM \"range\" WHERE p=1 AND s='1'"));
    }

    [Fact]
    public async Task Each_write_is_answered_in_its_place()
    {
        StatementClient client = await StatementClient.CreateAsync();
        await client.RunAsync("INSERT INTO hash VALUE {'p':'1'}");

        Assert.Equal(
            "{'Responses':[{'Error':{'Code':'DuplicateItem','Message':'Duplicate primary key exists in table'},'TableName':'hash'},{'TableName':'hash'},"
            + "{'Error':{'Code':'ConditionalCheckFailed','Message':'The conditional request failed'},'TableName':'range'},"
            + "{'TableName':'range','Item':{'g':{'S':'y'},'p':{'S':'b'},'s':{'S':'1'}}},"
            + "{'Error':{'Code':'ValidationError','Message':'EXISTS can only be used in ExecuteTransaction write requests.'}}],"
            + "'ConsumedCapacity':[{'TableName':'hash','CapacityUnits':1.0},{'TableName':'range','CapacityUnits':2.0}]}",
            await client.RunAllAsync(
                Batch,
                new JsonObject { ["ReturnConsumedCapacity"] = "TOTAL" },
                "INSERT INTO hash VALUE {'p':'1'}",
                "INSERT INTO hash VALUE {'p':'2'}",
                "UPDATE \"range\" SET n=1 WHERE p='a' AND s='2' AND n=999",
                "DELETE FROM \"range\" WHERE p='b' AND s='1' RETURNING ALL OLD *",
                "EXISTS(SELECT * FROM hash WHERE p='1' AND a=1)"));
    }

    [Theory]
    [InlineData("Read and write requests together in the same batch is not supported.", "SELECT * FROM hash WHERE p='1'", "DELETE FROM hash WHERE p='2'")]
    [InlineData("Provided list of item keys contains duplicates", "SELECT p FROM hash WHERE p='1'", "SELECT q FROM hash WHERE p='1'")]
    [InlineData("Provided list of item keys contains duplicates", "INSERT INTO hash VALUE {'p':'1'}", "DELETE FROM hash WHERE p='1'")]
    [InlineData("1 validation error detected: Value '[]' at 'statements' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    public async Task A_batch_that_breaks_a_rule_is_refused(string message, params string[] statements) =>
        Assert.Equal($"ValidationException: {message}", await (await StatementClient.CreateAsync()).RunAllAsync(Batch, statements));

    [Fact]
    public async Task A_parameter_that_is_no_value_refuses_the_whole_batch() => await (await ProtocolClient.CreateAsync()).RefusesAsync(
        Batch,
        "{'Statements':[{'Statement':'no statement'},{'Statement':'SELECT * FROM hash WHERE p = ?','Parameters':[{'N':'x'}]}]}",
        "The parameter cannot be converted to a numeric value: x");

    [Fact]
    public async Task A_batch_has_25_statements_at_most()
    {
        string[] statements = [.. Enumerable.Range(0, 26).Select(i => $"SELECT * FROM hash WHERE p='{i}'")];

        Assert.Equal(
            "ValidationException: 1 validation error detected: Value '[...]' at 'statements' failed to satisfy constraint: Member must have length less than or equal to 25",
            await (await StatementClient.CreateAsync()).RunAllAsync(Batch, statements));
    }
}
