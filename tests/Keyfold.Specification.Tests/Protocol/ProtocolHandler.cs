using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Amazon.Runtime;
using Keyfold.Protocol;

namespace Keyfold.Specification.Tests.Protocol;

/// <summary>Answers the AWS SDK's requests in process, by the protocol and without a socket.</summary>
internal sealed class ProtocolHandler(DynamoDbProtocol protocol) : HttpMessageHandler
{
    private const string TargetHeader = "X-Amz-Target";
    private const string ChecksumHeader = "x-amz-crc32";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        string? target = request.Headers.TryGetValues(TargetHeader, out IEnumerable<string>? values) ? values.Single() : null;
        using ProtocolResponse response = await protocol.HandleAsync(target, body, cancellationToken);
        HttpResponseMessage message = new((HttpStatusCode)response.StatusCode) { RequestMessage = request, Content = new ByteArrayContent(response.Body.ToArray()) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(ProtocolResponse.ContentType);
        message.Headers.Add(ChecksumHeader, response.Crc32.ToString(CultureInfo.InvariantCulture));
        return message;
    }

    /// <summary>Makes the SDK use a handler.</summary>
    internal sealed class ClientFactory(ProtocolHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
