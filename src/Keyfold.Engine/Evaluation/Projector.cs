using System.Runtime.InteropServices;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Engine.Evaluation;

/// <summary>
/// Copies parts of an encoded item into a new one. The parts keep their nesting; elements of a list come packed in index order; what a path does not lead to
/// is left out, and so is a list or map of which nothing is left.
/// </summary>
internal static class Projector
{
    /// <summary>Applies a projection that has passed <c>ExpressionRules</c>.</summary>
    /// <returns>The encoded item; without attributes when no path leads to a value.</returns>
    public static byte[] Project(ProjectionExpression projection, ReadOnlySpan<byte> item) => Project(new ProjectedPaths(projection), item);

    /// <summary>Copies top-level attributes, as an index entry has them.</summary>
    public static byte[] Project(AttributeSelection selection, ReadOnlySpan<byte> item)
    {
        SpliceBuffer output = SpliceBuffer.Rent();
        int count = 0;
        int size = 0;
        int depth = 1;
        AttributeCursor cursor = new(item[BinaryItemFormat.HeaderLength..]);
        foreach (byte[] name in selection.Names)
        {
            if (cursor.Seek(name))
            {
                output.Append(item.Slice(BinaryItemFormat.HeaderLength + cursor.Start, cursor.End - cursor.Start));
                count++;
                size += name.Length + cursor.Value.Size;
                depth = Math.Max(depth, 1 + cursor.Value.Depth);
            }
        }

        byte[] result = output.ToItem(depth, count, size);
        output.Dispose();
        return result;
    }

    /// <summary>Copies what disjoint paths lead to.</summary>
    public static byte[] Project<TPaths>(TPaths paths, ReadOnlySpan<byte> item)
        where TPaths : struct, IPathList
    {
        Span<int> order = paths.Count <= PathOrder.OnStackMax ? stackalloc int[PathOrder.OnStackMax] : new int[paths.Count];
        order = order[..paths.Count];
        PathOrder.Sort(paths, order);

        Projection<TPaths> projection = new(paths);
        int count = projection.ProjectMap(item[BinaryItemFormat.HeaderLength..], order, step: 0, level: 1);
        return projection.Finish(count);
    }

    /// <summary>One pass over one item.</summary>
    [StructLayout(LayoutKind.Auto)]
    private ref struct Projection<TPaths>(TPaths paths)
        where TPaths : struct, IPathList
    {
        private SpliceBuffer _output = SpliceBuffer.Rent();
        private int _size;
        private int _depth = 1;

        /// <summary>Copies attributes of an item or map; gives how many.</summary>
        /// <param name="content">The attributes.</param>
        /// <param name="order">The paths that lead here.</param>
        /// <param name="step">The step of those paths that names the attribute.</param>
        /// <param name="level">The level of the item or map, the item's being 1.</param>
        public int ProjectMap(ReadOnlySpan<byte> content, scoped ReadOnlySpan<int> order, int step, int level)
        {
            int count = 0;
            AttributeCursor cursor = new(content);
            for (int first = 0, end; first < order.Length; first = end)
            {
                end = PathOrder.EndOfGroup(paths, order, first, step);
                ReadOnlySpan<byte> name = paths[order[first]].Elements.AsSpan()[step].Utf8Name;
                int start = _output.Length;
                if (!cursor.Seek(name))
                {
                    continue;
                }

                _output.AppendName(name);
                if (TryProjectValue(cursor.Value, order[first..end], step + 1, level))
                {
                    count++;
                    _size += name.Length + EncodedContainer.MemberSize(level);
                }
                else
                {
                    _output.Truncate(start);
                }
            }

            return count;
        }

        public byte[] Finish(int count)
        {
            byte[] item = _output.ToItem(_depth, count, _size);
            _output.Dispose();
            return item;
        }

        private int ProjectList(ReadOnlySpan<byte> content, scoped ReadOnlySpan<int> order, int step, int level)
        {
            int count = 0;
            ElementCursor cursor = new(content);
            for (int first = 0, end; first < order.Length; first = end)
            {
                end = PathOrder.EndOfGroup(paths, order, first, step);
                int start = _output.Length;
                if (!cursor.Seek(paths[order[first]].Elements[step].Index))
                {
                    break;
                }

                if (TryProjectValue(cursor.Value, order[first..end], step + 1, level))
                {
                    count++;
                    _size += EncodedContainer.MemberSize(level);
                }
                else
                {
                    _output.Truncate(start);
                }
            }

            return count;
        }

        private bool TryProjectValue(EncodedValue value, scoped ReadOnlySpan<int> order, int step, int level)
        {
            ReadOnlySpan<PathElement> steps = paths[order[0]].Elements.AsSpan();
            if (step == steps.Length)
            {
                _output.Append(value.Bytes);
                _size += value.Size;
                _depth = Math.Max(_depth, level + value.Depth);
                return true;
            }

            bool isMap = steps[step].IsMember;
            if (value.Type != (isMap ? AttributeType.Map : AttributeType.List))
            {
                return false;
            }

            int start = _output.BeginContainer(isMap ? BinaryTag.Map : BinaryTag.List);
            ReadOnlySpan<byte> content = EncodedContainer.Content(value);
            int count = isMap ? ProjectMap(content, order, step, level + 1) : ProjectList(content, order, step, level + 1);
            if (count == 0)
            {
                return false;
            }

            _output.EndContainer(start, count);
            _size += EncodedContainer.OwnSize;
            return true;
        }
    }
}
