using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Specification;

/// <summary>Keys of values.</summary>
public static class Key
{
    /// <summary>The key of a partition key value and, if given, a sort key value: strings, numbers or binaries.</summary>
    public static ItemKey Of(AttributeValue partition, AttributeValue? sort = null)
    {
        KeyWriter writer = new([]);
        try
        {
            writer.Partition();
            writer.Value(partition);
            if (sort is not null)
            {
                writer.Sort();
                writer.Value(sort.Value);
            }

            return writer.ToKey();
        }
        finally
        {
            writer.Dispose();
        }
    }
}
