using Amazon.Runtime;
using Keyfold.Aws;
using Keyfold.Engine;
using Keyfold.Protocol;
using Keyfold.Protocol.InProcess;
using Keyfold.Specification.Tests.Aws;
using Keyfold.Storage;

[assembly: AssemblyFixture(typeof(AwsFixture))]

namespace Keyfold.Specification.Tests.Aws;

/// <summary>The backend for Amazon DynamoDB on the protocol on the engine: all that goes over the wire, without a wire.</summary>
public sealed class AwsFixture : BackendFixture
{
    private readonly ManualClock _clock = new();
    private readonly DynamoDbBackend _backend;

    public AwsFixture()
    {
        var engine = new EmbeddedEngine(new EngineOptions { TimeProvider = _clock });
        _backend = new DynamoDbBackend(new DynamoDbOptions
        {
            ServiceUrl = new Uri("http://keyfold.invalid"),
            Credentials = new BasicAWSCredentials("keyfold", "keyfold"),
            TableRetriesMax = 0,
            Handler = new InProcessHandler(new DynamoDbProtocol(engine, engine)),
        });

        // a table that was never declared has no key names to send; the service is asked about this one
        _backend.DeclareTable(SharedTables.Plain with { Name = "spec.no-such-table" });
    }

    public override IStorageBackend Backend => _backend;

    public override ITableAdministration Administration => _backend;

    public override void Advance(TimeSpan time) => _clock.Advance(time);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _backend.Dispose();
    }
}
