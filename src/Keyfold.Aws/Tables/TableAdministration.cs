using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Keyfold.Aws.Configuration;
using Keyfold.Schema;
using Keyfold.Storage;
using Sdk = Amazon.DynamoDBv2.Model;
using IndexStatus = Keyfold.Storage.IndexStatus;
using TableStatus = Keyfold.Storage.TableStatus;
using TimeToLiveStatus = Keyfold.Storage.TimeToLiveStatus;

namespace Keyfold.Aws.Tables;

/// <summary>The control plane by the AWS SDK, with the SDK's own retries. The SDK's client is made when it is first needed.</summary>
internal sealed class TableAdministration : IDisposable
{
    private static readonly TimeSpan FirstStatusInterval = TimeSpan.FromMilliseconds(100);

    private readonly Lazy<AmazonDynamoDBClient> _client;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _statusIntervalMax;

    public TableAdministration(ServiceAccess access, HttpMessageHandler handler, DynamoDbOptions options)
    {
        _timeProvider = options.TimeProvider;
        _statusIntervalMax = options.TableStatusInterval;
        _client = new Lazy<AmazonDynamoDBClient>(() =>
        {
            AmazonDynamoDBConfig config = access.ToSdkConfig(options);
            config.HttpClientFactory = new SharedHandlerFactory(handler);
            return new AmazonDynamoDBClient(access.Credentials, config);
        });
    }

    public async ValueTask<TableDescription> CreateAsync(TableSchema schema, CancellationToken cancellationToken)
    {
        await SdkErrors.Translate(_client.Value.CreateTableAsync(SchemaToSdk.ToRequest(schema), cancellationToken)).ConfigureAwait(false);
        TableDescription description = await DescribeWhenDoneAsync(schema.Name, cancellationToken).ConfigureAwait(false);
        if (schema.TimeToLiveAttribute is { } attribute)
        {
            await UpdateTimeToLiveAsync(schema.Name, attribute, enabled: true, cancellationToken).ConfigureAwait(false);
        }

        return description with { Schema = description.Schema with { TimeToLiveAttribute = schema.TimeToLiveAttribute } };
    }

    public async ValueTask<TableDescription> UpdateAsync(UpdateTableRequest request, CancellationToken cancellationToken)
    {
        await SdkErrors.Translate(_client.Value.UpdateTableAsync(SchemaToSdk.ToRequest(request), cancellationToken)).ConfigureAwait(false);
        return await DescribeWhenDoneAsync(request.TableName, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<TableDescription> DescribeAsync(string tableName, CancellationToken cancellationToken)
    {
        Sdk.DescribeTableResponse response = await SdkErrors.Translate(_client.Value.DescribeTableAsync(tableName, cancellationToken)).ConfigureAwait(false);
        return SchemaFromSdk.ToDescription(response.Table);
    }

    public async ValueTask<TimeToLiveDescription> DescribeTimeToLiveAsync(string tableName, CancellationToken cancellationToken)
    {
        Sdk.DescribeTimeToLiveResponse response =
            await SdkErrors.Translate(_client.Value.DescribeTimeToLiveAsync(tableName, cancellationToken)).ConfigureAwait(false);
        return SchemaFromSdk.ToDescription(response.TimeToLiveDescription);
    }

    public async ValueTask<TimeToLiveDescription> UpdateTimeToLiveAsync(
        string tableName, string attributeName, bool enabled, CancellationToken cancellationToken)
    {
        var request = new Sdk.UpdateTimeToLiveRequest
        {
            TableName = tableName,
            TimeToLiveSpecification = new Sdk.TimeToLiveSpecification { AttributeName = attributeName, Enabled = enabled },
        };
        await SdkErrors.Translate(_client.Value.UpdateTimeToLiveAsync(request, cancellationToken)).ConfigureAwait(false);
        return new TimeToLiveDescription(enabled ? TimeToLiveStatus.Enabled : TimeToLiveStatus.Disabled, enabled ? attributeName : null);
    }

    public async ValueTask<TableDescription> DeleteAsync(string tableName, CancellationToken cancellationToken)
    {
        // the answer to DeleteTable has no schema
        TableDescription before = await DescribeAsync(tableName, cancellationToken).ConfigureAwait(false);
        await SdkErrors.Translate(_client.Value.DeleteTableAsync(tableName, cancellationToken)).ConfigureAwait(false);
        return before with { Status = TableStatus.Deleting };
    }

    public async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        List<string> names = [];
        string? last = null;
        do
        {
            var request = new Sdk.ListTablesRequest { ExclusiveStartTableName = last };
            Sdk.ListTablesResponse page = await SdkErrors.Translate(_client.Value.ListTablesAsync(request, cancellationToken)).ConfigureAwait(false);
            names.AddRange(page.TableNames ?? []);
            last = page.LastEvaluatedTableName;
        }
        while (last is not null);
        return names;
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private async ValueTask<TableDescription> DescribeWhenDoneAsync(string tableName, CancellationToken cancellationToken)
    {
        TimeSpan interval = Shorter(FirstStatusInterval, _statusIntervalMax);
        while (true)
        {
            TableDescription description = await DescribeAsync(tableName, cancellationToken).ConfigureAwait(false);
            if (description.Status is TableStatus.Active && description.Indexes.All(index => index.Status == IndexStatus.Active))
            {
                return description;
            }

            await Task.Delay(interval, _timeProvider, cancellationToken).ConfigureAwait(false);
            interval = Shorter(interval * 2, _statusIntervalMax);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>Lets the SDK use the connections of the data plane, which stay the backend's.</summary>
    private sealed class SharedHandlerFactory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
    }
}
