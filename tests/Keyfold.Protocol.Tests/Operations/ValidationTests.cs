namespace Keyfold.Protocol.Tests.Operations;

public sealed class ValidationTests
{
    private const string Keyless = "1 validation error detected: Value null at 'key' failed to satisfy constraint: Member must not be null";

    [Theory]
    [InlineData("GetItem", "{'TableName':'hash'}", Keyless)]
    [InlineData("GetItem", "{'TableName':'hash','Key':null}", Keyless)]
    [InlineData("GetItem", "{'TableName':'a;','Key':{}}", "2 validation errors detected: Value 'a;' at 'tableName' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value 'a;' at 'tableName' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 3")]
    [InlineData("GetItem", "{'TableName':'hash','Key':{},'ReturnConsumedCapacity':'hi'}", "1 validation error detected: Value 'hi' at "
        + "'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]")]
    [InlineData("PutItem", "{'TableName':'hash','Item':{},'ReturnValuesOnConditionCheckFailure':'X'}", "1 validation error detected: Value 'X' at "
        + "'returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]")]
    [InlineData("Query", "{'TableName':'hash','Limit':0}", "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: "
        + "Member must have value greater than or equal to 1")]
    [InlineData("Query", "{'TableName':'hash','QueryFilter':{'a':{}}}", "1 validation error detected: Value null at "
        + "'queryFilter.a.member.comparisonOperator' failed to satisfy constraint: Member must not be null")]
    [InlineData("TransactWriteItems", "{'TransactItems':[{'ConditionCheck':{'TableName':'hash','Key':{}}}]}", "1 validation error detected: Value null at "
        + "'transactItems.1.member.conditionCheck.conditionExpression' failed to satisfy constraint: Member must not be null")]
    [InlineData("BatchGetItem", "{'RequestItems':{}}", "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 1")]
    public async Task What_the_service_s_model_says_is_checked_first(string operation, string request, string message) =>
        await (await ProtocolClient.CreateAsync()).RefusesAsync(operation, request, message);

    // each request makes one mistake more than the one before, and that one comes first
    [Theory]
    [InlineData("'ConditionExpression':'a'", "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"a\"")]
    [InlineData("'ConditionExpression':'a','ExpressionAttributeValues':{':v':{}}", "ExpressionAttributeValues contains invalid value: "
        + "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes for key :v")]
    [InlineData("'ConditionExpression':'a','ExpressionAttributeValues':{':v':{},'v':{}}",
        "ExpressionAttributeValues contains invalid key: Syntax error; key: \"v\"")]
    [InlineData("'ConditionExpression':'a','ExpressionAttributeValues':{}", "ExpressionAttributeValues must not be empty")]
    [InlineData("'ConditionExpression':'a','ExpressionAttributeValues':{},'ExpressionAttributeNames':{'#a':''}",
        "ExpressionAttributeNames contains invalid value: Empty attribute name for key #a")]
    [InlineData("'ConditionExpression':'a','ReturnValues':'ALL_NEW','ExpressionAttributeNames':{}", "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("'ReturnValues':'ALL_NEW','ExpressionAttributeValues':{}",
        "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null")]
    [InlineData("'ReturnValues':'ALL_NEW','ExpressionAttributeNames':{},'ExpressionAttributeValues':{}",
        "ExpressionAttributeNames can only be specified when using expressions")]
    [InlineData("'ConditionExpression':'','ReturnValues':'ALL_NEW','Expected':{},'ExpressionAttributeNames':{}",
        "Can not use both expression and non-expression parameters in the same request: "
        + "Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}")]
    public async Task Parameters_are_checked_in_DynamoDB_s_order_before_the_table_is_looked_for(string members, string message) =>
        await ProtocolClient.Empty().RefusesAsync(
            "PutItem", $"{{'TableName':'none','Item':{{}},{members}}}", message);

    [Theory]
    [InlineData("{}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("{'X':1}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("{'S':null}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("{'L':[{}]}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("{'S':'a','N':'1'}", "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData("{'S':'a','N':'b'}", "The parameter cannot be converted to a numeric value: b")]
    [InlineData("{'N':''}", "The parameter cannot be converted to a numeric value")]
    [InlineData("{'NULL':false}", "One or more parameter values were invalid: Null attribute value types must have the value of true")]
    [InlineData("{'SS':[]}", "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("{'NS':[]}", "One or more parameter values were invalid: An number set  may not be empty")]
    [InlineData("{'BS':[]}", "One or more parameter values were invalid: Binary sets should not be empty")]
    [InlineData("{'SS':['a','a']}", "One or more parameter values were invalid: Input collection [a, a] contains duplicates.")]
    [InlineData("{'NS':['1','1.0']}", "Input collection contains duplicates")]
    [InlineData("{'BS':['Yg==','Yg==']}", "One or more parameter values were invalid: Input collection [Yg==, Yg==]of type BS contains duplicates.")]
    [InlineData("{'M':{'':{'S':'x'}}}", "Empty attribute name")]
    [InlineData("{'N':'1e126'}", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("{'N':'1e-131'}", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("{'N':'123456789012345678901234567890123456789'}", "Attempting to store more than 38 significant digits in a Number")]
    public async Task An_attribute_value_must_be_one(string value, string message)
    {
        ProtocolClient client = ProtocolClient.Empty();

        await client.RefusesAsync("PutItem", $"{{'TableName':'none','Item':{{'a':{value}}}}}", message);
        await client.RefusesAsync("GetItem", $"{{'TableName':'none','Key':{{'a':{value}}}}}", message);
        await client.RefusesAsync(
            "DeleteItem",
            $"{{'TableName':'none','Key':{{}},'ConditionExpression':'a = :v','ExpressionAttributeValues':{{':v':{value}}}}}",
            $"ExpressionAttributeValues contains invalid value: {message} for key :v");
    }

    [Fact]
    public async Task An_item_may_have_so_many_levels_and_bytes_and_no_more()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        await client.OkAsync("PutItem", Nested(31));
        await client.RefusesAsync(
            "PutItem",
            Nested(32),
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
        await client.RefusesAsync(
            "PutItem",
            $"{{'TableName':'none','Item':{{'p':{{'S':'{new string('x', Limits.ItemBytesMax)}'}}}}}}",
            "Item size has exceeded the maximum allowed size");
    }

    private static string Nested(int levels) =>
        $"{{'TableName':'hash','Item':{{'p':{{'S':'1'}},'a':{string.Concat(Enumerable.Repeat("{'L':[", levels))}{string.Concat(Enumerable.Repeat("]}", levels))}}}}}";
}
