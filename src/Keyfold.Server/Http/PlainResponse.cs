using Keyfold.Protocol;
using Microsoft.AspNetCore.Http;

namespace Keyfold.Server.Http;

/// <summary>An answer without JSON.</summary>
internal sealed record PlainResponse(int StatusCode, ReadOnlyMemory<byte> Body)
{
    public async Task SendAsync(HttpResponse response)
    {
        response.StatusCode = StatusCode;
        response.Headers["x-amzn-RequestId"] = RequestId.Create();
        response.ContentLength = Body.Length;
        if (StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status404NotFound))
        {
            // what is left of the body is not read: nothing that follows on the connection could be told from it
            response.Headers.Connection = "close";
        }

        if (!Body.IsEmpty)
        {
            response.ContentType = "text/plain; charset=utf-8";
            await response.BodyWriter.WriteAsync(Body).ConfigureAwait(false);
        }
    }
}
