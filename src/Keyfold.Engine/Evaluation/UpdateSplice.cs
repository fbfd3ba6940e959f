using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Evaluation;

/// <summary>One update of one item: walks the item and the changes side by side, copies what lies between them, and keeps count of size and depth.</summary>
internal ref struct UpdateSplice
{
    private readonly UpdateExpression _update;
    private readonly UpdatedPaths _paths;

    private readonly ReadOnlySpan<byte> _item;
    private SpliceBuffer _output;
    private int _size;
    private int _depth;

    // of the values that were written, and of those that went
    private int _deepestWritten;
    private int _deepestGone;

    /// <param name="update">The changes.</param>
    /// <param name="item">The encoded item that they are applied to and read.</param>
    public UpdateSplice(UpdateExpression update, ReadOnlySpan<byte> item)
    {
        _update = update;
        _paths = new UpdatedPaths(update);
        _item = item;
        _output = SpliceBuffer.Rent();
    }

    /// <summary>Makes the new item.</summary>
    /// <param name="order">The positions of the actions to apply, in the order of their paths.</param>
    public byte[] Apply(scoped ReadOnlySpan<int> order)
    {
        EncodedItem item = new(_item);
        _size = item.Size;
        _depth = item.Depth;
        int count = item.Attributes.Count + WriteMap(_item[BinaryItemFormat.HeaderLength..], order, step: 0, level: 1);
        if (_size > Limits.ItemBytesMax)
        {
            throw StorageErrors.ItemTooLargeByUpdate();
        }

        int depth = ResultingDepth();
        if (depth > Limits.NestingLevelsMax)
        {
            throw StorageErrors.NestedTooDeep();
        }

        byte[] result = _output.ToItem(depth, count, _size);
        _output.Dispose();
        return result;
    }

    /// <summary>Copies an item or map with its changes; gives by how many attributes it grew.</summary>
    /// <param name="content">The attributes as they were.</param>
    /// <param name="order">The actions that lead here.</param>
    /// <param name="step">The step of their paths that names the attribute.</param>
    /// <param name="level">The level of the item or map, the item's being 1.</param>
    private int WriteMap(ReadOnlySpan<byte> content, scoped ReadOnlySpan<int> order, int step, int level)
    {
        int growth = 0;
        int copied = 0;
        AttributeCursor cursor = new(content);
        for (int first = 0, end; first < order.Length; first = end)
        {
            end = PathOrder.EndOfGroup(_paths, order, first, step);
            ReadOnlySpan<byte> name = _paths[order[first]].Elements.AsSpan()[step].Utf8Name;
            bool found = cursor.Seek(name);
            _output.Append(content[copied..cursor.Start]);
            copied = found ? cursor.End : cursor.Start;

            int start = _output.Length;
            _output.AppendName(name);
            bool written = WriteValue(found ? cursor.Value : default, order[first..end], step + 1, level);
            if (!written)
            {
                _output.Truncate(start);
            }

            int change = (written ? 1 : 0) - (found ? 1 : 0);
            growth += change;
            _size += change * (name.Length + EncodedContainer.MemberSize(level));
        }

        _output.Append(content[copied..]);
        return growth;
    }

    /// <summary>Copies a list with its changes; gives by how many elements it grew. What is set behind the end is appended in index order.</summary>
    private int WriteList(ReadOnlySpan<byte> content, scoped ReadOnlySpan<int> order, int step, int level)
    {
        int growth = 0;
        int copied = 0;
        ElementCursor cursor = new(content);
        for (int first = 0, end; first < order.Length; first = end)
        {
            end = PathOrder.EndOfGroup(_paths, order, first, step);
            bool found = cursor.Seek(_paths[order[first]].Elements[step].Index);
            _output.Append(content[copied..cursor.Start]);
            copied = found ? cursor.End : cursor.Start;
            bool written = WriteValue(found ? cursor.Value : default, order[first..end], step + 1, level);
            growth += (written ? 1 : 0) - (found ? 1 : 0);
        }

        _output.Append(content[copied..]);
        _size += growth * EncodedContainer.MemberSize(level);
        return growth;
    }

    /// <summary>Writes what becomes of one value; false if nothing does.</summary>
    private bool WriteValue(EncodedValue old, scoped ReadOnlySpan<int> order, int step, int level)
    {
        ReadOnlySpan<PathElement> steps = _paths[order[0]].Elements.AsSpan();
        if (step == steps.Length)
        {
            return WriteChange(_update.Actions[order[0]], old, level);
        }

        bool isMap = steps[step].IsMember;
        if (old.IsMissing || old.Type != (isMap ? AttributeType.Map : AttributeType.List))
        {
            throw StorageErrors.UpdatePathInvalid();
        }

        int start = _output.BeginContainer(isMap ? BinaryTag.Map : BinaryTag.List);
        ReadOnlySpan<byte> content = EncodedContainer.Content(old);
        int growth = isMap ? WriteMap(content, order, step, level + 1) : WriteList(content, order, step, level + 1);
        _output.EndContainer(start, old.Count + growth);
        return true;
    }

    private bool WriteChange(UpdateAction action, EncodedValue old, int level)
    {
        int start = _output.Length;
        UpdateOperands.WriteResult(action, old, _item, ref _output);
        EncodedValue written = new(_output.WrittenFrom(start));
        if (!old.IsMissing)
        {
            _size -= old.Size;
            _deepestGone = Math.Max(_deepestGone, DepthAt(level, old));
        }

        if (!written.IsMissing)
        {
            _size += written.Size;
            _deepestWritten = Math.Max(_deepestWritten, DepthAt(level, written));
        }

        return !written.IsMissing;
    }

    private static int DepthAt(int level, EncodedValue value) => value.Type is AttributeType.List or AttributeType.Map ? level + value.Depth : level;

    private readonly int ResultingDepth()
    {
        if (_deepestWritten >= _depth)
        {
            return _deepestWritten;
        }

        // only when what went was the deepest may nothing else be as deep
        return _deepestGone < _depth ? _depth : MeasuredDepth();
    }

    private readonly int MeasuredDepth()
    {
        int depth = 1;
        for (AttributeCursor cursor = new(_output.WrittenFrom(BinaryItemFormat.HeaderLength)); !cursor.AtEnd; cursor.MoveNext())
        {
            depth = Math.Max(depth, DepthAt(1, cursor.Value));
        }

        return depth;
    }
}
