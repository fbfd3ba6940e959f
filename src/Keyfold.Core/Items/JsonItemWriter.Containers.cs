using System.Text;
using System.Text.Json;

namespace Keyfold.Items;

public ref partial struct JsonItemWriter
{
    /// <inheritdoc/>
    public void BeginMap()
    {
        BeginValue(WriterState.Value);
        Append("{\"M\":{"u8);
        _nesting.OpenContainer(WriterState.Name, _members);
    }

    /// <inheritdoc/>
    public void EndMap()
    {
        _nesting.RequireMapEnd();
        EndNames();
        Append("}}"u8);
        _nesting.CloseContainer();
    }

    /// <inheritdoc/>
    public void BeginList()
    {
        BeginValue(WriterState.Value);
        Append("{\"L\":["u8);
        _nesting.OpenContainer(WriterState.Element, _members);
    }

    /// <inheritdoc/>
    public void EndList()
    {
        _nesting.Require(WriterState.Element);
        Append("]}"u8);
        _nesting.CloseContainer();
    }

    /// <inheritdoc/>
    public void BeginSet(AttributeType setType)
    {
        BeginValue(WriterState.Value);
        Append("{\""u8);
        Append(setType.Utf8Tag());
        Append("\":["u8);
        _nesting.OpenSet(WriterNesting.MemberState(setType), _members);
    }

    /// <inheritdoc/>
    public void EndSet()
    {
        _nesting.RequireSetEnd();
        if (HasDuplicate(out _))
        {
            _nesting.Throw(ItemFormatError.DuplicateSetMember, DescribeMembers());
        }

        _members = _nesting.Current.Start;
        Append("]}"u8);
        _nesting.CloseSet();
    }

    private void EndNames()
    {
        if (HasDuplicate(out var duplicate))
        {
            _nesting.ThrowDuplicateName(duplicate.KeyStart, duplicate.KeyLength);
        }

        _members = _nesting.Current.Start;
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
        _nesting.FollowMember(start, length, ascends);
        _buffer.PushMember(_members++, new WriterEntry(start, _position, start, length));
    }

    /// <summary>Whether two names or members of the innermost container are equal. A text is written in one way only, and so is a number.</summary>
    private readonly bool HasDuplicate(out WriterEntry duplicate)
    {
        duplicate = default;
        if (!_nesting.Current.Unsorted)
        {
            return false;
        }

        var sorted = _buffer.Entries(_nesting.Current.Count);
        _buffer.Members.Slice(_nesting.Current.Start, sorted.Length).CopyTo(sorted);
        return !_buffer.TrySort(sorted, out duplicate);
    }

    private readonly string DescribeMembers()
    {
        var text = new StringBuilder("[");
        foreach (var member in _buffer.Members.Slice(_nesting.Current.Start, _nesting.Current.Count))
        {
            var reader = new Utf8JsonReader(_bytes.AsSpan(member.Start, member.End - member.Start));
            reader.Read();
            text.Append(text.Length == 1 ? "" : ", ").Append(reader.GetString());
        }

        return text.Append(']').ToString();
    }
}
