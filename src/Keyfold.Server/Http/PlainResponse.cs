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
        if (StatusCode == StatusCodes.Status408RequestTimeout)
        {
            // nobody waits for the rest of a body again; what is left of any other one Kestrel reads and forgets, so that the client hears the answer
            response.Headers.Connection = "close";
        }

        if (!Body.IsEmpty)
        {
            response.ContentType = "text/plain; charset=utf-8";
            await response.BodyWriter.WriteAsync(Body).ConfigureAwait(false);
        }
    }
}
