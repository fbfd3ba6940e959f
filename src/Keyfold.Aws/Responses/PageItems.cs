using System.Buffers;
using System.Collections;
using Keyfold.Aws.Transport;

namespace Keyfold.Aws.Responses;

/// <summary>The items of a page where they lie in its body. The body and the list of places are pooled; disposing gives both back.</summary>
internal sealed class PageItems : IReadOnlyList<ReadOnlyMemory<byte>>, IDisposable
{
    private const int InitialCount = 64;

    private readonly ResponseBody _body;
    private long[]? _places;

    /// <summary>Cuts an array into its items.</summary>
    /// <param name="body">The page.</param>
    /// <param name="start">Where the array starts in it.</param>
    /// <param name="length">How long it is.</param>
    public PageItems(ResponseBody body, int start, int length)
    {
        _body = body;
        _places = ArrayPool<long>.Shared.Rent(InitialCount);
        var items = new JsonMembers(body.Span.Slice(start, length));
        while (items.Next())
        {
            Add(start + items.Value.Start, items.Value.Length);
        }
    }

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            long place = _places![index];
            return _body.Memory.Slice((int)(place >> 32), (int)place);
        }
    }

    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _places, null) is { } places)
        {
            ArrayPool<long>.Shared.Return(places);
            _body.Dispose();
        }
    }

    private void Add(int start, int length)
    {
        long[] places = _places!;
        if (Count == places.Length)
        {
            long[] larger = ArrayPool<long>.Shared.Rent(2 * places.Length);
            places.CopyTo(larger, 0);
            ArrayPool<long>.Shared.Return(places);
            _places = places = larger;
        }

        places[Count++] = ((long)start << 32) | (uint)length;
    }
}
