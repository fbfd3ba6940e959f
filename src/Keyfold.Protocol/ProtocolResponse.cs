using Keyfold.Protocol.Responses;

namespace Keyfold.Protocol;

/// <summary>The answer to one request. Dispose of it when the body has been sent: the memory is pooled.</summary>
public sealed class ProtocolResponse : IDisposable
{
    private readonly ResponseBuffer _buffer;

    internal ProtocolResponse(int statusCode, ResponseBuffer buffer)
    {
        StatusCode = statusCode;
        _buffer = buffer;
        Crc32 = Responses.Crc32.Compute(buffer.Written.Span);
    }

    /// <summary>The media type of the body.</summary>
    public static string ContentType => "application/x-amz-json-1.0";

    /// <summary>The HTTP status: 200, 400, 500 or 503.</summary>
    public int StatusCode { get; }

    /// <summary>The JSON, valid until disposal.</summary>
    public ReadOnlyMemory<byte> Body => _buffer.Written;

    /// <summary>What x-amz-crc32 tells of the body as it is: unpacked.</summary>
    public uint Crc32 { get; }

    /// <summary>Gives the body's memory back.</summary>
    public void Dispose() => _buffer.Dispose();
}
