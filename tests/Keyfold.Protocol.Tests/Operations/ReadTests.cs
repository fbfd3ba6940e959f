namespace Keyfold.Protocol.Tests.Operations;

public sealed class ReadTests
{
    [Fact]
    public async Task A_query_gives_pages_in_order()
    {
        ProtocolClient client = await FilledAsync();

        Assert.Equal(
            "{'Items':[{'g':{'S':'x'},'l':{'N':'3'},'p':{'S':'1'},'s':{'S':'c'}},{'g':{'S':'x'},'l':{'N':'2'},'p':{'S':'1'},'s':{'S':'b'}}],"
            + "'Count':2,'ScannedCount':2,'LastEvaluatedKey':{'p':{'S':'1'},'s':{'S':'b'}},"
            + "'ConsumedCapacity':{'TableName':'range','CapacityUnits':0.5}}",
            await client.OkAsync("Query", """
                {'TableName':'range','KeyConditionExpression':'p = :p','ExpressionAttributeValues':{':p':{'S':'1'}},'ScanIndexForward':false,'Limit':2,
                 'ReturnConsumedCapacity':'TOTAL'}
                """));
        Assert.Equal(
            "{'Items':[{'s':{'S':'a'}}],'Count':1,'ScannedCount':1}",
            await client.OkAsync("Query", """
                {'TableName':'range','KeyConditionExpression':'p = :p','ExpressionAttributeValues':{':p':{'S':'1'}},'ScanIndexForward':false,
                 'ExclusiveStartKey':{'p':{'S':'1'},'s':{'S':'b'}},'ProjectionExpression':'s'}
                """));
    }

    [Fact]
    public async Task A_query_reads_an_index_filters_and_counts()
    {
        ProtocolClient client = await FilledAsync();

        Assert.Equal(
            "{'Count':1,'ScannedCount':2}",
            await client.OkAsync("Query", """
                {'TableName':'range','IndexName':'lsi','KeyConditionExpression':'p = :p AND l > :l','FilterExpression':'s = :s','Select':'COUNT',
                 'ExpressionAttributeValues':{':p':{'S':'1'},':l':{'N':'1'},':s':{'S':'c'}}}
                """));
        Assert.Equal(
            "{'Items':[{'g':{'S':'x'},'p':{'S':'1'},'s':{'S':'a'}}],'Count':1,'ScannedCount':1,"
            + "'LastEvaluatedKey':{'g':{'S':'x'},'p':{'S':'1'},'s':{'S':'a'}}}",
            await client.OkAsync("Query", """
                {'TableName':'range','IndexName':'gsi','KeyConditionExpression':'g = :g','ExpressionAttributeValues':{':g':{'S':'x'}},'Limit':1}
                """));
    }

    [Fact]
    public async Task A_scan_reads_everything_once_over_its_segments()
    {
        ProtocolClient client = await FilledAsync();
        int count = 0;
        for (int segment = 0; segment < 4; segment++)
        {
            string page = await client.OkAsync("Scan", $"{{'TableName':'range','Segment':{segment},'TotalSegments':4,'Select':'COUNT'}}");
            count += page.Contains("'Count':3", StringComparison.Ordinal) ? 3 : page.Contains("'Count':0", StringComparison.Ordinal) ? 0 : 100;
        }

        Assert.Equal(3, count);
    }

    [Fact]
    public async Task Legacy_parameters_mean_what_expressions_mean()
    {
        ProtocolClient client = await FilledAsync();

        Assert.Equal(
            "{'Items':[{'s':{'S':'b'}}],'Count':1,'ScannedCount':2}",
            await client.OkAsync("Query", """
                {'TableName':'range','AttributesToGet':['s'],
                 'KeyConditions':{'p':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'1'}]},
                                  's':{'ComparisonOperator':'BETWEEN','AttributeValueList':[{'S':'a'},{'S':'b'}]}},
                 'QueryFilter':{'l':{'ComparisonOperator':'GT','AttributeValueList':[{'N':'1'}]}}}
                """));
        Assert.Equal(
            "{'Count':2,'ScannedCount':3}",
            await client.OkAsync("Scan", """
                {'TableName':'range','Select':'COUNT','ConditionalOperator':'OR',
                 'ScanFilter':{'l':{'ComparisonOperator':'IN','AttributeValueList':[{'N':'1'}]},
                               's':{'ComparisonOperator':'BEGINS_WITH','AttributeValueList':[{'S':'c'}]}}}
                """));
    }

    [Fact]
    public async Task Key_conditions_go_with_a_filter_and_a_projection_that_are_expressions()
    {
        ProtocolClient client = await FilledAsync();

        Assert.Equal(
            "{'Items':[{'s':{'S':'c'}}],'Count':1,'ScannedCount':3}",
            await client.OkAsync("Query", """
                {'TableName':'range','KeyConditions':{'p':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'1'}]}},
                 'FilterExpression':'l > :l','ProjectionExpression':'s','ExpressionAttributeValues':{':l':{'N':'2'}}}
                """));
    }

    [Theory]
    [InlineData(101, 1)]
    [InlineData(250, 2)]
    public async Task A_legacy_filter_takes_any_number_of_values(int values, int found)
    {
        ProtocolClient client = await FilledAsync();
        string wanted = string.Join(',', Enumerable.Range(100, values - found).Concat(Enumerable.Range(1, found)).Select(value => $"{{'N':'{value}'}}"));

        Assert.Equal(
            $"{{'Count':{found},'ScannedCount':3}}",
            await client.OkAsync(
                "Scan", $"{{'TableName':'range','Select':'COUNT','ScanFilter':{{'l':{{'ComparisonOperator':'IN','AttributeValueList':[{wanted}]}}}}}}"));
    }

    [Theory]
    [InlineData("{'TableName':'range'}", "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.")]
    [InlineData("{'TableName':'range','ExclusiveStartKey':{'p':{}},'KeyConditionExpression':'x'}",
        "The provided starting key is invalid: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("{'TableName':'range','ExclusiveStartKey':{'p':{'N':'x'}},'KeyConditionExpression':'x'}",
        "The parameter cannot be converted to a numeric value: x")]
    [InlineData("{'TableName':'range','AttributesToGet':['a','a'],'KeyConditions':{}}",
        "One or more parameter values were invalid: Duplicate value in attribute name: a")]
    [InlineData("{'TableName':'range','KeyConditions':{'p':{'ComparisonOperator':'EQ'}}}",
        "One or more parameter values were invalid: Invalid number of argument(s) for the EQ ComparisonOperator")]
    [InlineData("{'TableName':'range','KeyConditions':{'p':{'ComparisonOperator':'EQ','Value':{'S':'1'}}}}",
        "One or more parameter values were invalid: Invalid number of argument(s) for the EQ ComparisonOperator")]
    [InlineData("{'TableName':'range','KeyConditions':{'p':{'ComparisonOperator':'NE','AttributeValueList':[{'S':'1'}]}}}",
        "Attempted conditional constraint is not an indexable operation")]
    [InlineData("{'TableName':'range','ConditionalOperator':'OR','KeyConditions':{'p':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'1'}]}}}",
        "ConditionalOperator cannot be used without Filter or Expected")]
    [InlineData("{'TableName':'range','KeyConditions':{'p':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'1'}]},'s':null}}",
        "The filter condition for an attribute cannot be null: s")]
    [InlineData("{'TableName':'range','QueryFilter':{'a':null},'KeyConditions':{}}", "The filter condition for an attribute cannot be null: a")]
    [InlineData("{'TableName':'range','AttributesToGet':['a'],'FilterExpression':'a = b','KeyConditions':{}}",
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {FilterExpression}")]
    [InlineData("{'TableName':'range','KeyConditions':{},'KeyConditionExpression':'p = :p'}",
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {KeyConditions} Expression parameters: {KeyConditionExpression}")]
    [InlineData("{'TableName':'range','Select':'COUNT','AttributesToGet':['a'],'KeyConditions':{'p':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'1'}]}}}",
        "Cannot specify the AttributesToGet when choosing to get only the Count")]
    [InlineData("{'TableName':'range','IndexName':'none','KeyConditionExpression':'p = :p','ExpressionAttributeValues':{':p':{'S':'1'}}}",
        "The table does not have the specified index: none")]
    public async Task A_query_that_breaks_a_rule_is_refused(string request, string message) =>
        await (await ProtocolClient.CreateAsync()).RefusesAsync("Query", request, message);

    [Theory]
    [InlineData("'Segment':0", "The TotalSegments parameter is required but was not present in the request when Segment parameter is present")]
    [InlineData("'TotalSegments':2", "The Segment parameter is required but was not present in the request when parameter TotalSegments is present")]
    [InlineData("'Segment':2,'TotalSegments':2", "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
        + "Segment: 2 is not less than TotalSegments: 2")]
    public async Task Segments_must_fit_each_other(string members, string message) =>
        await ProtocolClient.Empty().RefusesAsync("Scan", $"{{'TableName':'none',{members}}}", message);

    private static async Task<ProtocolClient> FilledAsync()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        foreach ((string sort, int number) in new[] { ("a", 1), ("b", 2), ("c", 3) })
        {
            await client.OkAsync("PutItem", $"{{'TableName':'range','Item':{{'p':{{'S':'1'}},'s':{{'S':'{sort}'}},'l':{{'N':'{number}'}},'g':{{'S':'x'}}}}}}");
        }

        return client;
    }
}
