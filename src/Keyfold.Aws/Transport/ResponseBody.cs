using System.Buffers;

namespace Keyfold.Aws.Transport;

/// <summary>The body of a response in pooled memory. Whoever does not dispose of it leaves the memory to the garbage collector, which does no harm.</summary>
internal sealed class ResponseBody : IDisposable
{
    private byte[]? _bytes;
    private int _length;

    public ResponseBody(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 1));

    /// <summary>The bytes so far.</summary>
    public ReadOnlyMemory<byte> Memory => new(_bytes, 0, _length);

    /// <summary>The bytes so far.</summary>
    public ReadOnlySpan<byte> Span => new(_bytes, 0, _length);

    /// <summary>How many bytes there are so far.</summary>
    public int Length => _length;

    /// <summary>Room for more, at least one byte.</summary>
    public Memory<byte> Free()
    {
        byte[] bytes = _bytes!;
        if (_length == bytes.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(2 * bytes.Length);
            bytes.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(bytes);
            _bytes = bytes = larger;
        }

        return bytes.AsMemory(_length);
    }

    public void Advance(int count) => _length += count;

    public void Dispose()
    {
        // an array that is given back twice would have two owners
        if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
        {
            _length = 0;
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
