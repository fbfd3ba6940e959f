using System.Buffers;

namespace Keyfold.Protocol.Requests;

/// <summary>The memory of one request's encoded items: pooled, and given back as a whole when the request has been answered.</summary>
internal sealed class RequestMemory : IDisposable
{
    private const int ChunkBytes = 8192;

    private readonly List<byte[]> _chunks = [];
    private int _used;

    /// <summary>A copy of some bytes, valid until disposal.</summary>
    public ReadOnlyMemory<byte> Copy(ReadOnlySpan<byte> bytes)
    {
        if (_chunks.Count == 0 || _chunks[^1].Length - _used < bytes.Length)
        {
            _chunks.Add(ArrayPool<byte>.Shared.Rent(Math.Max(ChunkBytes, bytes.Length)));
            _used = 0;
        }

        Memory<byte> copy = _chunks[^1].AsMemory(_used, bytes.Length);
        bytes.CopyTo(copy.Span);
        _used += bytes.Length;
        return copy;
    }

    /// <summary>Gives all memory back.</summary>
    public void Dispose()
    {
        foreach (byte[] chunk in _chunks)
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        _chunks.Clear();
        _used = 0;
    }
}
