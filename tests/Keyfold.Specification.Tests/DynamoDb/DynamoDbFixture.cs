using Keyfold.Differential.Aws;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Keyfold.Schema;
using Keyfold.Specification.Tests.DynamoDb;
using Keyfold.Storage;
using Keyfold.Streams;

[assembly: AssemblyFixture(typeof(DynamoDbFixture))]

namespace Keyfold.Specification.Tests.DynamoDb;

/// <summary>A DynamoDB endpoint, such as DynamoDB Local, that an environment variable names.</summary>
public sealed class DynamoDbFixture : BackendFixture
{
    private const string EndpointVariable = "KEYFOLD_DYNAMODB_ENDPOINT";

    private readonly DynamoDbBackend? _backend;

    public DynamoDbFixture()
    {
        if (Environment.GetEnvironmentVariable(EndpointVariable) is { Length: > 0 } endpoint)
        {
            AmazonDynamoDBConfig config = new() { ServiceURL = endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 4 };
            _backend = new DynamoDbBackend(new AmazonDynamoDBClient(new BasicAWSCredentials("keyfold", "keyfold"), config));
            Changes = new WireChangeFeed(new HttpClient { BaseAddress = new Uri(endpoint) });
        }
    }

    public override string? SkipReason => _backend is null ? $"{EndpointVariable} names no endpoint." : null;

    public override IStorageBackend Backend => _backend!;

    public override ITableAdministration Administration => _backend!;

    public override IChangeFeed? Changes { get; }

    /// <summary>Skips a test of what DynamoDB Local does otherwise.</summary>
    public static Task Differs(string how)
    {
        Assert.Skip(how);
        return Task.CompletedTask;
    }

    public override bool Says(string expected, string actual) => LocalTexts.Says(expected, actual);

    // DynamoDB Local 1.25.1 knows no keys of several attributes
    public override bool Supports(TableSchema schema) => schema != SharedTables.MultiAttribute;
}
