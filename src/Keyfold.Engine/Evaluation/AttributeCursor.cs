using Keyfold.Items;

namespace Keyfold.Engine.Evaluation;

/// <summary>Goes through the attributes of an encoded item or map and tells where each one lies, so that runs of them can be copied whole.</summary>
internal ref struct AttributeCursor
{
    private readonly ReadOnlySpan<byte> _content;
    private int _name;
    private int _value;

    /// <summary>Stands at the first attribute.</summary>
    /// <param name="content">The attributes, from the first one's name to the last one's value.</param>
    public AttributeCursor(ReadOnlySpan<byte> content)
    {
        _content = content;
        MoveNext();
    }

    /// <summary>Where the current attribute starts; behind the last one, the length of the content.</summary>
    public int Start { get; private set; }

    /// <summary>Where the current attribute ends.</summary>
    public int End { get; private set; }

    /// <summary>Whether the last attribute was passed.</summary>
    public readonly bool AtEnd => Start == _content.Length;

    /// <summary>The current attribute's name.</summary>
    public readonly ReadOnlySpan<byte> Name => _content[_name.._value];

    /// <summary>The current attribute's value.</summary>
    public readonly EncodedValue Value => new(_content[_value..End]);

    /// <summary>Goes to the next attribute.</summary>
    public void MoveNext()
    {
        Start = End;
        if (!AtEnd)
        {
            _name = Start;
            int length = BinaryDecoding.ReadLength(_content, ref _name, _content.Length);
            _value = _name + length;
            End = BinaryDecoding.SkipValue(_content, _value, _content.Length);
        }
    }

    /// <summary>Goes on, from the current attribute, to the first one whose name is not below a name; tells whether it has that name.</summary>
    public bool Seek(ReadOnlySpan<byte> name)
    {
        while (!AtEnd)
        {
            int order = Name.SequenceCompareTo(name);
            if (order >= 0)
            {
                return order == 0;
            }

            MoveNext();
        }

        return false;
    }
}
