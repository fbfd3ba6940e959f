using Keyfold.Items;

namespace Keyfold.Schema;

/// <summary>A key attribute: its name, and its type, one of string, number and binary.</summary>
public sealed record KeyAttribute(string Name, AttributeType Type);

/// <summary>
/// The key of a table or an index. A table and a local secondary index have one partition key attribute and at most one sort key
/// attribute; a global secondary index has one to four of the first and up to four of the second.
/// </summary>
/// <param name="Partition">The partition key attributes, in order.</param>
/// <param name="Sort">The sort key attributes, in order; empty when there is none.</param>
public sealed record KeySchema(Sequence<KeyAttribute> Partition, Sequence<KeyAttribute> Sort)
{
    /// <summary>A key of one partition key attribute and, if given, one sort key attribute.</summary>
    public KeySchema(KeyAttribute partition, KeyAttribute? sort = null)
        : this([partition], sort is null ? [] : [sort])
    {
    }

    /// <summary>Whether there is a sort key.</summary>
    public bool HasSort => Sort.Count > 0;

    /// <summary>Whether an attribute is part of the key.</summary>
    public bool Contains(string attributeName) => PositionOf(attributeName) >= 0;

    /// <summary>The position of an attribute among those of the key, the partition key's first; negative when it is none of them.</summary>
    internal int PositionOf(string attributeName)
    {
        for (int position = 0; position < Partition.Count; position++)
        {
            if (string.Equals(Partition[position].Name, attributeName, StringComparison.Ordinal))
            {
                return position;
            }
        }

        for (int position = 0; position < Sort.Count; position++)
        {
            if (string.Equals(Sort[position].Name, attributeName, StringComparison.Ordinal))
            {
                return Partition.Count + position;
            }
        }

        return -1;
    }
}
