using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Keyfold.Items;

/// <summary>
/// Bytes one behind the other in pooled memory that grows by doubling: items, requests, responses. It has one owner. Disposing gives the memory back; where somebody
/// may still read it, it is left to the garbage collector.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="initialBytes">The memory to begin with, in bytes.</param>
    public PooledBuffer(int initialBytes) => _bytes = ArrayPool<byte>.Shared.Rent(initialBytes);

    /// <summary>How many bytes were written.</summary>
    public int Length { get; internal set; }

    /// <summary>The memory that the buffer has now, in bytes.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>What was written: another place after more was written, and void after disposal.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>The memory itself, for item writers.</summary>
    internal byte[] Bytes => _bytes;

    /// <summary>Forgets what was written.</summary>
    public void Clear() => Length = 0;

    /// <summary>Writes bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Length);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            Length = 0;
        }
    }

    /// <summary>Makes room for more bytes after those in use, and gives the array that now has them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal byte[] Grow(int used, int more)
    {
        long needed = Math.Max(2L * _bytes.Length, (long)used + more);
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(needed, Array.MaxLength));
        _bytes.AsSpan(0, used).CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        return _bytes = larger;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Grow(Length, count);
        }
    }
}
