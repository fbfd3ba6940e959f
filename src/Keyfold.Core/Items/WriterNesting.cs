using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Keyfold.Items;

/// <summary>Where an item writer is: the open containers, what may come next, and DynamoDB's size and depth of what came. Both writers keep it alike.</summary>
internal struct WriterNesting(ItemBuffer buffer)
{
    /// <summary>The innermost open container.</summary>
    public WriterFrame Current;

    /// <summary>DynamoDB's size so far in bytes: of elements here, of names and values by the writer, if it tells the size.</summary>
    public int Size;

    private int _open;
    private int _level;

    /// <summary>The deepest level so far, 1 for an item without lists and maps.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether values are members of a set.</summary>
    public readonly bool InSet => Current.State >= WriterState.StringMember;

    /// <summary>The state in which the members of a set are written.</summary>
    public static WriterState MemberState(AttributeType setType) => setType switch
    {
        AttributeType.StringSet => WriterState.StringMember,
        AttributeType.NumberSet => WriterState.NumberMember,
        AttributeType.BinarySet => WriterState.BinaryMember,
        _ => throw new ArgumentOutOfRangeException(nameof(setType), setType, "Not a set."),
    };

    /// <summary>Starts an item, or a value that stands alone.</summary>
    public void Begin(WriterState state, int start)
    {
        Require(WriterState.Idle);
        Current = new WriterFrame { State = state, Start = start };
        Size = 0;
        _open = 0;
        _level = 1;
        Depth = 1;
    }

    public void RequireItemEnd()
    {
        if (_open != 0 || Current.State != WriterState.Name)
        {
            ThrowMisplaced();
        }
    }

    public void RequireMapEnd()
    {
        if (_open == 0 || Current.State != WriterState.Name)
        {
            ThrowMisplaced();
        }
    }

    public void RequireSetEnd()
    {
        if (!InSet)
        {
            ThrowMisplaced();
        }

        if (Current.Count == 0)
        {
            Throw(ItemFormatError.EmptySet);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Require(WriterState state)
    {
        if (Current.State != state)
        {
            ThrowMisplaced();
        }
    }

    /// <summary>Starts a value: checks that one may come here, and counts it.</summary>
    /// <param name="member">The sets that take it; <see cref="WriterState.Value"/> if none does.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeginValue(WriterState member)
    {
        if (Current.State == WriterState.NamedValue)
        {
            Current.State = WriterState.Name;
        }
        else
        {
            BeginUnnamed(member);
        }
    }

    /// <summary>Makes the value just begun a list or map.</summary>
    public void OpenContainer(WriterState state, int start)
    {
        CountDepth(1);
        OpenSet(state, start);
        Current.MemberSize = 1;
        _level++;
    }

    /// <summary>Makes the value just begun a set.</summary>
    public void OpenSet(WriterState state, int start)
    {
        Current.CopyTo(out buffer.Frames[_open++]);
        Current = new WriterFrame { State = state, Start = start };
    }

    public void CloseContainer()
    {
        CloseSet();
        _level--;
    }

    public void CloseSet() => Current = buffer.Frames[--_open];

    /// <summary>Takes note of levels within the current container.</summary>
    public void CountDepth(int levels)
    {
        if (_level + levels > Limits.NestingLevelsMax)
        {
            Throw(ItemFormatError.NestingTooDeep);
        }

        Depth = Math.Max(Depth, _level + levels);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RequireNameLength(int length)
    {
        if ((uint)(length - 1) >= Limits.AttributeNameBytesMax)
        {
            ThrowNameLength(length);
        }
    }

    /// <summary>Takes a name, and notes whether it does not come after the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FollowName(int start, int length, ulong prefix)
    {
        if (prefix <= Current.LastPrefix)
        {
            CompareWithLast(start, length);
        }

        Current.State = WriterState.NamedValue;
        Current.LastPrefix = prefix;
        Current.LastStart = start;
        Current.LastLength = length;
        Current.Count++;
    }

    /// <summary>Counts a set's member.</summary>
    public void FollowMember(int start, int length, bool ascends)
    {
        // an equal one is reported at the end, when all members can be shown
        Current.Unsorted |= !ascends;
        Current.LastStart = start;
        Current.LastLength = length;
        Current.Count++;
    }

    /// <summary>The number that comes next, from a floating-point value.</summary>
    public Number Convert(double value)
    {
        var error = Number.TryFrom(value, out var number);
        return error == NumberError.None ? number : ThrowNumber(error);
    }

    /// <inheritdoc cref="Convert(double)"/>
    public Number Convert(float value)
    {
        var error = Number.TryFrom(value, out var number);
        return error == NumberError.None ? number : ThrowNumber(error);
    }

    [DoesNotReturn]
    public void ThrowDuplicateName(int start, int length)
    {
        Current.LastStart = start;
        Current.LastLength = length;
        Throw(ItemFormatError.DuplicateName);
    }

    [DoesNotReturn]
    public readonly void Throw(ItemFormatError error, string detail = "") => throw new ItemFormatException(error, Path(), detail);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeginUnnamed(WriterState member)
    {
        if (Current.State == WriterState.Element)
        {
            Current.Count++;
            Size += Current.MemberSize;
        }
        else if (Current.State == WriterState.Value)
        {
            Current.State = WriterState.Idle;
        }
        else if (!InSet || Current.State != member)
        {
            ThrowMisplaced();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CompareWithLast(int start, int length)
    {
        if (Current.Count == 0)
        {
            return;
        }

        int order = buffer.Bytes.AsSpan(Current.LastStart, Current.LastLength).SequenceCompareTo(buffer.Bytes.AsSpan(start, length));
        if (order == 0)
        {
            ThrowDuplicateName(start, length);
        }

        Current.Unsorted |= order > 0;
    }

    [DoesNotReturn]
    private Number ThrowNumber(NumberError error)
    {
        // counted first, so that the path names this element
        BeginValue(WriterState.NumberMember);
        Throw(ItemFormatException.From(error));
        return default;
    }

    [DoesNotReturn]
    private readonly void ThrowMisplaced() =>
        throw new InvalidOperationException($"The item writer was called out of turn at '{Path()}': it is at {Current.State}.");

    [DoesNotReturn]
    private void ThrowNameLength(int length)
    {
        // the last name has nothing to do with it: the path ends with the map
        Current.Count = 0;
        Throw(length == 0 ? ItemFormatError.EmptyName : ItemFormatError.NameTooLong);
    }

    /// <summary>The place of the value that comes next, as in <c>Lines[2].Price</c>.</summary>
    public readonly string PathOfNext()
    {
        StringBuilder path = PathOfContainer();
        if (Current.State is WriterState.Element || InSet)
        {
            path.Append(CultureInfo.InvariantCulture, $"[{Current.Count}]");
        }
        else if (Current.State is WriterState.NamedValue)
        {
            AppendName(path, Current);
        }

        return path.ToString();
    }

    /// <summary>The place of the value that has begun, as in <c>Lines[2].Price</c>.</summary>
    private readonly string Path()
    {
        StringBuilder path = PathOfContainer();
        AppendStep(path, Current);
        return path.ToString();
    }

    private readonly StringBuilder PathOfContainer()
    {
        var path = new StringBuilder();
        for (int i = 0; i < _open; i++)
        {
            AppendStep(path, buffer.Frames[i]);
        }

        return path;
    }

    private readonly void AppendStep(StringBuilder path, in WriterFrame frame)
    {
        if (frame.State is WriterState.Element)
        {
            path.Append(CultureInfo.InvariantCulture, $"[{frame.Count - 1}]");
        }
        else if (frame.State is WriterState.Name or WriterState.NamedValue && frame.Count > 0)
        {
            AppendName(path, frame);
        }
    }

    private readonly void AppendName(StringBuilder path, in WriterFrame frame) =>
        path.Append(path.Length == 0 ? "" : ".").Append(Encoding.UTF8.GetString(buffer.Bytes, frame.LastStart, frame.LastLength));
}
