namespace Keyfold.Protocol.Tests.Operations;

public sealed class UpdateTableTests
{
    private const string Key = "'KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'}]";
    private const string Prefix = "One or more parameter values were invalid: ";
    private const string ByX = "'IndexName':'byX','KeySchema':[{'AttributeName':'x','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}";

    [Theory]
    [InlineData("{}", "The parameter 'TableName' is required but was not present in the request")]
    [InlineData("{'TableName':'hash','GlobalSecondaryIndexUpdates':[]}",
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required")]
    [InlineData("{'TableName':'hash','BillingMode':'X','StreamSpecification':{}}",
        "2 validation errors detected: Value 'X' at 'billingMode' failed to satisfy constraint: Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]; "
        + "Value null at 'streamSpecification.streamEnabled' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'TableName':'hash','StreamSpecification':{'StreamEnabled':true,'StreamViewType':'new_image'}}",
        "1 validation error detected: Value 'new_image' at 'streamSpecification.streamViewType' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [OLD_IMAGE, KEYS_ONLY, NEW_AND_OLD_IMAGES, NEW_IMAGE]")]
    [InlineData("{'TableName':'hash','StreamSpecification':{'StreamEnabled':true}}", Prefix + "If stream is being enabled then UpdateViewType is required")]
    [InlineData("{'TableName':'hash','StreamSpecification':{'StreamEnabled':false,'StreamViewType':'KEYS_ONLY'}}",
        Prefix + "If stream is being disabled, then UpdateViewType must not be specified")]
    [InlineData("{'TableName':'hash','ProvisionedThroughput':{'ReadCapacityUnits':0,'WriteCapacityUnits':1}}",
        "1 validation error detected: Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("{'TableName':'hash','BillingMode':'PROVISIONED','ProvisionedThroughput':{'ReadCapacityUnits':1000000000001,'WriteCapacityUnits':1}}",
        "Given value 1000000000001 for ReadCapacityUnits is out of bounds")]
    [InlineData("{'TableName':'hash','GlobalSecondaryIndexUpdates':[{}]}",
        Prefix + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null")]
    [InlineData("{'TableName':'hash','GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'byX'},'Update':{'IndexName':'byX'}}]}",
        Prefix + "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object")]
    [InlineData("{'TableName':'hash','GlobalSecondaryIndexUpdates':[{'Delete':{}}]}",
        "1 validation error detected: Value null at 'globalSecondaryIndexUpdates.1.member.delete.indexName' failed to satisfy constraint: Member must not be null")]
    [InlineData($"{{'TableName':'hash','GlobalSecondaryIndexUpdates':[{{'Create':{{{ByX}}}}}]}}", Prefix + "AttributeDefinitions is not specified for index: byX")]
    [InlineData($"{{'TableName':'hash','AttributeDefinitions':[{{'AttributeName':'y','AttributeType':'S'}}],'GlobalSecondaryIndexUpdates':[{{'Create':{{{ByX}}}}}]}}",
        Prefix + "Some index key attributes are not defined in AttributeDefinitions. Keys: [x], AttributeDefinitions: [y]")]
    [InlineData($"{{'TableName':'hash','AttributeDefinitions':[{{'AttributeName':'x','AttributeType':'S'}}],"
        + $"'GlobalSecondaryIndexUpdates':[{{'Create':{{{ByX},'ProvisionedThroughput':{{'ReadCapacityUnits':1,'WriteCapacityUnits':1}}}}}}]}}",
        Prefix + "ProvisionedThroughput should not be specified for index: byX when BillingMode is PAY_PER_REQUEST")]
    [InlineData("{'TableName':'hash','TableClass':'X'}",
        "Invalid table-class parameter provided. Please try again with a valid table-class value: [STANDARD, STANDARD_INFREQUENT_ACCESS].")]
    [InlineData("{'TableName':'hash','SSESpecification':{'Enabled':false,'SSEType':'KMS'}}", Prefix + "SSEType can not be specified if Enabled is false")]
    [InlineData("{'TableName':'hash','SSESpecification':{'Enabled':true,'SSEType':'AES256'}}", Prefix + "SSEType AES256 is not supported")]
    [InlineData("{'TableName':'hash','SSESpecification':{'Enabled':true,'KMSMasterKeyId':'k'}}", Prefix + "SSEType KMS is required if KMSMasterKeyId is specified")]
    [InlineData("{'TableName':'hash','WarmThroughput':{'ReadUnitsPerSecond':11999}}",
        Prefix + "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than current WarmThroughput, decreasing WarmThroughput is not supported")]
    [InlineData("{'TableName':'hash','OnDemandThroughput':{'MaxReadRequestUnits':0}}",
        Prefix + "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range")]
    public async Task A_change_that_breaks_a_rule_is_refused(string request, string message) =>
        await (await ProtocolClient.CreateAsync()).RefusesAsync("UpdateTable", request, message);

    [Fact]
    public async Task Lowering_the_capacity_is_counted_and_limited()
    {
        ProtocolClient client = ProtocolClient.Empty();
        await client.OkAsync("CreateTable", $"{{'TableName':'units','ProvisionedThroughput':{{'ReadCapacityUnits':10,'WriteCapacityUnits':10}},{Key}}}");
        await client.RefusesAsync(
            "UpdateTable",
            Units(10, 10),
            "The provisioned throughput for the table will not change. The requested value equals the current value. "
            + "Current ReadCapacityUnits provisioned for the table: 10. Requested ReadCapacityUnits: 10. "
            + "Current WriteCapacityUnits provisioned for the table: 10. Requested WriteCapacityUnits: 10. "
            + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
        for (int units = 9; units > 5; units--)
        {
            await client.OkAsync("UpdateTable", Units(units, 10));
        }

        Assert.Contains(
            "'ProvisionedThroughput':{'LastDecreaseDateTime':1767225600.0,'NumberOfDecreasesToday':4,'ReadCapacityUnits':6,'WriteCapacityUnits':10}",
            await client.OkAsync("DescribeTable", "{'TableName':'units'}"),
            StringComparison.Ordinal);
        Assert.Equal(
            "{'__type':'com.amazonaws.dynamodb.v20120810#LimitExceededException','message':'Subscriber limit exceeded: Provisioned throughput decreases are limited "
            + "within a given UTC day. After the first 4 decreases, each subsequent decrease in the same UTC day can be performed at most once every 3600 seconds. "
            + "Number of decreases today: 4. Last decrease at Thursday, January 1, 2026 12:00:00 AM UTC. Next decrease can be made at Thursday, January 1, 2026 1:00:00 AM UTC'}",
            await client.ErrorAsync("UpdateTable", Units(5, 10)));
        await client.OkAsync("UpdateTable", Units(6, 11));
    }

    [Fact]
    public async Task A_bound_of_minus_one_is_none()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        string bound = await client.OkAsync("UpdateTable", "{'TableName':'hash','OnDemandThroughput':{'MaxReadRequestUnits':5,'MaxWriteRequestUnits':6}}");
        Assert.Contains("'OnDemandThroughput':{'MaxReadRequestUnits':5,'MaxWriteRequestUnits':6}", bound, StringComparison.Ordinal);
        string half = await client.OkAsync("UpdateTable", "{'TableName':'hash','OnDemandThroughput':{'MaxReadRequestUnits':-1}}");
        Assert.Contains("'OnDemandThroughput':{'MaxReadRequestUnits':-1,'MaxWriteRequestUnits':6}", half, StringComparison.Ordinal);
        string none = await client.OkAsync("UpdateTable", "{'TableName':'hash','OnDemandThroughput':{'MaxWriteRequestUnits':-1}}");
        Assert.DoesNotContain("OnDemandThroughput", none, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'TableName':'ab','TimeToLiveSpecification':{}}",
        "3 validation errors detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3; "
        + "Value null at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must not be null; "
        + "Value null at 'timeToLiveSpecification.enabled' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'TableName':'hash','TimeToLiveSpecification':{'AttributeName':'t','Enabled':false}}", "TimeToLive is already disabled")]
    public async Task Time_to_live_that_breaks_a_rule_is_refused(string request, string message) =>
        await (await ProtocolClient.CreateAsync()).RefusesAsync("UpdateTimeToLive", request, message);

    [Fact]
    public async Task Time_to_live_is_described()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        Assert.Equal("{'TimeToLiveDescription':{'TimeToLiveStatus':'DISABLED'}}", await client.OkAsync("DescribeTimeToLive", "{'TableName':'hash'}"));
        Assert.Equal(
            "{'TimeToLiveSpecification':{'Enabled':true,'AttributeName':'t'}}",
            await client.OkAsync("UpdateTimeToLive", "{'TableName':'hash','TimeToLiveSpecification':{'AttributeName':'t','Enabled':true}}"));
        Assert.Equal(
            "{'TimeToLiveDescription':{'TimeToLiveStatus':'ENABLED','AttributeName':'t'}}", await client.OkAsync("DescribeTimeToLive", "{'TableName':'hash'}"));
    }

    private static string Units(int read, int write) =>
        $"{{'TableName':'units','ProvisionedThroughput':{{'ReadCapacityUnits':{read},'WriteCapacityUnits':{write}}}}}";
}
