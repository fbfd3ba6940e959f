using System.Net;

namespace Keyfold.Aws.Transport;

/// <summary>A request's body as <see cref="HttpClient"/> takes it: straight from the buffer it was written to.</summary>
internal sealed class RequestContent : HttpContent
{
    public RequestContent(ReadOnlyMemory<byte> body)
    {
        Body = body;
        Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.0");
    }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Whether any of the body may have left this process: only then can the service have carried the request out.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether all of the body has been taken, so that nobody reads the buffer any more.</summary>
    public bool IsSent { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        IsSent = false;
        IsStarted = true;
        await stream.WriteAsync(Body, cancellationToken).ConfigureAwait(false);
        IsSent = true;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Body.Length;
        return true;
    }
}
