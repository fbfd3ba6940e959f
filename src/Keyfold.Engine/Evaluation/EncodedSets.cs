using Keyfold.Items;

namespace Keyfold.Engine.Evaluation;

/// <summary>Merges encoded sets of one type, whose members ascend.</summary>
internal static class EncodedSets
{
    /// <summary>Writes the set of the members of either.</summary>
    public static void WriteUnion(EncodedValue left, EncodedValue right, ref SpliceBuffer output)
    {
        int start = output.BeginContainer(left.Bytes[0]);
        int count = 0;
        ElementCursor leftCursor = new(EncodedContainer.Content(left));
        ElementCursor rightCursor = new(EncodedContainer.Content(right));
        for (; !leftCursor.AtEnd || !rightCursor.AtEnd; count++)
        {
            int order = Compare(leftCursor, rightCursor);
            output.Append(order <= 0 ? leftCursor.Value.Bytes : rightCursor.Value.Bytes);
            Pass(ref leftCursor, ref rightCursor, order);
        }

        output.EndContainer(start, count);
    }

    /// <summary>Writes the set of the members of one that are not members of another; nothing if there is none.</summary>
    public static void WriteDifference(EncodedValue minuend, EncodedValue subtrahend, ref SpliceBuffer output)
    {
        int before = output.Length;
        int start = output.BeginContainer(minuend.Bytes[0]);
        int count = 0;
        ElementCursor kept = new(EncodedContainer.Content(minuend));
        ElementCursor dropped = new(EncodedContainer.Content(subtrahend));
        while (!kept.AtEnd)
        {
            int order = Compare(kept, dropped);
            if (order < 0)
            {
                output.Append(kept.Value.Bytes);
                count++;
            }

            Pass(ref kept, ref dropped, order);
        }

        if (count == 0)
        {
            output.Truncate(before);
            return;
        }

        output.EndContainer(start, count);
    }

    // a cursor at its end comes last
    private static int Compare(in ElementCursor left, in ElementCursor right)
    {
        if (left.AtEnd || right.AtEnd)
        {
            return left.AtEnd.CompareTo(right.AtEnd);
        }

        return EncodedValue.Compare(left.Value, right.Value);
    }

    private static void Pass(ref ElementCursor left, ref ElementCursor right, int order)
    {
        if (order <= 0)
        {
            left.MoveNext();
        }

        if (order >= 0)
        {
            right.MoveNext();
        }
    }
}
