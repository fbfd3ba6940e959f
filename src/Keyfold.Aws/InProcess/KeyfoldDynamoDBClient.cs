using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Keyfold.Protocol;
using Keyfold.Protocol.InProcess;
using Keyfold.Storage;

namespace Keyfold.Aws.InProcess;

/// <summary>Makes Amazon's own client, and all that is built on it, run on Keyfold in the same process: no socket, no credentials.</summary>
public static class KeyfoldDynamoDBClient
{
    /// <summary>A client whose requests an engine answers.</summary>
    /// <param name="engine">The engine, such as an <c>EmbeddedEngine</c>; it stays the caller's.</param>
    /// <typeparam name="TEngine">The engine's type.</typeparam>
    public static AmazonDynamoDBClient Create<TEngine>(TEngine engine)
        where TEngine : IStorageBackend, ITableAdministration =>
        Create(new DynamoDbProtocol(engine, engine));

    /// <summary>A client whose requests a protocol answers.</summary>
    /// <param name="protocol">What answers.</param>
    public static AmazonDynamoDBClient Create(DynamoDbProtocol protocol) =>
        new(new BasicAWSCredentials("keyfold", "keyfold"), new AmazonDynamoDBConfig().UseKeyfold(protocol));

    /// <summary>Sends the requests of all clients with this configuration to an engine.</summary>
    /// <param name="config">The configuration; its address, region and <c>HttpClientFactory</c> are replaced.</param>
    /// <param name="engine">The engine, such as an <c>EmbeddedEngine</c>; it stays the caller's.</param>
    /// <typeparam name="TEngine">The engine's type.</typeparam>
    /// <returns>The same configuration.</returns>
    public static AmazonDynamoDBConfig UseKeyfold<TEngine>(this AmazonDynamoDBConfig config, TEngine engine)
        where TEngine : IStorageBackend, ITableAdministration =>
        config.UseKeyfold(new DynamoDbProtocol(engine, engine));

    /// <summary>Sends the requests of all clients with this configuration to a protocol.</summary>
    /// <param name="config">The configuration; its address, region and <c>HttpClientFactory</c> are replaced.</param>
    /// <param name="protocol">What answers.</param>
    /// <returns>The same configuration.</returns>
    public static AmazonDynamoDBConfig UseKeyfold(this AmazonDynamoDBConfig config, DynamoDbProtocol protocol)
    {
        // the name never resolves (RFC 2606): a request that went past the handler would fail, not leave the machine
        config.ServiceURL = "http://keyfold.invalid";
        config.AuthenticationRegion = "us-east-1";
        config.HttpClientFactory = new InProcessClientFactory(new HttpClient(new InProcessHandler(protocol)));
        return config;
    }
}
