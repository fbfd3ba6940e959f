using Keyfold.Items;

namespace Keyfold.Engine.Evaluation;

/// <summary>Goes through the elements of an encoded list and tells where each one lies, so that runs of them can be copied whole.</summary>
internal ref struct ElementCursor
{
    private readonly ReadOnlySpan<byte> _content;
    private int _index = -1;

    /// <summary>Stands at the first element.</summary>
    /// <param name="content">The elements.</param>
    public ElementCursor(ReadOnlySpan<byte> content)
    {
        _content = content;
        MoveNext();
    }

    /// <summary>Where the current element starts; behind the last one, the length of the content.</summary>
    public int Start { get; private set; }

    /// <summary>Where the current element ends.</summary>
    public int End { get; private set; }

    /// <summary>Whether the last element was passed.</summary>
    public readonly bool AtEnd => Start == _content.Length;

    /// <summary>The current element.</summary>
    public readonly EncodedValue Value => new(_content[Start..End]);

    /// <summary>Goes to the next element.</summary>
    public void MoveNext()
    {
        Start = End;
        _index++;
        if (!AtEnd)
        {
            End = BinaryDecoding.SkipValue(_content, Start, _content.Length);
        }
    }

    /// <summary>Goes on to an element that is not before the current one; false when the list is shorter.</summary>
    public bool Seek(int index)
    {
        while (!AtEnd && _index < index)
        {
            MoveNext();
        }

        return !AtEnd;
    }
}
