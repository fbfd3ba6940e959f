using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Keyfold.Items;

public ref partial struct BinaryItemWriter
{
    // what DynamoDB counts for a list or map beside its content
    private const int ContainerSize = 3;

    /// <inheritdoc/>
    public void BeginMap() => BeginContainer(BinaryTag.Map, WriterState.Name, ContainerSize, memberSize: 1);

    /// <inheritdoc/>
    public void EndMap()
    {
        if (_level < 2 || _frame.State != WriterState.Name)
        {
            ThrowMisplaced();
        }

        SortMap();
        EndContainer();
        _level--;
    }

    /// <inheritdoc/>
    public void BeginList() => BeginContainer(BinaryTag.List, WriterState.Element, ContainerSize, memberSize: 1);

    /// <inheritdoc/>
    public void EndList()
    {
        Require(WriterState.Element);
        EndContainer();
        _level--;
    }

    /// <inheritdoc/>
    public void BeginSet(AttributeType setType)
    {
        var state = setType switch
        {
            AttributeType.StringSet => WriterState.StringMember,
            AttributeType.NumberSet => WriterState.NumberMember,
            AttributeType.BinarySet => WriterState.BinaryMember,
            _ => throw new ArgumentOutOfRangeException(nameof(setType), setType, "Not a set."),
        };
        Open(BinaryTag.Of(setType), state, size: 0, memberSize: 0);
    }

    /// <inheritdoc/>
    public void EndSet()
    {
        if (_frame.State < WriterState.StringMember)
        {
            ThrowMisplaced();
        }

        if (_frame.Count == 0)
        {
            Throw(ItemFormatError.EmptySet);
        }

        if (_frame.Unsorted)
        {
            SortSet();
        }

        EndContainer();
    }

    /// <summary>Prepares for one value that stands alone, without the header of an item.</summary>
    internal void BeginSingleValue()
    {
        Require(WriterState.Idle);
        _frame = new WriterFrame { State = WriterState.Value };
        _position = 0;
        _size = 0;
        _level = 1;
        _depth = 1;
    }

    private void BeginContainer(byte tag, WriterState state, int size, int memberSize)
    {
        Open(tag, state, size, memberSize, levels: 1);
        _level++;
    }

    private void Open(byte tag, WriterState state, int size, int memberSize, int levels = 0)
    {
        // no set holds a container: none of the members' states is Value
        BeginValue(tag, WriterState.Value, size);
        CountDepth(_level + levels);
        Reserve(BinaryItemFormat.ContainerHeaderLength);
        _position += BinaryItemFormat.ContainerHeaderLength;
        _buffer.Frames[_open++] = _frame;
        _frame = new WriterFrame { State = state, Start = _position, MemberSize = memberSize };
    }

    private void EndContainer()
    {
        var header = _bytes.AsSpan(_frame.Start - BinaryItemFormat.ContainerHeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(header, _position - _frame.Start);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], _frame.Count);
        _frame = _buffer.Frames[--_open];
    }

    private void CountDepth(int depth)
    {
        if (depth > Limits.NestingLevelsMax)
        {
            Throw(ItemFormatError.NestingTooDeep);
        }

        _depth = Math.Max(_depth, depth);
    }

    /// <summary>Counts a name, and notes whether it does not come after the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FollowName(int start, int length)
    {
        if (_frame.Count != 0 && _bytes[_frame.LastStart] >= _bytes[start])
        {
            CompareWithLast(start, length);
        }

        _frame.LastStart = start;
        _frame.LastLength = length;
        _frame.Count++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CompareWithLast(int start, int length)
    {
        int order = _bytes.AsSpan(_frame.LastStart, _frame.LastLength).SequenceCompareTo(_bytes.AsSpan(start, length));
        if (order == 0)
        {
            ThrowDuplicateName(start, length);
        }

        _frame.Unsorted |= order > 0;
    }

    /// <summary>In a set: counts the member that ends here, and notes whether it does not come after the last one.</summary>
    /// <param name="start">Where the payload starts (of a number: the tag).</param>
    /// <param name="length">The length of the text, the bytes or the encoded number, which ends here.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndMember(int start, int length)
    {
        if (_frame.State >= WriterState.StringMember)
        {
            FollowMember(_position - length, length);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FollowMember(int start, int length)
    {
        if (_frame.Count != 0 && !_frame.Unsorted)
        {
            var last = _bytes.AsSpan(_frame.LastStart, _frame.LastLength);
            var next = _bytes.AsSpan(start, length);
            int order = _frame.State == WriterState.NumberMember
                ? new EncodedValue(last).AsNumber().CompareTo(new EncodedValue(next).AsNumber())
                : last.SequenceCompareTo(next);

            // an equal one is reported at the end, when all members can be shown
            _frame.Unsorted = order >= 0;
        }

        _frame.LastStart = start;
        _frame.LastLength = length;
        _frame.Count++;
    }

    private void SortMap()
    {
        if (_frame.Unsorted)
        {
            var entries = _buffer.Entries(_frame.Count);
            int position = _frame.Start;
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
                ThrowDuplicateName(duplicate.KeyStart, duplicate.KeyLength);
            }

            _buffer.Arrange(_frame.Start, _position - _frame.Start, entries);
        }
    }

    private readonly void SortSet()
    {
        var entries = _buffer.Entries(_frame.Count);
        int position = _frame.Start;
        bool numbers = _frame.State == WriterState.NumberMember;
        for (int i = 0; i < entries.Length; i++)
        {
            int start = position;
            position = BinaryDecoding.SkipValue(_bytes, start, _position);
            var content = numbers ? [] : new EncodedValue(_bytes.AsSpan(start, position - start)).Content;
            entries[i] = new WriterEntry(start, position, position - content.Length, content.Length, numbers);
        }

        if (!_buffer.TrySort(entries, out _))
        {
            Throw(ItemFormatError.DuplicateSetMember, DescribeMembers());
        }

        _buffer.Arrange(_frame.Start, _position - _frame.Start, entries);
    }

    private readonly string DescribeMembers()
    {
        var text = new StringBuilder("[");
        for (int position = _frame.Start; position < _position;)
        {
            int start = position;
            position = BinaryDecoding.SkipValue(_bytes, start, _position);
            var member = new EncodedValue(_bytes.AsSpan(start, position - start));
            text.Append(start == _frame.Start ? "" : ", ").Append(member.Type switch
            {
                AttributeType.String => member.AsString(),
                AttributeType.Number => member.AsNumber().ToString(),
                _ => Convert.ToBase64String(member.AsBinary()),
            });
        }

        return text.Append(']').ToString();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Require(WriterState state)
    {
        if (_frame.State != state)
        {
            ThrowMisplaced();
        }
    }

    [DoesNotReturn]
    private readonly void ThrowMisplaced() =>
        throw new InvalidOperationException($"The item writer was called out of turn at '{Path()}': it is at {_frame.State}.");

    [DoesNotReturn]
    private void ThrowNameLength(int length)
    {
        // the last name has nothing to do with it: the path ends with the map
        _frame.Count = 0;
        Throw(length == 0 ? ItemFormatError.EmptyName : ItemFormatError.NameTooLong);
    }

    [DoesNotReturn]
    private void ThrowDuplicateName(int start, int length)
    {
        _frame.LastStart = start;
        _frame.LastLength = length;
        Throw(ItemFormatError.DuplicateName);
    }

    [DoesNotReturn]
    private readonly void Throw(ItemFormatError error, string detail = "") => throw new ItemFormatException(error, Path(), detail);

    /// <summary>The place where the writer is, as in <c>Lines[2].Price</c>.</summary>
    private readonly string Path()
    {
        var path = new StringBuilder();
        for (int i = 0; i <= _open; i++)
        {
            var frame = i == _open ? _frame : _buffer.Frames[i];
            if (frame.State is WriterState.Element)
            {
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"[{frame.Count - 1}]");
            }
            else if (frame.State is WriterState.Name or WriterState.NamedValue && frame.Count > 0)
            {
                path.Append(path.Length == 0 ? "" : ".").Append(System.Text.Encoding.UTF8.GetString(_bytes, frame.LastStart, frame.LastLength));
            }
        }

        return path.ToString();
    }
}
