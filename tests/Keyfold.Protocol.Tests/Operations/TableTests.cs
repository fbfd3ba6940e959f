namespace Keyfold.Protocol.Tests.Operations;

public sealed class TableTests
{
    private const string HashId = "1e34a729-e0de-83f3-b33e-9452fd39ad3f";
    private const string RangeId = "d0ec7a1b-10fa-82ce-8ba9-5a4646c5907b";
    private const string Key = "'KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'}]";

    [Fact]
    public async Task Tables_are_listed_in_order_and_by_pages()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        Assert.Equal("{'TableNames':['hash','range']}", await client.OkAsync("ListTables", "{}"));
        Assert.Equal("{'TableNames':['hash'],'LastEvaluatedTableName':'hash'}", await client.OkAsync("ListTables", "{'Limit':1}"));
        Assert.Equal("{'TableNames':['range']}", await client.OkAsync("ListTables", "{'Limit':1,'ExclusiveStartTableName':'hash'}"));
    }

    [Fact]
    public async Task A_table_is_described_with_its_indexes()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        await client.OkAsync("PutItem", "{'TableName':'range','Item':{'p':{'S':'1'},'s':{'S':'2'},'g':{'S':'3'}}}");

        string table = await client.OkAsync("DescribeTable", "{'TableName':'range'}");

        Assert.Equal(
            "{'Table':{'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'},{'AttributeName':'s','AttributeType':'S'},"
            + "{'AttributeName':'l','AttributeType':'N'},{'AttributeName':'g','AttributeType':'S'}],'TableName':'range',"
            + $"'TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/range','TableId':'{RangeId}','TableStatus':'ACTIVE','ItemCount':1,'TableSizeBytes':6,"
            + "'KeySchema':[{'AttributeName':'p','KeyType':'HASH'},{'AttributeName':'s','KeyType':'RANGE'}],'CreationDateTime':1767225600.0,"
            + "'ProvisionedThroughput':{'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,'WriteCapacityUnits':0},"
            + "'BillingModeSummary':{'BillingMode':'PAY_PER_REQUEST','LastUpdateToPayPerRequestDateTime':1767225600.0},"
            + "'WarmThroughput':{'ReadUnitsPerSecond':12000,'WriteUnitsPerSecond':4000,'Status':'ACTIVE'},"
            + "'LocalSecondaryIndexes':[{'IndexName':'lsi','KeySchema':[{'AttributeName':'p','KeyType':'HASH'},{'AttributeName':'l','KeyType':'RANGE'}],"
            + "'Projection':{'ProjectionType':'ALL'},'IndexSizeBytes':0,'ItemCount':0,"
            + "'IndexArn':'arn:aws:dynamodb:us-east-1:000000000000:table/range/index/lsi'}],"
            + "'GlobalSecondaryIndexes':[{'IndexName':'gsi','KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],"
            + "'Projection':{'ProjectionType':'KEYS_ONLY'},'IndexStatus':'ACTIVE',"
            + "'ProvisionedThroughput':{'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,'WriteCapacityUnits':0},"
            + "'WarmThroughput':{'ReadUnitsPerSecond':12000,'WriteUnitsPerSecond':4000,'Status':'ACTIVE'},'IndexSizeBytes':6,'ItemCount':1,"
            + "'IndexArn':'arn:aws:dynamodb:us-east-1:000000000000:table/range/index/gsi'}],'DeletionProtectionEnabled':false}}",
            table);
    }

    [Fact]
    public async Task A_deleted_table_is_gone()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        Assert.Equal(
            "{'TableDescription':{'TableName':'hash','TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/hash',"
            + $"'TableId':'{HashId}','TableStatus':'DELETING','ItemCount':0,'TableSizeBytes':0,"
            + "'ProvisionedThroughput':{'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,'WriteCapacityUnits':0},'DeletionProtectionEnabled':false}}",
            await client.OkAsync("DeleteTable", "{'TableName':'hash'}"));
        Assert.Equal(
            "{'__type':'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException','message':'Requested resource not found: Table: hash not found'}",
            await client.ErrorAsync("DescribeTable", "{'TableName':'hash'}"));
    }

    [Fact]
    public async Task A_table_can_be_created_only_once()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();

        Assert.Equal(
            "{'__type':'com.amazonaws.dynamodb.v20120810#ResourceInUseException','message':'Table already exists: hash'}",
            await client.ErrorAsync("CreateTable", $"{{'TableName':'hash','BillingMode':'PAY_PER_REQUEST',{Key}}}"));
    }

    [Theory]
    [InlineData("{}", "The parameter 'TableName' is required but was not present in the request")]
    [InlineData("{'TableName':'ab'}", "TableName must be at least 3 characters long and at most 255 characters long")]
    [InlineData("{'TableName':'abc'}", "2 validation errors detected: Value null at 'attributeDefinitions' failed to satisfy constraint: Member must not be null; "
        + "Value null at 'keySchema' failed to satisfy constraint: Member must not be null")]
    [InlineData($"{{'TableName':'abc',{Key}}}",
        "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED")]
    [InlineData($"{{'TableName':'abc','BillingMode':'PAY_PER_REQUEST','ProvisionedThroughput':{{'ReadCapacityUnits':1,'WriteCapacityUnits':1}},{Key}}}",
        "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST")]
    [InlineData("{'TableName':'abc','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'a','KeyType':'RANGE'}],"
        + "'AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}]}",
        "Invalid KeySchema: The first KeySchemaElement is not a HASH key type")]
    [InlineData("{'TableName':'abc','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'a','KeyType':'HASH'}],"
        + "'AttributeDefinitions':[{'AttributeName':'b','AttributeType':'S'}]}",
        "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [a], AttributeDefinitions: [b]")]
    [InlineData("{'TableName':'abc','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'a','KeyType':'HASH'}],"
        + "'AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'},{'AttributeName':'b','AttributeType':'S'}]}",
        "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions")]
    public async Task A_table_that_breaks_a_rule_is_refused(string request, string message) =>
        await ProtocolClient.Empty().RefusesAsync("CreateTable", request, message);
}
