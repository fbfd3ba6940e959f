using System.Buffers;
using Keyfold.Items;

namespace Keyfold.Mapping;

/// <summary>
/// Encoded items one behind the other in pooled memory, for a request of several. Has one owner; disposing gives the memory back, so that it is left undone where a
/// request failed whose memory somebody may still read.
/// </summary>
internal sealed class ItemSegments(ItemEncoding encoding) : IDisposable
{
    private const int InitialBytes = 1 << 15;
    private const int InitialCount = 32;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int[] _ends = ArrayPool<int>.Shared.Rent(InitialCount);
    private int _length;
    private int _count;

    /// <summary>An item. The memory is another one after further items were added.</summary>
    public ReadOnlyMemory<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _count);
            int start = index == 0 ? 0 : _ends[index - 1];
            return _bytes.AsMemory(start, _ends[index] - start);
        }
    }

    /// <summary>Adds an entity's item.</summary>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    public void Add<TEntity>(TEntity entity)
        where TEntity : notnull, IEntity<TEntity>
    {
        if (encoding == ItemEncoding.Binary)
        {
            AddBinary(entity);
        }
        else
        {
            AddJson(entity);
        }
    }

    /// <summary>Adds nothing in the place of an item.</summary>
    public void AddNone() => Add(default(ReadOnlySpan<byte>));

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        ArrayPool<int>.Shared.Return(_ends);
        _bytes = [];
        _ends = [];
        _count = 0;
    }

    private void AddBinary<TEntity>(TEntity entity)
        where TEntity : notnull, IEntity<TEntity>
    {
        BinaryItemWriter writer = BinaryItemWriter.Rent();
        try
        {
            EncodedItems.Write(ref writer, entity);
            Add(writer.WrittenSpan);
        }
        finally
        {
            writer.Dispose();
        }
    }

    private void AddJson<TEntity>(TEntity entity)
        where TEntity : notnull, IEntity<TEntity>
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        try
        {
            EncodedItems.Write(ref writer, entity);
            Add(writer.WrittenSpan);
        }
        finally
        {
            writer.Dispose();
        }
    }

    private void Add(ReadOnlySpan<byte> item)
    {
        if (_bytes.Length - _length < item.Length)
        {
            Grow(ref _bytes, _length, checked(_length + item.Length));
        }

        if (_count == _ends.Length)
        {
            Grow(ref _ends, _count, _count + 1);
        }

        item.CopyTo(_bytes.AsSpan(_length));
        _length += item.Length;
        _ends[_count++] = _length;
    }

    private static void Grow<T>(ref T[] array, int used, int needed)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(needed, 2 * array.Length));
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
