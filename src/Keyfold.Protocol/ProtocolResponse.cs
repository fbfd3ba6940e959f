using Keyfold.Items;
using Keyfold.Protocol.Responses;

namespace Keyfold.Protocol;

/// <summary>The answer to one request. Dispose of it when the body has been sent: the memory is pooled.</summary>
public sealed class ProtocolResponse : IDisposable
{
    /// <summary>The memory that a response begins with, in bytes.</summary>
    internal const int InitialBytes = 1024;

    private readonly PooledBuffer _buffer;

    internal ProtocolResponse(int statusCode, PooledBuffer buffer)
    {
        StatusCode = statusCode;
        _buffer = buffer;
        Crc32 = System.IO.Hashing.Crc32.HashToUInt32(buffer.Written.Span);
    }

    /// <summary>The media type of the body.</summary>
    public static string ContentType => "application/x-amz-json-1.0";

    /// <summary>The HTTP status: 200, 400, 500 or 503.</summary>
    public int StatusCode { get; }

    /// <summary>The JSON, valid until disposal.</summary>
    public ReadOnlyMemory<byte> Body => _buffer.Written;

    /// <summary>What x-amz-crc32 tells of the body as it is: unpacked.</summary>
    public uint Crc32 { get; }

    /// <summary>An error that the host of the protocol found.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="type">The error's name behind its namespace, such as <c>com.amazon.coral.service#MissingAuthenticationTokenException</c>.</param>
    /// <param name="message">What it says; null for nothing.</param>
    public static ProtocolResponse Error(int statusCode, string type, string? message)
    {
        PooledBuffer buffer = new(InitialBytes);
        using ResponseWriter output = ResponseWriter.Rent(buffer);
        ErrorWriter.Write(output, type, message);
        output.Flush();
        return new ProtocolResponse(statusCode, buffer);
    }

    /// <summary>Gives the body's memory back.</summary>
    public void Dispose() => _buffer.Dispose();
}
