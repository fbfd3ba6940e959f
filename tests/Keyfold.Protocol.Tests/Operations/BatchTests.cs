namespace Keyfold.Protocol.Tests.Operations;

public sealed class BatchTests
{
    private const string Put = "{'PutRequest':{'Item':{'p':{'S':'1'}}}}";

    [Fact]
    public async Task A_batch_writes_and_reads_several_tables()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        Assert.Equal(
            "{'UnprocessedItems':{},'ConsumedCapacity':[{'TableName':'hash','CapacityUnits':2.0},{'TableName':'range','CapacityUnits':1.0}]}",
            await client.OkAsync("BatchWriteItem", """
                {'RequestItems':{'hash':[{'PutRequest':{'Item':{'p':{'S':'1'},'a':{'N':'1'}}}},{'DeleteRequest':{'Key':{'p':{'S':'2'}}}}],
                                 'range':[{'PutRequest':{'Item':{'p':{'S':'1'},'s':{'S':'2'}}}}]},'ReturnConsumedCapacity':'TOTAL'}
                """));
        Assert.Equal(
            "{'Responses':{'hash':[{'a':{'N':'1'}}],'range':[]},'UnprocessedKeys':{}}",
            await client.OkAsync("BatchGetItem", """
                {'RequestItems':{'hash':{'Keys':[{'p':{'S':'1'}},{'p':{'S':'none'}}],'ProjectionExpression':'#a','ExpressionAttributeNames':{'#a':'a'}},
                                 'range':{'Keys':[{'p':{'S':'none'},'s':{'S':'2'}}]}}}
                """));
    }

    [Fact]
    public async Task What_did_not_fit_comes_back_with_its_settings()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        string large = new('x', 400_000);
        string[] keys = [.. Enumerable.Range(10, 45).Select(i => $"{{'p':{{'S':'{i}'}}}}")];
        foreach (int i in Enumerable.Range(10, 45))
        {
            await client.OkAsync("PutItem", $"{{'TableName':'hash','Item':{{'p':{{'S':'{i}'}},'a':{{'S':'{large}'}}}}}}");
        }

        string answer = await client.OkAsync(
            "BatchGetItem",
            $"{{'RequestItems':{{'hash':{{'Keys':[{string.Join(',', keys)}],'ConsistentRead':true,'ProjectionExpression':'#p,a','ExpressionAttributeNames':{{'#p':'p'}}}}}}}}");

        Assert.EndsWith(
            "'UnprocessedKeys':{'hash':{'ConsistentRead':true,'ProjectionExpression':'#p,a','ExpressionAttributeNames':{'#p':'p'},'Keys':["
            + string.Join(',', keys[41..]) + "]}}}",
            answer,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BatchWriteItem", "{'RequestItems':{'hash':[{}]}}",
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData("BatchWriteItem", $"{{'RequestItems':{{'hash':[{Put},{Put}]}}}}", "Provided list of item keys contains duplicates")]
    [InlineData("BatchWriteItem", "{'RequestItems':{'hash':[{'PutRequest':{'Item':{'q':{'S':'1'}}}}]}}",
        "One or more parameter values were invalid: Missing the key p in the item")]
    [InlineData("BatchGetItem", "{'RequestItems':{'hash':{'Keys':[{'q':{'S':'1'}}]}}}", "The provided key element does not match the schema")]
    [InlineData("BatchGetItem", "{'RequestItems':{'hash':{'Keys':[{'p':{'S':'1'}},{'p':{'S':'1'}}]}}}", "Provided list of item keys contains duplicates")]
    [InlineData("BatchGetItem", "{'RequestItems':{'hash':{'Keys':[]}}}", "1 validation error detected: Value '[]' at 'requestItems.hash.member.keys' "
        + "failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("BatchGetItem", "{}", "1 validation error detected: Value null at 'requestItems' failed to satisfy constraint: Member must not be null")]
    public async Task A_batch_that_breaks_a_rule_is_refused(string operation, string request, string message) =>
        await (await ProtocolClient.CreateAsync()).RefusesAsync(operation, request, message);

    [Fact]
    public async Task A_batch_has_a_largest_size()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        string keys = string.Join(',', Enumerable.Range(0, 51).Select(i => $"{{'p':{{'S':'{i}'}},'s':{{'S':'1'}}}}"));
        string puts = string.Join(',', Enumerable.Range(0, 13).Select(i => $"{{'PutRequest':{{'Item':{{'p':{{'S':'{i}'}},'s':{{'S':'1'}}}}}}}}"));

        await client.RefusesAsync(
            "BatchGetItem",
            $"{{'RequestItems':{{'range':{{'Keys':[{keys}]}},'hash':{{'Keys':[{keys.Replace(",'s':{'S':'1'}", "", StringComparison.Ordinal)}]}}}}}}",
            "Too many items requested for the BatchGetItem call");
        await client.RefusesAsync(
            "BatchWriteItem", $"{{'RequestItems':{{'range':[{puts}],'hash':[{puts}]}}}}", "Too many items requested for the BatchWriteItem call");
    }

    [Fact]
    public async Task The_item_collections_of_a_batch_and_of_a_transaction_are_measured()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        const string Range = "'range':[{'ItemCollectionKey':{'p':{'S':'1'}},'SizeEstimateRangeGB':[0,1]},{'ItemCollectionKey':{'p':{'S':'2'}},'SizeEstimateRangeGB':[0,1]}]";

        // a table without local indexes has none, and a collection is told once
        Assert.Equal(
            $"{{'UnprocessedItems':{{}},'ItemCollectionMetrics':{{{Range}}}}}",
            await client.OkAsync("BatchWriteItem", """
                {'ReturnItemCollectionMetrics':'SIZE','RequestItems':{
                 'hash':[{'PutRequest':{'Item':{'p':{'S':'1'}}}}],
                 'range':[{'PutRequest':{'Item':{'p':{'S':'1'},'s':{'S':'a'}}}},{'PutRequest':{'Item':{'p':{'S':'2'},'s':{'S':'a'}}}},
                          {'PutRequest':{'Item':{'p':{'S':'1'},'s':{'S':'b'}}}}]}}
                """));
        Assert.Equal(
            $"{{'ItemCollectionMetrics':{{{Range}}}}}",
            await client.OkAsync("TransactWriteItems", """
                {'ReturnItemCollectionMetrics':'SIZE','TransactItems':[
                 {'Delete':{'TableName':'range','Key':{'p':{'S':'1'},'s':{'S':'a'}}}},
                 {'Put':{'TableName':'range','Item':{'p':{'S':'2'},'s':{'S':'b'}}}},
                 {'Put':{'TableName':'hash','Item':{'p':{'S':'2'}}}}]}
                """));
    }
}
