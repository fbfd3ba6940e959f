namespace Keyfold.Items;

/// <summary>The elements of an encoded list or the members of an encoded set, in their order.</summary>
public readonly ref struct EncodedElements
{
    private readonly ReadOnlySpan<byte> _content;

    internal EncodedElements(ReadOnlySpan<byte> content, int count)
    {
        _content = content;
        Count = count;
    }

    /// <summary>The number of elements.</summary>
    public int Count { get; }

    /// <summary>Enumerates without allocating.</summary>
    public Enumerator GetEnumerator() => new(_content);

    /// <summary>Goes from value to value.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _content;
        private int _start;
        private int _end;

        internal Enumerator(ReadOnlySpan<byte> content) => _content = content;

        /// <summary>The current value.</summary>
        public readonly EncodedValue Current => new(_content[_start.._end]);

        /// <summary>Goes to the next value.</summary>
        public bool MoveNext()
        {
            _start = _end;
            if (_start == _content.Length)
            {
                return false;
            }

            _end = BinaryDecoding.SkipValue(_content, _start, _content.Length);
            return true;
        }
    }
}
