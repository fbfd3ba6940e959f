namespace Keyfold.Items;

/// <summary>An open container of a writer.</summary>
internal struct WriterFrame
{
    /// <summary>Where its content starts in the bytes, or its members in the list of members: as the writer likes.</summary>
    public int Start;

    /// <summary>Members so far.</summary>
    public int Count;

    /// <summary>Where the last name is, or the last member of a set.</summary>
    public int LastStart;

    /// <summary>How long that is, in bytes.</summary>
    public int LastLength;

    /// <summary>The start of the last name, as <see cref="LeadingBytes"/> has it; 0 if there is none.</summary>
    public ulong LastPrefix;

    /// <summary>What DynamoDB's size adds for each member: 1 in lists and maps, 0 in items and sets.</summary>
    public int MemberSize;

    /// <summary>What may come next.</summary>
    public WriterState State;

    /// <summary>Whether a member came that does not ascend.</summary>
    public bool Unsorted;

    /// <summary>Copies field by field: a copy of the whole would wait until the fields that were written a moment before have reached the cache.</summary>
    public readonly void CopyTo(out WriterFrame target)
    {
        target.Start = Start;
        target.Count = Count;
        target.LastStart = LastStart;
        target.LastLength = LastLength;
        target.LastPrefix = LastPrefix;
        target.MemberSize = MemberSize;
        target.State = State;
        target.Unsorted = Unsorted;
    }
}

/// <summary>What a writer may be told next, as far as the innermost container decides it.</summary>
internal enum WriterState : byte
{
    /// <summary>Nothing begun.</summary>
    Idle,

    /// <summary>In an item or map, before a name.</summary>
    Name,

    /// <summary>In an item or map, after a name.</summary>
    NamedValue,

    /// <summary>In a list.</summary>
    Element,

    /// <summary>Before a value that stands alone.</summary>
    Value,

    /// <summary>In a set of strings; it and those below are sets.</summary>
    StringMember,

    /// <summary>In a set of numbers.</summary>
    NumberMember,

    /// <summary>In a set of binary values.</summary>
    BinaryMember,
}
