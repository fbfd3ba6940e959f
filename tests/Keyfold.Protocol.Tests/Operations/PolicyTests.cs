namespace Keyfold.Protocol.Tests.Operations;

public sealed class PolicyTests
{
    private const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/hash";
    private const string Missing =
        $"{{'__type':'com.amazonaws.dynamodb.v20120810#PolicyNotFoundException','message':'Resource-based policy not found for the provided ResourceArn: {Arn}'}}";

    [Fact]
    public async Task A_policy_is_put_read_and_removed()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        Assert.Equal(Missing, await client.ErrorAsync("GetResourcePolicy", $"{{'ResourceArn':'{Arn}'}}"));
        Assert.Equal("{}", await client.OkAsync("DeleteResourcePolicy", $"{{'ResourceArn':'{Arn}'}}"));
        Assert.Equal(
            "{'RevisionId':'1767225600000'}",
            await client.OkAsync("PutResourcePolicy", $"{{'ResourceArn':'{Arn}','Policy':'{{}}','ExpectedRevisionId':'NO_POLICY'}}"));
        Assert.Equal("{'Policy':'{}','RevisionId':'1767225600000'}", await client.OkAsync("GetResourcePolicy", $"{{'ResourceArn':'{Arn}'}}"));

        // the same again changes nothing, another one has another revision
        Assert.Equal("{'RevisionId':'1767225600000'}", await client.OkAsync("PutResourcePolicy", $"{{'ResourceArn':'{Arn}','Policy':'{{}}'}}"));
        Assert.Equal("{'RevisionId':'1767225600001'}", await client.OkAsync("PutResourcePolicy", $"{{'ResourceArn':'{Arn}','Policy':'{{ }}'}}"));
        Assert.Equal(Missing, await client.ErrorAsync("PutResourcePolicy", $"{{'ResourceArn':'{Arn}','Policy':'{{}}','ExpectedRevisionId':'1767225600000'}}"));
        Assert.Equal(Missing, await client.ErrorAsync("DeleteResourcePolicy", $"{{'ResourceArn':'{Arn}','ExpectedRevisionId':'NO_POLICY'}}"));
        Assert.Equal(
            "{'RevisionId':'1767225600001'}", await client.OkAsync("DeleteResourcePolicy", $"{{'ResourceArn':'{Arn}','ExpectedRevisionId':'1767225600001'}}"));
        Assert.Equal(Missing, await client.ErrorAsync("GetResourcePolicy", $"{{'ResourceArn':'{Arn}'}}"));
    }

    [Theory]
    [InlineData("GetResourcePolicy", "{}", "1 validation error detected: Value null at 'resourceArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("PutResourcePolicy", $"{{'ResourceArn':'{Arn}'}}",
        "1 validation error detected: Value null at 'policy' failed to satisfy constraint: Member must not be null")]
    [InlineData("PutResourcePolicy", $"{{'ResourceArn':'{Arn}','Policy':'{{'}}",
        "One or more parameter values were invalid: Invalid policy document: This policy contains invalid Json")]
    [InlineData("GetResourcePolicy", $"{{'ResourceArn':'{Arn}/index/gsi'}}",
        $"One or more parameter values were invalid: Invalid resource arn provided, only table or stream is accepted. Provided resource arn: {Arn}/index/gsi")]
    public async Task A_wrong_request_is_refused(string operation, string request, string message) =>
        await (await ProtocolClient.CreateAsync()).RefusesAsync(operation, request, message);

    [Fact]
    public async Task A_policy_has_20_KB_at_most()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        string largest = "{" + new string(' ', Limits.PolicyBytesMax - 2) + "}";
        await client.OkAsync("PutResourcePolicy", $"{{'ResourceArn':'{Arn}','Policy':'{largest}'}}");
        await client.RefusesAsync(
            "PutResourcePolicy", $"{{'ResourceArn':'{Arn}','Policy':'{largest} '}}", "One or more parameter values were invalid: Maximum policy size of 20480 bytes exceeded");
    }
}
