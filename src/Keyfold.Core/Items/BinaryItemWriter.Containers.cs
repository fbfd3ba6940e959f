using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Keyfold.Items;

public ref partial struct BinaryItemWriter
{
    // what DynamoDB counts for a list or map beside its content
    private const int ContainerSize = 3;

    /// <inheritdoc/>
    public void BeginMap()
    {
        BeginContainer(BinaryTag.Map, ContainerSize);
        _nesting.OpenContainer(WriterState.Name, _position);
    }

    /// <inheritdoc/>
    public void EndMap()
    {
        _nesting.RequireMapEnd();
        SortMap();
        EndContainer();
        _nesting.CloseContainer();
    }

    /// <inheritdoc/>
    public void BeginList()
    {
        BeginContainer(BinaryTag.List, ContainerSize);
        _nesting.OpenContainer(WriterState.Element, _position);
    }

    /// <inheritdoc/>
    public void EndList()
    {
        _nesting.Require(WriterState.Element);
        EndContainer();
        _nesting.CloseContainer();
    }

    /// <inheritdoc/>
    public void BeginSet(AttributeType setType)
    {
        BeginContainer(BinaryTag.Of(setType), size: 0);
        _nesting.OpenSet(WriterNesting.MemberState(setType), _position);
    }

    /// <inheritdoc/>
    public void EndSet()
    {
        _nesting.RequireSetEnd();
        if (_nesting.Current.Unsorted)
        {
            SortSet();
        }

        EndContainer();
        _nesting.CloseSet();
    }

    /// <summary>Prepares for one value that stands alone, without the header of an item.</summary>
    internal void BeginSingleValue()
    {
        _nesting.Begin(WriterState.Value, _start);
        _position = _start;
    }

    private void BeginContainer(byte tag, int size)
    {
        // no set holds a container: none of the members' states is Value
        BeginValue(tag, WriterState.Value, size);
        Reserve(BinaryItemFormat.ContainerHeaderLength);
        _position += BinaryItemFormat.ContainerHeaderLength;
    }

    private readonly void EndContainer()
    {
        int start = _nesting.Current.Start;
        var header = _bytes.AsSpan(start - BinaryItemFormat.ContainerHeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(header, _position - start);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], _nesting.Current.Count);
    }

    /// <summary>In a set: counts the member that ends here, and notes whether it does not come after the last one.</summary>
    /// <param name="length">The length of the text, the bytes or the whole number, which ends here.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndMember(int length)
    {
        if (_nesting.InSet)
        {
            FollowMember(_position - length, length);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FollowMember(int start, int length)
    {
        bool ascends = true;
        if (_nesting.Current.Count != 0)
        {
            var last = _bytes.AsSpan(_nesting.Current.LastStart, _nesting.Current.LastLength);
            var next = _bytes.AsSpan(start, length);
            ascends = _nesting.Current.State == WriterState.NumberMember
                ? new EncodedValue(last).AsNumber() < new EncodedValue(next).AsNumber()
                : last.SequenceCompareTo(next) < 0;
        }

        _nesting.FollowMember(start, length, ascends);
    }

    private void SortMap()
    {
        if (_nesting.Current.Unsorted)
        {
            var entries = _buffer.Entries(_nesting.Current.Count);
            int position = _nesting.Current.Start;
            for (int i = 0; i < entries.Length; i++)
            {
                int start = position;
                int length = BinaryDecoding.ReadLength(_bytes, ref position, _position);
                int name = position;
                position = BinaryDecoding.SkipValue(_bytes, name + length, _position);
                entries[i] = new WriterEntry(start, position, name, length);
            }

            if (!_buffer.TrySort(entries, out var duplicate))
            {
                _nesting.ThrowDuplicateName(duplicate.KeyStart, duplicate.KeyLength);
            }

            _buffer.Arrange(_nesting.Current.Start, _position - _nesting.Current.Start, entries);
        }
    }

    private readonly void SortSet()
    {
        var entries = _buffer.Entries(_nesting.Current.Count);
        int position = _nesting.Current.Start;
        bool numbers = _nesting.Current.State == WriterState.NumberMember;
        for (int i = 0; i < entries.Length; i++)
        {
            int start = position;
            position = BinaryDecoding.SkipValue(_bytes, start, _position);
            var content = numbers ? [] : new EncodedValue(_bytes.AsSpan(start, position - start)).Content;
            entries[i] = new WriterEntry(start, position, position - content.Length, content.Length, numbers);
        }

        if (!_buffer.TrySort(entries, out _))
        {
            _nesting.Throw(ItemFormatError.DuplicateSetMember, DescribeMembers());
        }

        _buffer.Arrange(_nesting.Current.Start, _position - _nesting.Current.Start, entries);
    }

    private readonly string DescribeMembers()
    {
        var text = new StringBuilder("[");
        for (int position = _nesting.Current.Start; position < _position;)
        {
            int start = position;
            position = BinaryDecoding.SkipValue(_bytes, start, _position);
            var member = new EncodedValue(_bytes.AsSpan(start, position - start));
            text.Append(start == _nesting.Current.Start ? "" : ", ").Append(member.Type switch
            {
                AttributeType.String => member.AsString(),
                AttributeType.Number => member.AsNumber().ToString(),
                _ => Convert.ToBase64String(member.AsBinary()),
            });
        }

        return text.Append(']').ToString();
    }
}
