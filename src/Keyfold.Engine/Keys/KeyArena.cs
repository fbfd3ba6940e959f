using System.Buffers.Binary;

namespace Keyfold.Engine.Keys;

/// <summary>Where a key lies in an arena.</summary>
internal readonly record struct KeySlice(int Start, int Length)
{
    public bool IsEmpty => Length == 0;
}

/// <summary>
/// The key bytes that one operation builds, one after the other in one array, so that none of them is allocated by itself. Each thread
/// keeps one arena for its next operation; whoever rents it is its only user until it is returned.
/// </summary>
internal sealed class KeyArena : IDisposable
{
    private const int KeptBytesMax = 64 * 1024;

    [ThreadStatic]
    private static KeyArena? Kept;

    private byte[] _bytes = new byte[1024];
    private int _length;
    private int _start;

    private KeyArena()
    {
    }

    public static KeyArena Rent()
    {
        KeyArena arena = Kept ?? new KeyArena();
        Kept = null;
        arena._length = 0;
        return arena;
    }

    /// <summary>The bytes of a finished key. They move when the arena grows: use them at once.</summary>
    public ReadOnlySpan<byte> this[KeySlice slice] => _bytes.AsSpan(slice.Start, slice.Length);

    /// <summary>The bytes of a finished key as memory; void when the arena grows or is returned.</summary>
    public ReadOnlyMemory<byte> MemoryOf(KeySlice slice) => _bytes.AsMemory(slice.Start, slice.Length);

    /// <summary>Starts a key.</summary>
    public void Begin() => _start = _length;

    /// <summary>Ends the key.</summary>
    public KeySlice End() => new(_start, _length - _start);

    /// <summary>Room at the end of the key, of which <see cref="Advance"/> takes what was written.</summary>
    public Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(checked(_length + count), 2 * _bytes.Length));
        }

        return _bytes.AsSpan(_length);
    }

    public void Advance(int count) => _length += count;

    /// <summary>The number of bytes so far.</summary>
    public int Length => _length;

    /// <summary>Bytes that were left out, to be written now.</summary>
    public Span<byte> At(int place, int count) => _bytes.AsSpan(place, count);

    /// <summary>Appends bytes to the key.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>Appends another key of this arena.</summary>
    public void Append(KeySlice slice)
    {
        Span<byte> destination = Reserve(slice.Length);
        this[slice].CopyTo(destination);
        _length += slice.Length;
    }

    /// <summary>Leaves room for a length of two bytes.</summary>
    /// <returns>Its place, for <see cref="EndLength"/>.</returns>
    public int BeginLength()
    {
        Reserve(sizeof(ushort));
        _length += sizeof(ushort);
        return _length;
    }

    /// <summary>Writes the number of bytes since <see cref="BeginLength"/> there.</summary>
    public void EndLength(int place) =>
        BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(place - sizeof(ushort)), checked((ushort)(_length - place)));

    /// <summary>The bytes of the key from a place on.</summary>
    public ReadOnlySpan<byte> Since(int place) => _bytes.AsSpan(place, _length - place);

    /// <summary>The key that comes directly after a key: nothing fits between them.</summary>
    public KeySlice After(KeySlice key)
    {
        Begin();
        Append(key);
        Append([0]);
        return End();
    }

    /// <summary>The first key that comes after all that begin with a prefix.</summary>
    public KeySlice Past(KeySlice prefix)
    {
        Begin();
        Append(prefix);

        // a key begins with a length that is never FF FF, so that this ends
        while (_bytes[_length - 1] == byte.MaxValue)
        {
            _length--;
        }

        _bytes[_length - 1]++;
        return End();
    }

    public void Dispose()
    {
        if (_bytes.Length <= KeptBytesMax)
        {
            Kept = this;
        }
    }
}
