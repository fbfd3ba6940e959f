using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Keyfold.Differential.Aws;
using Keyfold.Schema;
using Keyfold.Specification.Tests.DynamoDb;
using Keyfold.Storage;
using Keyfold.Streams;

[assembly: AssemblyFixture(typeof(DynamoDbFixture))]

namespace Keyfold.Specification.Tests.DynamoDb;

/// <summary>
/// A DynamoDB endpoint, such as DynamoDB Local, that an environment variable names: by Keyfold's own backend, or by the AWS SDK where a second variable asks
/// for it.
/// </summary>
public sealed class DynamoDbFixture : BackendFixture
{
    private const string EndpointVariable = "KEYFOLD_DYNAMODB_ENDPOINT";

    private const string ClientVariable = "KEYFOLD_DYNAMODB_CLIENT";

    private readonly IStorageBackend? _backend;

    public DynamoDbFixture()
    {
        if (Environment.GetEnvironmentVariable(EndpointVariable) is { Length: > 0 } endpoint)
        {
            _backend = Environment.GetEnvironmentVariable(ClientVariable) == "sdk" ? ConnectSdk(endpoint) : Connect(endpoint);
            Changes = new WireChangeFeed(new HttpClient { BaseAddress = new Uri(endpoint) });
        }
    }

    public override string? SkipReason => _backend is null ? $"{EndpointVariable} names no endpoint." : null;

    public override IStorageBackend Backend => _backend!;

    public override ITableAdministration Administration => (ITableAdministration)_backend!;

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

    private static Keyfold.Aws.DynamoDbBackend Connect(string endpoint)
    {
        Keyfold.Aws.DynamoDbBackend backend = new(new Keyfold.Aws.DynamoDbOptions
        {
            ServiceUrl = new Uri(endpoint),
            Credentials = new BasicAWSCredentials("keyfold", "keyfold"),
            TableRetriesMax = 1,
            TableStatusInterval = TimeSpan.FromMilliseconds(20),
        });

        // a table that was never declared has no key names to send; the service is asked about this one
        backend.DeclareTable(SharedTables.Plain with { Name = "spec.no-such-table" });
        return backend;
    }

    private static DynamoDbBackend ConnectSdk(string endpoint)
    {
        AmazonDynamoDBConfig config = new() { ServiceURL = endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 4 };
        return new DynamoDbBackend(new AmazonDynamoDBClient(new BasicAWSCredentials("keyfold", "keyfold"), config));
    }
}
