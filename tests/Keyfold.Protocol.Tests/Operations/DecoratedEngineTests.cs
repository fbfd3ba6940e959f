using Keyfold.Engine;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tests.Operations;

/// <summary>A decorator hides nothing of its engine: not its tables, nor their schemas, tags and streams.</summary>
public sealed class DecoratedEngineTests
{
    private const string CreateTable = """
        {'TableName':'hash','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],
         'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'}],'Tags':[{'Key':'team','Value':'blue'}],
         'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}}
        """;

    private readonly ProtocolClient _client = ProtocolClient.Over(
        new Transparent(new Transparent(new EmbeddedEngine(new EngineOptions { TimeProvider = new StandingClock() }))));

    [Fact]
    public async Task Items_tags_and_streams_are_served()
    {
        await _client.OkAsync("CreateTable", CreateTable);

        await _client.OkAsync("PutItem", "{'TableName':'hash','Item':{'p':{'S':'1'}}}");
        Assert.Equal("{'Item':{'p':{'S':'1'}}}", await _client.OkAsync("GetItem", "{'TableName':'hash','Key':{'p':{'S':'1'}}}"));
        Assert.Equal("{'TableNames':['hash']}", await _client.OkAsync("ListTables", "{}"));
        Assert.Equal(
            "{'Tags':[{'Key':'team','Value':'blue'}]}",
            await _client.OkAsync("ListTagsOfResource", "{'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/hash'}"));
        Assert.Equal(
            "{'Streams':[{'StreamArn':'arn:aws:dynamodb:us-east-1:000000000000:table/hash/stream/2026-01-01T00:00:00.000','TableName':'hash','StreamLabel':'2026-01-01T00:00:00.000'}]}",
            await _client.OkAsync("DynamoDBStreams_20120810.ListStreams", "{}"));
    }

    [Fact]
    public void What_is_behind_is_found_from_the_outside_in()
    {
        var engine = new EmbeddedEngine();
        var inner = new Transparent(engine);
        var outer = new Transparent(inner);

        Assert.Same(outer, StorageDecorator.Find<Transparent>(outer));
        Assert.Same(engine, StorageDecorator.Find<ITableSchemas>(outer));
        Assert.Null(StorageDecorator.Find<string>(outer));
    }

    private sealed class Transparent(IStorageBackend inner) : StorageDecorator(inner);
}
