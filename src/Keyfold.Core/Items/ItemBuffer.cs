namespace Keyfold.Items;

/// <summary>
/// The memory of one item writer: bytes, the stack of open containers, and room for sorting. Each thread keeps one for its next writer, so that writing
/// an item allocates nothing; a writer inside another writer's lifetime gets a new one.
/// </summary>
internal sealed class ItemBuffer : IDisposable
{
    private const int InitialBytes = 1024;

    // an item of the greatest size fits, an occasional larger batch is not kept
    private const int KeptBytesMax = 1 << 20;

    [ThreadStatic]
    private static ItemBuffer? Kept;

    private readonly Comparison<WriterEntry> _order;
    private readonly PooledBuffer _own = new(InitialBytes);
    private WriterEntry[] _entries = [];
    private WriterEntry[] _members = new WriterEntry[16];
    private byte[] _scratch = [];

    private ItemBuffer()
    {
        _order = (left, right) => Compare(left, right);
        Target = _own;
    }

    /// <summary>Where the writer writes to: memory of its own, or behind what others wrote.</summary>
    public PooledBuffer Target { get; private set; }

    /// <summary>What was written.</summary>
    public byte[] Bytes => Target.Bytes;

    /// <summary>The containers around the current one, outermost first.</summary>
    public WriterFrame[] Frames { get; } = new WriterFrame[Limits.NestingLevelsMax + 2];

    public static ItemBuffer Rent()
    {
        var buffer = Kept;
        Kept = null;
        return buffer ?? new ItemBuffer();
    }

    public static ItemBuffer Rent(PooledBuffer target)
    {
        ItemBuffer buffer = Rent();
        buffer.Target = target;
        return buffer;
    }

    public void Return()
    {
        if (Target != _own)
        {
            Target = _own;
        }

        if (_own.Capacity <= KeptBytesMax && _scratch.Length <= KeptBytesMax)
        {
            Kept = this;
        }
    }

    /// <summary>As <see cref="Return"/>, for a buffer that outlived its writer.</summary>
    public void Dispose() => Return();

    /// <summary>The members of the open set; how many, the writer knows.</summary>
    public ReadOnlySpan<WriterEntry> Members => _members;

    /// <summary>Appends a member to so many.</summary>
    public void PushMember(int count, in WriterEntry member)
    {
        if (count == _members.Length)
        {
            Array.Resize(ref _members, 2 * count);
        }

        _members[count] = member;
    }

    /// <summary>Room to list so many members of a container.</summary>
    public Span<WriterEntry> Entries(int count)
    {
        if (_entries.Length < count)
        {
            _entries = new WriterEntry[Math.Max(count, 2 * _entries.Length)];
        }

        return _entries.AsSpan(0, count);
    }

    /// <summary>Sorts members by their keys. If two keys are equal: false, and one of the two members.</summary>
    public bool TrySort(Span<WriterEntry> entries, out WriterEntry duplicate)
    {
        entries.Sort(_order);
        for (int i = 1; i < entries.Length; i++)
        {
            if (Compare(entries[i - 1], entries[i]) == 0)
            {
                duplicate = entries[i];
                return false;
            }
        }

        duplicate = default;
        return true;
    }

    /// <summary>Puts the members, which together fill the bytes from a start on without a gap, in the order of the list.</summary>
    public void Arrange(int start, int length, ReadOnlySpan<WriterEntry> entries)
    {
        if (_scratch.Length < length)
        {
            _scratch = GC.AllocateUninitializedArray<byte>(Math.Max(length, 2 * _scratch.Length));
        }

        int position = 0;
        foreach (var entry in entries)
        {
            Bytes.AsSpan(entry.Start, entry.End - entry.Start).CopyTo(_scratch.AsSpan(position));
            position += entry.End - entry.Start;
        }

        _scratch.AsSpan(0, length).CopyTo(Bytes.AsSpan(start));
    }

    private int Compare(WriterEntry left, WriterEntry right)
    {
        if (left.IsNumber)
        {
            return new EncodedValue(Bytes.AsSpan(left.Start, left.End - left.Start)).AsNumber()
                .CompareTo(new EncodedValue(Bytes.AsSpan(right.Start, right.End - right.Start)).AsNumber());
        }

        return Bytes.AsSpan(left.KeyStart, left.KeyLength).SequenceCompareTo(Bytes.AsSpan(right.KeyStart, right.KeyLength));
    }
}

/// <summary>A member of a map or set in a writer's bytes: its extent and that of the name or content which orders it.</summary>
internal readonly record struct WriterEntry(int Start, int End, int KeyStart, int KeyLength, bool IsNumber = false);
