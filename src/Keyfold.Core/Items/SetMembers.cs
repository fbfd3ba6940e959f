namespace Keyfold.Items;

/// <summary>What the three kinds of sets of <see cref="AttributeValue"/> share.</summary>
internal static class SetMembers
{
    public static readonly IComparer<ReadOnlyMemory<byte>> BinaryOrder =
        Comparer<ReadOnlyMemory<byte>>.Create(static (left, right) => left.Span.SequenceCompareTo(right.Span));

    /// <summary>A sorted copy, so that equal sets are equal arrays.</summary>
    /// <exception cref="ItemFormatException">There is no member, or one occurs twice.</exception>
    public static T[] Sort<T>(ReadOnlySpan<T> members, IComparer<T> order)
    {
        if (members.IsEmpty)
        {
            throw new ItemFormatException(ItemFormatError.EmptySet);
        }

        T[] sorted = members.ToArray();
        Array.Sort(sorted, order);
        for (int i = 1; i < sorted.Length; i++)
        {
            if (order.Compare(sorted[i - 1], sorted[i]) == 0)
            {
                throw new ItemFormatException(ItemFormatError.DuplicateSetMember, detail: Describe(members));
            }
        }

        return sorted;
    }

    public static bool AreEqual(ReadOnlyMemory<byte>[] left, ReadOnlyMemory<byte>[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!left[i].Span.SequenceEqual(right[i].Span))
            {
                return false;
            }
        }

        return true;
    }

    private static string Describe<T>(ReadOnlySpan<T> members)
    {
        var texts = new string?[members.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = members[i] is ReadOnlyMemory<byte> bytes ? Convert.ToBase64String(bytes.Span) : members[i]?.ToString();
        }

        return $"[{string.Join(", ", texts)}]";
    }
}
