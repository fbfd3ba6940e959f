using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Keyfold.Aws.InProcess;
using Keyfold.Differential.Aws;
using Keyfold.Engine;
using Keyfold.Protocol;
using Keyfold.Protocol.InProcess;
using Keyfold.Specification.Tests.DynamoDb;
using Keyfold.Specification.Tests.Protocol;
using Keyfold.Storage;
using Keyfold.Streams;

[assembly: AssemblyFixture(typeof(ProtocolFixture))]

namespace Keyfold.Specification.Tests.Protocol;

/// <summary>The AWS SDK on the protocol on the engine: what an application that knows nothing of Keyfold sees.</summary>
public sealed class ProtocolFixture : BackendFixture
{
    private readonly ManualClock _clock = new();
    private readonly DynamoDbBackend _backend;

    public ProtocolFixture()
    {
        EmbeddedEngine engine = new(new EngineOptions { TimeProvider = _clock });
        _backend = Connect(engine);
        Changes = new WireChangeFeed(
            new HttpClient(new InProcessHandler(new DynamoDbProtocol(engine, engine))) { BaseAddress = new Uri("http://keyfold.invalid") });
    }

    public override IStorageBackend Backend => _backend;

    public override ITableAdministration Administration => _backend;

    public override IChangeFeed Changes { get; }

    public override void Advance(TimeSpan time) => _clock.Advance(time);

    /// <summary>The AWS SDK on the protocol on an engine.</summary>
    internal static DynamoDbBackend Connect(EmbeddedEngine engine) =>
        new(new AmazonDynamoDBClient(new BasicAWSCredentials("keyfold", "keyfold"), new AmazonDynamoDBConfig { MaxErrorRetry = 0 }.UseKeyfold(engine)));
}
