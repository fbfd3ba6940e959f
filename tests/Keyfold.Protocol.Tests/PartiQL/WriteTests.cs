namespace Keyfold.Protocol.Tests.PartiQL;

public sealed class WriteTests
{
    private const string Where = " WHERE p='a' AND s='1'";
    private const string Empty = "{'Items':[]}";
    private const string Failed = "ConditionalCheckFailedException: The conditional request failed";

    [Fact]
    public async Task An_item_is_inserted_once()
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal(
            Empty,
            await client.RunAsync("INSERT INTO hash VALUE {'p':?, 'n':-1.50, 'l':[<<2,1>>, {'b':TRUE}, null], 'q':'it''s'};", "{'Parameters':[{'S':'x'}]}"));
        Assert.Equal(
            "{'Items':[{'l':{'L':[{'NS':['1','2']},{'M':{'b':{'BOOL':true}}},{'NULL':true}]},'n':{'N':'-1.5'},'p':{'S':'x'},'q':{'S':'it\\'s'}}]}".Replace(
                "\\'", "'", StringComparison.Ordinal),
            await client.RunAsync("SELECT * FROM hash WHERE p='x'"));
        Assert.Equal("DuplicateItemException: Duplicate primary key exists in table", await client.RunAsync("INSERT INTO hash VALUE {'p':'x'}"));
    }

    [Theory]
    [InlineData("SET n=n+1, t='v' SET u=1 REMOVE nu", "MODIFIED NEW", "'n':{'N':'6'},'t':{'S':'v'},'u':{'N':'1'}")]
    [InlineData("SET n=m.q", "MODIFIED OLD", "'n':{'N':'5'}")]
    [InlineData("SET m.q=7", "MODIFIED NEW", "'m':{'M':{'q':{'N':'7'}}}")]
    [InlineData("SET li=list_append(li,[5])", "MODIFIED NEW", "'li':{'L':[{'N':'1'},{'N':'2'},{'N':'5'}]}")]
    [InlineData("SET ss=set_add(ss,<<'w'>>)", "MODIFIED NEW", "'ss':{'SS':['u','v','w']}")]
    [InlineData("SET ss=set_delete(ss,<<'u'>>)", "MODIFIED NEW", "'ss':{'SS':['v']}")]
    [InlineData("SET new=set_add(new,<<1>>)", "MODIFIED NEW", "'new':{'NS':['1']}", "new")]
    [InlineData("SET x=if_not_exists(x,1)+1", "MODIFIED NEW", "'x':{'N':'2'}")]
    [InlineData("SET x=n+1+2", "MODIFIED NEW", "'x':{'N':'8'}")]
    [InlineData("SET x=1+n-4", "MODIFIED NEW", "'x':{'N':'2'}")]
    [InlineData("SET x=10-(n-1)", "MODIFIED NEW", "'x':{'N':'6'}")]
    [InlineData("SET x=1-(2-n)-3", "MODIFIED NEW", "'x':{'N':'1'}")]
    [InlineData("SET x=1+2+3", "MODIFIED NEW", "'x':{'N':'6'}")]
    [InlineData("SET x=n+0", "MODIFIED NEW", "'x':{'N':'5'}")]
    [InlineData("SET x=if_not_exists(x,1+2)", "MODIFIED NEW", "'x':{'N':'3'}")]
    [InlineData("SET x=list_append(list_append(li,[3]),[4])", "MODIFIED NEW", "'x':{'L':[{'N':'1'},{'N':'2'},{'N':'3'},{'N':'4'}]}")]
    [InlineData("SET x=list_append([-1],list_append([0],li))", "MODIFIED NEW", "'x':{'L':[{'N':'-1'},{'N':'0'},{'N':'1'},{'N':'2'}]}")]
    [InlineData("SET li[0]=null", "MODIFIED NEW", "'li':{'L':[{'NULL':true}]}")]
    public async Task An_update_returns_what_changed(string changes, string returning, string expected, string quoted = "")
    {
        if (quoted.Length > 0)
        {
            changes = changes.Replace(quoted, $"\"{quoted}\"", StringComparison.Ordinal);
        }

        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal($"{{'Items':[{{{expected}}}]}}", await client.RunAsync($"UPDATE \"range\" {changes}{Where} RETURNING {returning} *"));
    }

    [Fact]
    public async Task An_update_returns_whole_items_and_nothing_unless_asked()
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal(
            "{'Items':[{'g':{'S':'y'},'p':{'S':'b'},'s':{'S':'1'}}]}",
            await client.RunAsync("UPDATE \"range\" SET z=1 WHERE p='b' AND s='1' RETURNING ALL OLD *"));
        Assert.Equal(
            "{'Items':[{'g':{'S':'y'},'p':{'S':'b'},'s':{'S':'1'},'z':{'N':'2'}}]}",
            await client.RunAsync("UPDATE \"range\" SET z=2 WHERE p='b' AND s='1' RETURNING ALL NEW *"));
        Assert.Equal(Empty, await client.RunAsync("UPDATE \"range\" SET z=3 WHERE p='b' AND s='1'"));
        Assert.Equal(Empty, await client.RunAsync("UPDATE \"range\" REMOVE zz WHERE p='b' AND s='1' RETURNING MODIFIED OLD *"));
    }

    [Theory]
    [InlineData("UPDATE \"range\" SET n=1 WHERE p='a' AND s='99'", Failed)]
    [InlineData("UPDATE \"range\" SET n=1 WHERE p='a' AND s='99' AND n IS MISSING", Failed)]
    [InlineData("UPDATE \"range\" SET n=1 WHERE p='a' AND s='1' AND n > 5", Failed)]
    [InlineData("UPDATE \"range\" SET n=1 WHERE p='a' AND '1'=s AND p='a' AND n = 5", Empty)]
    [InlineData("DELETE FROM \"range\" WHERE p='a' AND s='99'", Empty)]
    [InlineData("DELETE FROM \"range\" WHERE p='a' AND s='99' AND n=1", Failed)]
    [InlineData("DELETE FROM \"range\" WHERE p='a' AND s='99' AND n IS MISSING", Empty)]
    [InlineData("DELETE FROM \"range\" WHERE p='a' AND s='99' RETURNING ALL OLD *", Empty)]
    [InlineData("DELETE FROM \"range\" WHERE p='b' AND s='1' RETURNING ALL OLD *", "{'Items':[{'g':{'S':'y'},'p':{'S':'b'},'s':{'S':'1'}}]}")]
    public async Task A_write_needs_its_item_and_its_conditions(string statement, string expected) =>
        Assert.Equal(expected, await (await StatementClient.CreateAsync()).RunAsync(statement));

    [Fact]
    public async Task A_failed_condition_shows_the_item()
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal(
            Failed + " {'g':{'S':'y'},'p':{'S':'b'},'s':{'S':'1'}}",
            await client.RunAsync("DELETE FROM \"range\" WHERE p='b' AND s='1' AND n=1", "{'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}"));
    }

    [Fact]
    public async Task A_write_consumes_what_its_operation_does()
    {
        StatementClient client = await StatementClient.CreateAsync();

        Assert.Equal(
            "{'Items':[],'ConsumedCapacity':{'TableName':'range','CapacityUnits':2.0,'Table':{'CapacityUnits':1.0},'GlobalSecondaryIndexes':{'gsi':{'CapacityUnits':1.0}}}}",
            await client.RunAsync("INSERT INTO \"range\" VALUE {'p':'c','s':'1','g':'x'}", "{'ReturnConsumedCapacity':'INDEXES'}"));
    }
}
