using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;

namespace Keyfold.Server.Http;

/// <summary>Reads bodies within bounds of size, time and memory. Safe for concurrent use.</summary>
internal sealed class BodyReader(ServerOptions options)
{
    private readonly PendingBytes _pending = new(options.PendingBytesMax);

    /// <exception cref="BadHttpRequestException">The body is too large, too slow, or no body of HTTP.</exception>
    /// <exception cref="RefusedException">It can't be unpacked, or too many are being read.</exception>
    /// <exception cref="IOException">The client has gone.</exception>
    public async ValueTask<Body> ReadAsync(HttpRequest request)
    {
        PipeReader reader = request.BodyReader;
        Body body = TryReadWhole(reader, out ReadResult whole)
            ? new Body(reader, whole)
            : new Body(await CollectAsync(reader).ConfigureAwait(false));
        try
        {
            Unpack(body, request.Headers.ContentEncoding);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Most bodies come in one piece with their headers.</summary>
    private static bool TryReadWhole(PipeReader reader, out ReadResult whole)
    {
        if (!reader.TryRead(out whole))
        {
            return false;
        }

        if (whole is { IsCompleted: true, Buffer.IsSingleSegment: true })
        {
            return true;
        }

        reader.AdvanceTo(whole.Buffer.Start);
        return false;
    }

    private async ValueTask<PooledBytes> CollectAsync(PipeReader reader)
    {
        PooledBytes collected = new(_pending);
        try
        {
            using Timer timeout = new(static reader => ((PipeReader)reader!).CancelPendingRead(), reader, options.BodyTimeout, Timeout.InfiniteTimeSpan);
            while (true)
            {
                ReadResult result = await reader.ReadAsync().ConfigureAwait(false);
                if (result.IsCanceled)
                {
                    throw RefusedException.BodyTooSlow();
                }

                try
                {
                    collected.Append(result.Buffer);
                }
                finally
                {
                    reader.AdvanceTo(result.Buffer.End);
                }

                if (result.IsCompleted)
                {
                    return collected;
                }
            }
        }
        catch
        {
            collected.Dispose();
            throw;
        }
    }

    private void Unpack(Body body, string? encoding)
    {
        if (encoding is null || body.Sent.IsEmpty)
        {
            return;
        }

        using Stream? unpacking =
            encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? new GZipStream(Open(body.Sent), CompressionMode.Decompress)
            : encoding.Equals("deflate", StringComparison.OrdinalIgnoreCase) ? new ZLibStream(Open(body.Sent), CompressionMode.Decompress)
            : null;
        if (unpacking is null)
        {
            return;
        }

        PooledBytes unpacked = new(_pending);
        body.Unpack(unpacked);
        try
        {
            unpacked.Append(unpacking);
            body.Unpack(unpacked);
        }
        catch (InvalidDataException)
        {
            throw RefusedException.BadEncoding();
        }
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
