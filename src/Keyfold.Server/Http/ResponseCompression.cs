using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Keyfold.Server.Http;

/// <summary>Packs answers for clients that want them packed.</summary>
internal static class ResponseCompression
{
    private const string GZip = "gzip";
    private const string Deflate = "deflate";

    // what DynamoDB finds worth it
    private const int BodyBytesMin = 4096;

    /// <summary>The encoding to use; null for none. Like DynamoDB, only the first Accept-Encoding header counts.</summary>
    public static string? Choose(StringValues acceptEncoding, int bodyBytes)
    {
        if (bodyBytes < BodyBytesMin || acceptEncoding.Count == 0
            || !StringWithQualityHeaderValue.TryParseList([acceptEncoding[0] ?? ""], out IList<StringWithQualityHeaderValue>? accepted))
        {
            return null;
        }

        return Accepts(accepted, GZip) ? GZip : Accepts(accepted, Deflate) ? Deflate : null;
    }

    /// <summary>Packs a body.</summary>
    public static ReadOnlyMemory<byte> Pack(ReadOnlyMemory<byte> body, string encoding)
    {
        MemoryStream packed = new(body.Length / 2);
        using (Stream packing = encoding == GZip
            ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(body.Span);
        }

        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(value => value.Quality is not 0 && value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
}
