using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Keyfold.Items;

public ref partial struct JsonItemWriter
{
    /// <inheritdoc/>
    public void BeginMap()
    {
        BeginContainer("{\"M\":"u8, (byte)'{', WriterState.Name);
    }

    /// <inheritdoc/>
    public void EndMap()
    {
        _nesting.RequireMapEnd();
        EndNames("}}"u8);
        _nesting.CloseContainer();
    }

    /// <inheritdoc/>
    public void BeginList()
    {
        BeginContainer("{\"L\":"u8, (byte)'[', WriterState.Element);
    }

    /// <inheritdoc/>
    public void EndList()
    {
        _nesting.Require(WriterState.Element);
        End("]}"u8);
        _nesting.CloseContainer();
    }

    /// <inheritdoc/>
    public void BeginSet(AttributeType setType)
    {
        BeginValue(WriterState.Value);
        Append("{\""u8);
        Append(setType.Utf8Tag());
        Append("\":"u8);
        _nesting.OpenSet(WriterNesting.MemberState(setType), _position + 1);
        _separator = (byte)'[';
    }

    /// <inheritdoc/>
    public void EndSet()
    {
        _nesting.RequireSetEnd();
        if (_nesting.Current.Unsorted && HasDuplicateMember())
        {
            _nesting.Throw(ItemFormatError.DuplicateSetMember, DescribeMembers());
        }

        Append("]}"u8);
        _nesting.CloseSet();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BeginContainer(scoped ReadOnlySpan<byte> start, byte bracket, WriterState state)
    {
        Span<byte> room = Room(start.Length + 1);
        int separators = 0;
        if (_nesting.Current.State != WriterState.NamedValue)
        {
            room[0] = _separator;
            separators = 1;
        }

        start.CopyTo(room[separators..]);
        _position += separators + start.Length;
        _separator = bracket;
        _nesting.BeginValue(WriterState.Value);
        _nesting.OpenContainer(state, _position + 1);
    }

    private void EndNames(scoped ReadOnlySpan<byte> end)
    {
        if (_nesting.Current.Unsorted && HasDuplicateName(out var duplicate))
        {
            _nesting.ThrowDuplicateName(duplicate.KeyStart, duplicate.KeyLength);
        }

        End(end);
    }

    /// <summary>Closes a container, and opens it first if nothing is in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void End(scoped ReadOnlySpan<byte> end)
    {
        if (_separator != ',')
        {
            AppendSeparator();
        }

        Append(end);
    }

    /// <summary>In a set: notes the member that ends here.</summary>
    private void FollowMember(int start)
    {
        if (!_nesting.InSet)
        {
            return;
        }

        int length = _position - start;
        bool ascends = _nesting.Current.Count == 0
            || _bytes.AsSpan(_nesting.Current.LastStart, _nesting.Current.LastLength).SequenceCompareTo(_bytes.AsSpan(start, length)) < 0;
        _buffer.PushMember(_nesting.Current.Count, new WriterEntry(start, _position, start, length));
        _nesting.FollowMember(start, length, ascends);
    }

    /// <summary>
    /// Whether two names of the innermost item or map are equal. Names ascend as a rule, so that they are not noted but found again where they stand.
    /// </summary>
    private readonly bool HasDuplicateName(out WriterEntry duplicate)
    {
        ReadOnlySpan<byte> json = _bytes.AsSpan(0, _position);
        var sorted = _buffer.Entries(_nesting.Current.Count);
        int position = _nesting.Current.Start;
        foreach (ref WriterEntry entry in sorted)
        {
            int end = JsonScan.EndOfString(json, position);
            int length = end - position - 2;
            entry = new WriterEntry(position + 1, end - 1, position + 1, length);

            // behind the name is a colon, and behind its value a comma
            position = JsonScan.EndOfValue(json, end + 1) + 1;
        }

        return !_buffer.TrySort(sorted, out duplicate);
    }

    /// <summary>Whether two members of a set are equal. A text is written in one way only, and so is a number.</summary>
    private readonly bool HasDuplicateMember()
    {
        var sorted = _buffer.Entries(_nesting.Current.Count);
        _buffer.Members[..sorted.Length].CopyTo(sorted);
        return !_buffer.TrySort(sorted, out _);
    }

    private readonly string DescribeMembers()
    {
        var text = new StringBuilder("[");
        foreach (var member in _buffer.Members[.._nesting.Current.Count])
        {
            var reader = new Utf8JsonReader(_bytes.AsSpan(member.Start, member.End - member.Start));
            reader.Read();
            text.Append(text.Length == 1 ? "" : ", ").Append(reader.GetString());
        }

        return text.Append(']').ToString();
    }
}
