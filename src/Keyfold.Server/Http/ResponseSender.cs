using System.Globalization;
using System.IO.Hashing;
using Keyfold.Protocol;
using Microsoft.AspNetCore.Http;

namespace Keyfold.Server.Http;

/// <summary>Sends the protocol's answers with DynamoDB's headers.</summary>
internal static class ResponseSender
{
    public static async ValueTask SendAsync(HttpContext context, ProtocolResponse answer)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.StatusCode;
        response.ContentType = PlainResponses.EchoedType(context.Request.ContentType);
        response.Headers["x-amzn-RequestId"] = RequestId.Create();

        if (ResponseCompression.Choose(context.Request.Headers.AcceptEncoding, answer.Body.Length) is { } encoding)
        {
            ReadOnlyMemory<byte> packed = ResponseCompression.Pack(answer.Body, encoding);
            response.Headers.ContentEncoding = encoding;
            await SendAsync(response, packed, Crc32.HashToUInt32(packed.Span)).ConfigureAwait(false);
        }
        else
        {
            await SendAsync(response, answer.Body, answer.Crc32).ConfigureAwait(false);
        }
    }

    private static async ValueTask SendAsync(HttpResponse response, ReadOnlyMemory<byte> body, uint checksum)
    {
        response.Headers["x-amz-crc32"] = checksum.ToString(CultureInfo.InvariantCulture);
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body).ConfigureAwait(false);
    }
}
