namespace Keyfold.Protocol.Tests.Operations;

public sealed class TagTests
{
    private const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/hash";

    [Fact]
    public async Task Tags_are_added_replaced_removed_and_listed()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        Assert.Equal("", await client.OkAsync("TagResource", $"{{'ResourceArn':'{Arn}','Tags':[{{'Key':'b','Value':'1'}},{{'Key':'a','Value':''}}]}}"));
        Assert.Equal("", await client.OkAsync("TagResource", $"{{'ResourceArn':'{Arn}','Tags':[{{'Key':'b','Value':'2'}},{{'Key':'c','Value':'3'}}]}}"));
        Assert.Equal(
            "{'Tags':[{'Key':'a','Value':''},{'Key':'b','Value':'2'},{'Key':'c','Value':'3'}]}",
            await client.OkAsync("ListTagsOfResource", $"{{'ResourceArn':'{Arn}'}}"));
        Assert.Equal("", await client.OkAsync("UntagResource", $"{{'ResourceArn':'{Arn}','TagKeys':['b','x']}}"));
        Assert.Equal("{'Tags':[{'Key':'a','Value':''},{'Key':'c','Value':'3'}]}", await client.OkAsync("ListTagsOfResource", $"{{'ResourceArn':'{Arn}'}}"));
    }

    [Fact]
    public async Task A_new_table_has_its_tags_and_a_deleted_one_takes_them_along()
    {
        const string Create = "{'TableName':'hash','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],"
            + "'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'}]";
        ProtocolClient client = ProtocolClient.Empty();
        await client.OkAsync("CreateTable", Create + ",'Tags':[{'Key':'team','Value':'blue'}]}");
        Assert.Equal("{'Tags':[{'Key':'team','Value':'blue'}]}", await client.OkAsync("ListTagsOfResource", $"{{'ResourceArn':'{Arn}'}}"));
        await client.OkAsync("DeleteTable", "{'TableName':'hash'}");
        await client.OkAsync("CreateTable", Create + "}");
        Assert.Equal("{'Tags':[]}", await client.OkAsync("ListTagsOfResource", $"{{'ResourceArn':'{Arn}'}}"));
    }

    [Theory]
    [InlineData("TagResource", "{'Tags':[{'Key':'a','Value':'b'}]}", "Invalid TableArn")]
    [InlineData("TagResource", $"{{'ResourceArn':'{Arn}'}}", "1 validation error detected: Value null at 'tags' failed to satisfy constraint: Member must not be null")]
    [InlineData("TagResource", $"{{'ResourceArn':'{Arn}','Tags':[]}}", "Atleast one Tag needs to be provided as Input.")]
    [InlineData("UntagResource", $"{{'ResourceArn':'{Arn}','TagKeys':[]}}", "Atleast one Tag Key needs to be provided as Input.")]
    [InlineData("ListTagsOfResource", "{'ResourceArn':'hash'}", "One or more parameter values were invalid: ARNs must start with 'arn:': hash")]
    [InlineData("ListTagsOfResource", "{'ResourceArn':'arn:aws:s3:::bucket'}",
        "One or more parameter values were invalid: Provided Arn is not a DynamoDB resource arn: arn:aws:s3:::bucket")]
    [InlineData("ListTagsOfResource", $"{{'ResourceArn':'{Arn}/index/gsi'}}",
        $"One or more parameter values were invalid: Invalid resource arn provided, only table or stream is accepted. Provided resource arn: {Arn}/index/gsi")]
    [InlineData("TagResource", $"{{'ResourceArn':'{Arn}','Tags':[{{'Key':'','Value':'b'}}]}}", "The Tag Key provided is invalid, Key: ")]
    [InlineData("TagResource", $"{{'ResourceArn':'{Arn}','Tags':[{{'Value':'b'}}]}}", "The Tag Key provided is invalid, Key: null")]
    [InlineData("TagResource", $"{{'ResourceArn':'{Arn}','Tags':[{{'Key':'a'}}]}}", "The Tag Value provided is invalid, Value: null")]
    [InlineData("TagResource", $"{{'ResourceArn':'{Arn}','Tags':[{{'Key':'aws:a','Value':'b'}}]}}", "Tag Key cannot be prefixed with aws:, Key: aws:a")]
    [InlineData("TagResource", $"{{'ResourceArn':'{Arn}','Tags':[{{'Key':'a','Value':'1'}},{{'Key':'a','Value':'2'}}]}}",
        "Duplicate Tag Keys provided as input: Duplicate Tag Key found a")]
    public async Task A_wrong_request_is_refused(string operation, string request, string message) =>
        await (await ProtocolClient.CreateAsync()).RefusesAsync(operation, request, message);

    [Fact]
    public async Task A_resource_has_50_tags_at_most()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        string tags = string.Join(',', Enumerable.Range(0, 50).Select(number => $"{{'Key':'{number}','Value':''}}"));
        await client.OkAsync("TagResource", $"{{'ResourceArn':'{Arn}','Tags':[{tags}]}}");
        await client.OkAsync("TagResource", $"{{'ResourceArn':'{Arn}','Tags':[{{'Key':'0','Value':'again'}}]}}");
        await client.RefusesAsync(
            "TagResource", $"{{'ResourceArn':'{Arn}','Tags':[{{'Key':'x','Value':''}}]}}", "Number of Tags exceed the current limit for the provided ResourceArn");
    }

    [Fact]
    public async Task An_unknown_table_has_no_tags() => Assert.Equal(
        $"{{'__type':'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException','message':'Requested resource not found: ResourcArn: {Arn}x not found'}}",
        await (await ProtocolClient.CreateAsync()).ErrorAsync("ListTagsOfResource", $"{{'ResourceArn':'{Arn}x'}}"));
}
