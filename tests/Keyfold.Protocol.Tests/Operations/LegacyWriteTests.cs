namespace Keyfold.Protocol.Tests.Operations;

public sealed class LegacyWriteTests
{
    [Fact]
    public async Task Attribute_updates_put_add_and_delete()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        await client.OkAsync("PutItem", "{'TableName':'hash','Item':{'p':{'S':'1'},'gone':{'S':'x'},'set':{'SS':['a','b']},'n':{'N':'1'},'l':{'L':[]}}}");

        Assert.Equal(
            "{'Attributes':{'dot.ted':{'S':'y'},'l':{'L':[{'N':'2'}]},'n':{'N':'4'},'p':{'S':'1'},'set':{'SS':['a']}}}",
            await client.OkAsync("UpdateItem", """
                {'TableName':'hash','Key':{'p':{'S':'1'}},'ReturnValues':'ALL_NEW',
                 'AttributeUpdates':{'gone':{'Action':'DELETE'},'set':{'Action':'DELETE','Value':{'SS':['b']}},'n':{'Action':'ADD','Value':{'N':'3'}},
                                     'l':{'Action':'ADD','Value':{'L':[{'N':'2'}]}},'dot.ted':{'Value':{'S':'y'}}}}
                """));
    }

    [Theory]
    [InlineData("{'a':{'Value':{'N':'1'}}}", true)]
    [InlineData("{'a':{'Value':{'N':'2'}}}", false)]
    [InlineData("{'b':{'Exists':false},'a':{'Exists':true,'Value':{'N':'1'}}}", true)]
    [InlineData("{'a':{'Exists':false}}", false)]
    [InlineData("{'a':{'ComparisonOperator':'GE','Value':{'N':'1'}}}", true)]
    [InlineData("{'b':{'ComparisonOperator':'NE','AttributeValueList':[{'N':'1'}]}}", true)]
    [InlineData("{'b':{'ComparisonOperator':'NULL'},'a':{'ComparisonOperator':'NOT_NULL'}}", true)]
    [InlineData("{'b':{'ComparisonOperator':'NOT_CONTAINS','AttributeValueList':[{'S':'x'}]}}", false)]
    [InlineData("{'p':{'ComparisonOperator':'NOT_CONTAINS','AttributeValueList':[{'S':'x'}]}}", true)]
    public async Task Expected_is_a_condition(string expected, bool holds)
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        await client.OkAsync("PutItem", "{'TableName':'hash','Item':{'p':{'S':'1'},'a':{'N':'1'}}}");

        (int status, _) = await client.SendAsync(
            "DeleteItem", System.Text.Encoding.UTF8.GetBytes($"{{'TableName':'hash','Key':{{'p':{{'S':'1'}}}},'Expected':{expected}}}".Replace('\'', '"')));

        Assert.Equal(holds ? 200 : 400, status);
    }

    [Theory]
    [InlineData("{'n':{}}", "Value must be provided when Exists is null for Attribute: n")]
    [InlineData("{'n':{'Exists':true}}", "Value must be provided when Exists is true for Attribute: n")]
    [InlineData("{'n':{'Exists':false,'Value':{'S':'a'}}}", "Value cannot be used when Exists is false for Attribute: n")]
    [InlineData("{'n':{'Exists':true,'ComparisonOperator':'EQ'}}", "Exists and ComparisonOperator cannot be used together for Attribute: n")]
    [InlineData("{'n':{'ComparisonOperator':'EQ','Value':{'S':'a'},'AttributeValueList':[]}}", "Value and AttributeValueList cannot be used together for Attribute: n")]
    [InlineData("{'n':{'AttributeValueList':[{'S':'a'}]}}", "AttributeValueList can only be used with a ComparisonOperator for Attribute: n")]
    [InlineData("{'n':{'Value':{'S':'a'},'AttributeValueList':[{'S':'a'}]}}", "Value and AttributeValueList cannot be used together for Attribute: n")]
    [InlineData("{'m':{'Exists':false},'n':null}", "ExpectedAttributeValue must not be null for Attribute: n")]
    [InlineData("{'n':{'ComparisonOperator':'LT'}}", "Value or AttributeValueList must be used with ComparisonOperator: LT for Attribute: n")]
    [InlineData("{'n':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'a'},{'S':'b'}]}}", "Invalid number of argument(s) for the EQ ComparisonOperator")]
    [InlineData("{'n':{'ComparisonOperator':'IN','AttributeValueList':[{'S':'a'},{'N':'1'}]}}", "AttributeValues inside AttributeValueList must be of same type")]
    [InlineData("{'n':{'ComparisonOperator':'LT','AttributeValueList':[{'L':[]}]}}", "ComparisonOperator LT is not valid for L AttributeValue type")]
    public async Task Expected_that_breaks_a_rule_is_refused(string expected, string detail) => await ProtocolClient.Empty().RefusesAsync(
        "PutItem", $"{{'TableName':'none','Item':{{}},'Expected':{expected}}}", $"One or more parameter values were invalid: {detail}");

    [Theory]
    [InlineData("{'a':{}}", "Only DELETE action is allowed when no attribute value is specified")]
    [InlineData("{'a':{'Action':'ADD','Value':{'S':'x'}}}", "ADD action is not supported for the type S")]
    [InlineData("{'a':{'Action':'DELETE','Value':{'N':'1'}}}", "DELETE action with value is not supported for the type N")]
    public async Task Attribute_updates_that_break_a_rule_are_refused(string updates, string detail) => await ProtocolClient.Empty().RefusesAsync(
        "UpdateItem", $"{{'TableName':'none','Key':{{}},'AttributeUpdates':{updates}}}", $"One or more parameter values were invalid: {detail}");
}
