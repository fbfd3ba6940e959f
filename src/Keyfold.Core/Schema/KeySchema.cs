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
    public bool Contains(string attributeName)
    {
        foreach (KeyAttribute attribute in Partition)
        {
            if (string.Equals(attribute.Name, attributeName, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (KeyAttribute attribute in Sort)
        {
            if (string.Equals(attribute.Name, attributeName, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
