using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using Keyfold.Storage;

namespace Keyfold.Aws.Transport;

/// <summary>Takes a response's body and compares it with its checksum, which DynamoDB sends of the body as it is on the wire.</summary>
internal static class ResponseReading
{
    private const string ChecksumHeader = "x-amz-crc32";
    private const int UnknownLengthBytes = 4096;

    // a page is 1 MB, a batch 16 MB, and base64 and names make them some times longer
    private const int BytesMax = 256 << 20;

    /// <summary>Reads the whole body.</summary>
    /// <exception cref="TransportException">It does not fit its checksum, or is too long.</exception>
    public static async ValueTask<ResponseBody> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        long? length = response.Content.Headers.ContentLength;
        RequireLength(length ?? 0);
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        ResponseBody body = await ReadAsync(stream, length is { } known ? (int)known : UnknownLengthBytes, length, cancellationToken).ConfigureAwait(false);
        Check(response, body);
        return IsPacked(response, body) ? await UnpackAsync(body, cancellationToken).ConfigureAwait(false) : body;
    }

    private static bool IsPacked(HttpResponseMessage response, ResponseBody body)
    {
        if (!response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out System.Net.Http.Headers.HeaderStringValues values))
        {
            return false;
        }

        string encoding = values.ToString();
        if (!string.Equals(encoding, "gzip", StringComparison.OrdinalIgnoreCase))
        {
            body.Dispose();
            throw new TransportException(TransportFailure.UnreadableAnswer, $"The answer is encoded as {encoding}, which was not asked for.");
        }

        return true;
    }

    /// <summary>Reads to the end, which is seen without another read where the length was announced.</summary>
    private static async ValueTask<ResponseBody> ReadAsync(Stream stream, int capacity, long? length, CancellationToken cancellationToken)
    {
        var body = new ResponseBody(capacity);
        try
        {
            int read;
            while (body.Length != length && (read = await stream.ReadAsync(body.Free(), cancellationToken).ConfigureAwait(false)) > 0)
            {
                body.Advance(read);
                RequireLength(body.Length);
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private static void RequireLength(long length)
    {
        if (length > BytesMax)
        {
            throw new TransportException(TransportFailure.UnreadableAnswer, $"The answer has more than {BytesMax:N0} bytes, which no answer of DynamoDB has.");
        }
    }

    private static void Check(HttpResponseMessage response, ResponseBody body)
    {
        if (!response.Headers.NonValidated.TryGetValues(ChecksumHeader, out System.Net.Http.Headers.HeaderStringValues values))
        {
            return;
        }

        string text = values.ToString();
        if (!uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint expected) || expected != Crc32.HashToUInt32(body.Span))
        {
            int length = body.Span.Length;
            body.Dispose();
            throw new TransportException(
                TransportFailure.ChecksumMismatch, $"The answer of {length:N0} bytes does not fit its checksum {text}: it was changed on its way.");
        }
    }

    private static async ValueTask<ResponseBody> UnpackAsync(ResponseBody packed, CancellationToken cancellationToken)
    {
        using (packed)
        {
            var stream = new GZipStream(new MemoryStream(packed.Memory.ToArray(), writable: false), CompressionMode.Decompress);
            await using (stream.ConfigureAwait(false))
            {
                return await ReadAsync(stream, 8 * packed.Length, length: null, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
