using System.Buffers;
using Keyfold.Items;

namespace Keyfold.Mapping;

/// <summary>
/// Encoded items one behind the other in pooled memory, for a request of several. Has one owner; disposing gives the memory back, so that it is left undone where a
/// request failed whose memory somebody may still read.
/// </summary>
internal sealed class ItemSegments(ItemEncoding encoding, int countMax) : IDisposable
{
    private const int InitialBytes = 1 << 15;

    private readonly PooledBuffer _bytes = new(InitialBytes);
    private int[] _ends = ArrayPool<int>.Shared.Rent(countMax);
    private int _count;

    /// <summary>An item. The memory is another one after further items were added.</summary>
    public ReadOnlyMemory<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _count);
            int start = index == 0 ? 0 : _ends[index - 1];
            return _bytes.Written[start.._ends[index]];
        }
    }

    /// <summary>Adds an entity's item.</summary>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    public void Add<TEntity>(TEntity entity)
        where TEntity : notnull, IEntity<TEntity>
    {
        EncodedItems.Append(encoding, entity, _bytes);
        AddNone();
    }

    /// <summary>Adds nothing in the place of an item.</summary>
    public void AddNone() => _ends[_count++] = _bytes.Length;

    public void Dispose()
    {
        _bytes.Dispose();
        ArrayPool<int>.Shared.Return(_ends);
        _ends = [];
        _count = 0;
    }
}
