using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Keyfold.Benchmarks.Model;
using Keyfold.Items;

namespace Keyfold.Aws.Benchmarks;

/// <summary>A service that has its answers ready: it takes the request's body, as a socket would, and gives the answer at once.</summary>
internal sealed class Wire : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue ContentType = new("application/x-amz-json-1.0");

    private byte[] _answer = [];
    private string _checksum = "";

    /// <summary>The answer to every request from now on.</summary>
    public void Answer(string json)
    {
        _answer = Encoding.UTF8.GetBytes(json);
        _checksum = System.IO.Hashing.Crc32.HashToUInt32(_answer).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The SDK's client on this wire.</summary>
    public AmazonDynamoDBClient Connect() => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        new AmazonDynamoDBConfig { RegionEndpoint = RegionEndpoint.EUCentral1, HttpClientFactory = new Factory(new HttpClient(this, disposeHandler: false)) });

    /// <summary>An order as DynamoDB keeps it.</summary>
    public static string ItemOf(Order order)
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        try
        {
            writer.BeginItem();
            EntityOf<Order>.Write(ref writer, order);
            writer.EndItem();
            return Encoding.UTF8.GetString(writer.WrittenSpan);
        }
        finally
        {
            writer.Dispose();
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        var response = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(_answer) };
        response.Content.Headers.ContentType = ContentType;
        response.Headers.TryAddWithoutValidation("x-amz-crc32", _checksum);
        response.Headers.TryAddWithoutValidation("x-amzn-RequestId", "KEYFOLDBENCHMARKKEYFOLDBENCHMARKKEYFOLDBENCHMARK");
        return response;
    }

    /// <summary>Makes the SDK use a handler.</summary>
    private sealed class Factory(HttpClient client) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }

    private static class EntityOf<TEntity>
        where TEntity : notnull, IEntity<TEntity>
    {
        public static void Write(ref JsonItemWriter writer, TEntity entity) => TEntity.Write(ref writer, entity);
    }
}
