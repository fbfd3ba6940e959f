using System.Text;

namespace Keyfold.Protocol.Tests.Operations;

public sealed class SerializationTests
{
    private const string Model = "com.amazonaws.dynamodb.v20120810.";

    [Theory]
    [InlineData("'TableName':1", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("'TableName':1.5", "DECIMAL_VALUE cannot be converted to String")]
    [InlineData("'TableName':true", "TRUE_VALUE cannot be converted to String")]
    [InlineData("'TableName':false", "FALSE_VALUE cannot be converted to String")]
    [InlineData("'TableName':[]", "Unrecognized collection type class java.lang.String")]
    [InlineData("'TableName':{}", "Start of structure or map found where not expected")]
    [InlineData("'ConsistentRead':'maybe'", "Unexpected token received from parser")]
    [InlineData("'ConsistentRead':1", "NUMBER_VALUE cannot be converted to Boolean")]
    [InlineData("'ConsistentRead':[]", "Unrecognized collection type class java.lang.Boolean")]
    [InlineData("'Limit':'1'", "STRING_VALUE cannot be converted to Integer")]
    [InlineData("'Limit':true", "TRUE_VALUE cannot be converted to Integer")]
    [InlineData("'Limit':[]", "Unrecognized collection type class java.lang.Integer")]
    [InlineData("'AttributesToGet':'a'", "Unexpected field type")]
    [InlineData("'AttributesToGet':{}", "Start of structure or map found where not expected")]
    [InlineData("'AttributesToGet':[1]", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("'ExclusiveStartKey':'a'", "Unexpected field type")]
    [InlineData("'ExclusiveStartKey':[]", $"Unrecognized collection type java.util.Map<java.lang.String, {Model}AttributeValue>")]
    [InlineData("'ExclusiveStartKey':{'a':'b'}", "Unexpected value type in payload")]
    [InlineData("'ExclusiveStartKey':{'a':[]}", $"Unrecognized collection type class {Model}AttributeValue")]
    [InlineData("'ExclusiveStartKey':{'a':{'S':1}}", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("'ExclusiveStartKey':{'a':{'N':1}}", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("'ExclusiveStartKey':{'a':{'B':1}}", "only base-64-encoded strings are convertible to bytes")]
    [InlineData("'ExclusiveStartKey':{'a':{'B':[]}}", "Unrecognized collection type class java.nio.ByteBuffer")]
    [InlineData("'ExclusiveStartKey':{'a':{'B':'YQ=='},'b':{'B':'YWJjZ'}}", "Base64 encoded length is expected a multiple of 4 bytes but found: 5")]
    [InlineData("'ExclusiveStartKey':{'a':{'B':'YR=='}}", "Invalid last non-pad Base64 character dectected")]
    [InlineData("'ExclusiveStartKey':{'a':{'B':'Y!=='}}", "only base-64-encoded strings are convertible to bytes")]
    [InlineData("'ExclusiveStartKey':{'a':{'BOOL':1}}", "NUMBER_VALUE cannot be converted to Boolean")]
    [InlineData("'ExclusiveStartKey':{'a':{'L':'x'}}", "Unexpected field type")]
    [InlineData("'ExclusiveStartKey':{'a':{'L':['x']}}", "Unexpected value type in payload")]
    [InlineData("'ExclusiveStartKey':{'a':{'SS':[1]}}", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("'ExclusiveStartKey':{'a':{},'b':{'M':[]}}", $"Unrecognized collection type java.util.Map<java.lang.String, {Model}AttributeValue>")]
    [InlineData("'QueryFilter':[]", $"Unrecognized collection type java.util.Map<java.lang.String, {Model}Condition>")]
    [InlineData("'QueryFilter':{'a':[]}", $"Unrecognized collection type class {Model}Condition")]
    [InlineData("'QueryFilter':{'a':1}", "Unexpected value type in payload")]
    [InlineData("'ExpressionAttributeNames':[]", "Unrecognized collection type java.util.Map<java.lang.String, java.lang.String>")]
    public async Task A_member_of_the_wrong_type_is_named_as_DynamoDB_names_it(string member, string message) => Assert.Equal(
        $"{{'__type':'com.amazon.coral.service#SerializationException','Message':'{message}'}}",
        await ProtocolClient.Empty().ErrorAsync("Query", $"{{'Limit':-1,{member},'Select':'bad'}}"));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("'x'")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{'TableName':1,}")]
    [InlineData("{'TableName':1,'Key':{'a':}}")]
    [InlineData("{'TableName':'\\ud800'}")]
    [InlineData("{'Key':{'a':{'S':'\\ud800'}}}")]
    [InlineData("{'\\ud800':1}")]
    public async Task A_body_that_is_no_JSON_object_is_an_error_without_a_message(string body)
    {
        const string Error = "{'__type':'com.amazon.coral.service#SerializationException'}";

        Assert.Equal(Error, await ProtocolClient.Empty().ErrorAsync("GetItem", body));
    }

    [Fact]
    public async Task Bad_JSON_comes_before_an_unknown_target() =>
        Assert.Equal("{'__type':'com.amazon.coral.service#SerializationException'}", await ProtocolClient.Empty().ErrorAsync("Nonsense", "{"));

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_an_error()
    {
        byte[] body = [.. "{\"TableName\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        (int status, string answer) = await ProtocolClient.Empty().SendAsync("GetItem", body);

        Assert.Equal((400, "{\"__type\":\"com.amazon.coral.service#SerializationException\"}"), (status, answer));
    }

    [Fact]
    public async Task Members_that_nobody_knows_and_nulls_are_passed_over()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        Assert.Equal("{}", await client.OkAsync("GetItem", """
            {'Unknown':{'a':[1,{'b':null}]},'TableName':'hash','FilterExpression':5,'ReturnConsumedCapacity':null,'Key':{'p':{'X':1,'S':'1','N':null}}}
            """));
    }

    [Fact]
    public async Task A_target_that_is_no_operation_is_an_error()
    {
        Assert.Equal(
            "{'__type':'com.amazon.coral.service#UnknownOperationException'}", await ProtocolClient.Empty().ErrorAsync("Nonsense", "{'TableName':1}"));
    }

    [Theory]
    [InlineData(70)]
    [InlineData(900)]
    [InlineData(100_000)]
    public async Task Depth_is_no_danger(int levels)
    {
        ProtocolClient client = ProtocolClient.Empty();
        string lists = string.Concat(Enumerable.Repeat("{'L':[", levels)) + string.Concat(Enumerable.Repeat("]}", levels));

        await client.ErrorAsync("PutItem", $"{{'TableName':'hash','Item':{{'a':{lists}}}}}");
        await client.ErrorAsync("PutItem", $"{{'Unknown':{new string('[', levels)}{new string(']', levels)}}}");
        await client.ErrorAsync("PutItem", new string('[', levels));
        foreach (string text in new[] { "(", "NOT ", "size(", "a=b OR ", "a=b AND (" })
        {
            await client.ErrorAsync("DeleteItem", $"{{'TableName':'hash','Key':{{}},'ConditionExpression':'{Repeat(text, levels)}a=b'}}");
        }
    }

    private static string Repeat(string text, int count)
    {
        StringBuilder repeated = new();
        for (int i = 0; i < count && repeated.Length + text.Length < Limits.ExpressionBytesMax; i++)
        {
            repeated.Append(text);
        }

        return repeated.ToString();
    }
}
