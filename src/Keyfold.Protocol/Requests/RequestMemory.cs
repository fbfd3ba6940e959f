using System.Buffers;

namespace Keyfold.Protocol.Requests;

/// <summary>
/// The memory of one request's encoded items: pooled, and given back as a whole when the request has been answered. Each thread keeps one for its next request,
/// with as much as a request of ordinary size needs.
/// </summary>
internal sealed class RequestMemory : IDisposable
{
    private const int ChunkBytes = 8192;

    [ThreadStatic]
    private static RequestMemory? Kept;

    private readonly List<byte[]> _chunks = [new byte[ChunkBytes]];
    private int _used;

    private RequestMemory()
    {
    }

    public static RequestMemory Rent()
    {
        RequestMemory memory = Kept ?? new RequestMemory();
        Kept = null;
        return memory;
    }

    /// <summary>A copy of some bytes, valid until disposal.</summary>
    public ReadOnlyMemory<byte> Copy(ReadOnlySpan<byte> bytes)
    {
        if (_chunks[^1].Length - _used < bytes.Length)
        {
            _chunks.Add(ArrayPool<byte>.Shared.Rent(Math.Max(ChunkBytes, bytes.Length)));
            _used = 0;
        }

        Memory<byte> copy = _chunks[^1].AsMemory(_used, bytes.Length);
        bytes.CopyTo(copy.Span);
        _used += bytes.Length;
        return copy;
    }

    /// <summary>Gives all memory back; nobody may use it any more.</summary>
    public void Dispose()
    {
        for (int i = _chunks.Count - 1; i > 0; i--)
        {
            ArrayPool<byte>.Shared.Return(_chunks[i]);
            _chunks.RemoveAt(i);
        }

        _used = 0;
        Kept = this;
    }
}
