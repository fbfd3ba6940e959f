using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Keyfold.Aws.InProcess;
using Keyfold.Engine;

namespace Keyfold.Server.Tests;

/// <summary>The README's code about clients that know nothing of Keyfold.</summary>
public sealed class ReadmeSnippets
{
    [Fact]
    public async Task A_client_of_a_server()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        string url = server.Server.Address.ToString();

        #region the SDK on a server
        using AmazonDynamoDBClient client = new(
            new BasicAWSCredentials("any", "any"), new AmazonDynamoDBConfig { ServiceURL = url, AuthenticationRegion = "eu-central-1" });
        #endregion

        Assert.Empty((await client.ListTablesAsync()).TableNames ?? []);
    }

    [Fact]
    public async Task A_client_in_the_same_process()
    {
        #region the SDK in process
        using AmazonDynamoDBClient client = KeyfoldDynamoDBClient.Create(new EmbeddedEngine());
        #endregion

        Assert.Empty((await client.ListTablesAsync()).TableNames ?? []);
    }
}
