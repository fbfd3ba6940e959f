namespace Keyfold.Protocol.Tests.Operations;

public sealed class ItemTests
{
    private const string AllTypes =
        "{'B':{'B':'AAH/'},'BOOL':{'BOOL':true},'BS':{'BS':['AQ==','Ag==']},'L':{'L':[{'S':''},{'L':[]}]},'M':{'M':{'a':{'N':'1'}}},"
        + "'N':{'N':'-12.5'},'NS':{'NS':['1','2']},'NULL':{'NULL':true},'S':{'S':'é\\n😀'},'SS':{'SS':['a','b']},'p':{'S':'1'}}";

    [Fact]
    public async Task An_item_of_all_types_comes_back_as_it_went()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        Assert.Equal("{}", await client.OkAsync("PutItem", $"{{'TableName':'hash','Item':{AllTypes}}}"));

        Assert.Equal($"{{'Item':{AllTypes}}}", await client.OkAsync("GetItem", "{'TableName':'hash','Key':{'p':{'S':'1'}}}"));
    }

    [Fact]
    public async Task Numbers_come_back_canonical_at_every_depth()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        await client.OkAsync("PutItem", "{'TableName':'hash','Item':{'p':{'S':'1'},'l':{'L':[{'N':'+1.50'},{'N':'1e3'}]}}}");

        Assert.Equal(
            "{'Item':{'l':{'L':[{'N':'1.5'},{'N':'1000'}]},'p':{'S':'1'}}}",
            await client.OkAsync("GetItem", "{'TableName':'hash','Key':{'p':{'S':'1'}}}"));
    }

    [Fact]
    public async Task A_missing_item_is_an_empty_object()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        Assert.Equal("{}", await client.OkAsync("GetItem", "{'TableName':'hash','Key':{'p':{'S':'none'}}}"));
        Assert.Equal("{}", await client.OkAsync("DeleteItem", "{'TableName':'hash','Key':{'p':{'S':'none'}},'ReturnValues':'ALL_OLD'}"));
    }

    [Fact]
    public async Task A_table_is_named_by_its_ARN_too()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        await client.OkAsync("PutItem", "{'TableName':'arn:aws:dynamodb:us-east-1:000000000000:table/hash','Item':{'p':{'S':'1'}}}");

        Assert.Equal("{'Item':{'p':{'S':'1'}}}", await client.OkAsync("GetItem", "{'TableName':'hash','Key':{'p':{'S':'1'}}}"));
    }

    [Fact]
    public async Task A_projection_and_capacity_are_told()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        await client.OkAsync("PutItem", "{'TableName':'hash','Item':{'p':{'S':'1'},'m':{'M':{'a':{'N':'1'},'b':{'N':'2'}}}}}");

        Assert.Equal(
            "{'Item':{'m':{'M':{'b':{'N':'2'}}}},'ConsumedCapacity':{'TableName':'hash','CapacityUnits':1.0}}",
            await client.OkAsync("GetItem", """
                {'TableName':'hash','Key':{'p':{'S':'1'}},'ProjectionExpression':'m.#b','ExpressionAttributeNames':{'#b':'b'},'ConsistentRead':true,
                 'ReturnConsumedCapacity':'TOTAL'}
                """));
        Assert.Equal(
            "{'Item':{'p':{'S':'1'}},'ConsumedCapacity':{'TableName':'hash','CapacityUnits':0.5,'Table':{'CapacityUnits':0.5}}}",
            await client.OkAsync(
                "GetItem", "{'TableName':'hash','Key':{'p':{'S':'1'}},'AttributesToGet':['p'],'ReturnConsumedCapacity':'INDEXES'}"));
    }

    [Fact]
    public async Task An_update_returns_what_it_is_asked_for()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        Assert.Equal(
            "{'Attributes':{'a':{'N':'3'},'b':{'S':'x'}}}",
            await client.OkAsync("UpdateItem", """
                {'TableName':'hash','Key':{'p':{'S':'1'}},'UpdateExpression':'SET b = :b ADD a :a','ReturnValues':'UPDATED_NEW',
                 'ExpressionAttributeValues':{':a':{'N':'3'},':b':{'S':'x'}}}
                """));
        Assert.Equal(
            "{'Attributes':{'a':{'N':'3'},'b':{'S':'x'},'p':{'S':'1'}}}",
            await client.OkAsync(
                "UpdateItem", "{'TableName':'hash','Key':{'p':{'S':'1'}},'UpdateExpression':'REMOVE a','ReturnValues':'ALL_OLD'}"));
        Assert.Equal(
            "{'Attributes':{'b':{'S':'x'},'p':{'S':'1'}}}",
            await client.OkAsync("DeleteItem", "{'TableName':'hash','Key':{'p':{'S':'1'}},'ReturnValues':'ALL_OLD'}"));
    }

    [Fact]
    public async Task A_failed_condition_is_an_error_that_shows_the_item_if_asked()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        await client.OkAsync("PutItem", "{'TableName':'hash','Item':{'p':{'S':'1'},'a':{'N':'1'}}}");
        const string Request = "{'TableName':'hash','Item':{'p':{'S':'1'}},'ConditionExpression':'attribute_not_exists(p)'";

        Assert.Equal(
            "{'__type':'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException','message':'The conditional request failed'}",
            await client.ErrorAsync("PutItem", Request + "}"));
        Assert.Equal(
            "{'__type':'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException','message':'The conditional request failed',"
            + "'Item':{'a':{'N':'1'},'p':{'S':'1'}}}",
            await client.ErrorAsync("PutItem", Request + ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}"));
    }

    [Theory]
    [InlineData("{}", "The provided key element does not match the schema")]
    [InlineData("{'q':{'S':'1'}}", "The provided key element does not match the schema")]
    [InlineData("{'p':{'N':'1'}}", "The provided key element does not match the schema")]
    [InlineData("{'p':{'S':'1'},'q':{'S':'1'}}", "The provided key element does not match the schema")]
    [InlineData("{'p':{'S':''}}", "One or more parameter values were invalid: The AttributeValue for a key attribute cannot contain an empty string value. Key: p")]
    public async Task A_key_must_fit_the_schema(string key, string message)
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        foreach (string operation in new[] { "GetItem", "UpdateItem", "DeleteItem" })
        {
            await client.RefusesAsync(operation, $"{{'TableName':'hash','Key':{key}}}", message);
        }
    }

    [Fact]
    public async Task A_key_may_have_so_many_bytes_and_no_more()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        string partition = new('p', Limits.PartitionKeyBytesMax);
        string sort = new('s', Limits.SortKeyBytesMax);

        await client.OkAsync("GetItem", $"{{'TableName':'range','Key':{{'p':{{'S':'{partition}'}},'s':{{'S':'{sort}'}}}}}}");
        await client.RefusesAsync(
            "GetItem",
            $"{{'TableName':'range','Key':{{'p':{{'S':'{partition}p'}},'s':{{'S':'{sort}'}}}}}}",
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes");
        await client.RefusesAsync(
            "GetItem",
            $"{{'TableName':'range','Key':{{'p':{{'S':'{partition}'}},'s':{{'S':'{sort}s'}}}}}}",
            "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }

    [Fact]
    public async Task An_unknown_table_is_not_found()
    {
        ProtocolClient client = ProtocolClient.Empty();

        Assert.Equal(
            "{'__type':'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException','message':'Requested resource not found'}",
            await client.ErrorAsync("GetItem", "{'TableName':'none','Key':{}}"));
    }
}
