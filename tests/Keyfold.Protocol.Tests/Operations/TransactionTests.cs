namespace Keyfold.Protocol.Tests.Operations;

public sealed class TransactionTests
{
    private const string Cancelled = "{'__type':'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',"
        + "'Message':'Transaction cancelled, please refer cancellation reasons for specific reasons ";

    [Fact]
    public async Task A_transaction_does_all_its_actions()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        await client.OkAsync("PutItem", "{'TableName':'hash','Item':{'p':{'S':'old'}}}");

        Assert.Equal(
            "{'ConsumedCapacity':[{'TableName':'hash','CapacityUnits':6.0,'WriteCapacityUnits':6.0},{'TableName':'range','CapacityUnits':2.0,'WriteCapacityUnits':2.0}]}",
            await client.OkAsync("TransactWriteItems", """
                {'TransactItems':[{'Put':{'TableName':'hash','Item':{'p':{'S':'1'}}}},{'Delete':{'TableName':'hash','Key':{'p':{'S':'old'}}}},
                  {'Update':{'TableName':'hash','Key':{'p':{'S':'2'}},'UpdateExpression':'SET a = :a','ExpressionAttributeValues':{':a':{'N':'5'}}}},
                  {'ConditionCheck':{'TableName':'range','Key':{'p':{'S':'1'},'s':{'S':'1'}},'ConditionExpression':'attribute_not_exists(p)'}}],
                 'ReturnConsumedCapacity':'TOTAL','ClientRequestToken':'token'}
                """));
        Assert.Equal(
            "{'Responses':[{'Item':{'p':{'S':'1'}}},{},{'Item':{'a':{'N':'5'}}}]}",
            await client.OkAsync("TransactGetItems", """
                {'TransactItems':[{'Get':{'TableName':'hash','Key':{'p':{'S':'1'}}}},{'Get':{'TableName':'hash','Key':{'p':{'S':'old'}}}},
                  {'Get':{'TableName':'hash','Key':{'p':{'S':'2'}},'ProjectionExpression':'a'}}]}
                """));
    }

    [Fact]
    public async Task A_cancelled_transaction_tells_a_reason_for_each_action()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        await client.OkAsync("PutItem", "{'TableName':'hash','Item':{'p':{'S':'1'}}}");

        Assert.Equal(
            Cancelled + "[None, ConditionalCheckFailed]','CancellationReasons':[{'Code':'None'},{'Code':'ConditionalCheckFailed',"
            + "'Message':'The conditional request failed','Item':{'p':{'S':'1'}}}]}",
            await client.ErrorAsync("TransactWriteItems", """
                {'TransactItems':[{'Put':{'TableName':'hash','Item':{'p':{'S':'2'}}}},
                  {'Put':{'TableName':'hash','Item':{'p':{'S':'1'}},'ConditionExpression':'attribute_not_exists(p)',
                          'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}}]}
                """));
    }

    [Fact]
    public async Task A_wrong_key_cancels_a_transaction()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        const string Reasons = "[ValidationError, None]','CancellationReasons':[{'Code':'ValidationError',"
            + "'Message':'The provided key element does not match the schema'},{'Code':'None'}]}";

        Assert.Equal(Cancelled + Reasons, await client.ErrorAsync("TransactGetItems", """
            {'TransactItems':[{'Get':{'TableName':'hash','Key':{}}},{'Get':{'TableName':'hash','Key':{'p':{'S':'1'}}}}]}
            """));
        Assert.Equal(Cancelled + Reasons, await client.ErrorAsync("TransactWriteItems", """
            {'TransactItems':[{'Delete':{'TableName':'hash','Key':{}}},{'Put':{'TableName':'hash','Item':{'p':{'S':'1'}}}}]}
            """));
    }

    [Theory]
    [InlineData("[]", "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("[{}]", "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request")]
    [InlineData("[{'Put':{'TableName':'hash','Item':{}},'Delete':{'TableName':'hash','Key':{}}}]",
        "TransactItems can only contain one of Check, Put, Update or Delete")]
    [InlineData("[{'Delete':{'TableName':'hash','Key':{'p':{'S':'1'}}}},{'Delete':{'TableName':'hash','Key':{'p':{'S':'1'}}}}]",
        "Transaction request cannot include multiple operations on one item")]
    [InlineData("[{'Delete':{'TableName':'hash','Key':{'p':{'S':'1'}},'ConditionExpression':'a = :v'}}]",
        "Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :v")]
    public async Task A_transaction_that_breaks_a_rule_is_refused(string items, string message) =>
        await (await ProtocolClient.CreateAsync()).RefusesAsync("TransactWriteItems", $"{{'TransactItems':{items}}}", message);

    [Fact]
    public async Task A_token_that_comes_with_other_actions_is_an_error()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        await client.OkAsync("TransactWriteItems", "{'TransactItems':[{'Put':{'TableName':'hash','Item':{'p':{'S':'1'}}}}],'ClientRequestToken':'t'}");

        Assert.StartsWith(
            "{'__type':'com.amazonaws.dynamodb.v20120810#IdempotentParameterMismatchException','Message':",
            await client.ErrorAsync("TransactWriteItems", "{'TransactItems':[{'Put':{'TableName':'hash','Item':{'p':{'S':'2'}}}}],'ClientRequestToken':'t'}"),
            StringComparison.Ordinal);
    }
}
