using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Keyfold.Protocol.InProcess;

/// <summary>
/// Answers the HTTP requests of a DynamoDB client in the same process, without a socket: <c>new HttpClient(new InProcessHandler(protocol))</c>.
/// The address and the signature of a request do not matter, and its body must not be packed. Safe for concurrent use.
/// </summary>
/// <param name="protocol">What answers.</param>
public sealed class InProcessHandler(DynamoDbProtocol protocol) : HttpMessageHandler
{
    private const string TargetHeader = "X-Amz-Target";
    private const string RequestIdHeader = "x-amzn-RequestId";
    private const string ChecksumHeader = "x-amz-crc32";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        string? target = request.Headers.TryGetValues(TargetHeader, out IEnumerable<string>? values) ? values.First() : null;
        using ProtocolResponse response = await protocol.HandleAsync(target, body, cancellationToken).ConfigureAwait(false);
        return new HttpResponseMessage((HttpStatusCode)response.StatusCode)
        {
            RequestMessage = request,
            Headers =
            {
                { RequestIdHeader, RequestId.Create() },
                { ChecksumHeader, response.Crc32.ToString(CultureInfo.InvariantCulture) },
            },
            // a copy: a client may read its response when the pool has lent the memory to somebody else
            Content = new ByteArrayContent(response.Body.ToArray())
            {
                Headers = { ContentType = new MediaTypeHeaderValue(ProtocolResponse.ContentType) },
            },
        };
    }
}
