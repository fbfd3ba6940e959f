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
            Write(ref writer, partition);
            if (sort is not null)
            {
                writer.Sort();
                Write(ref writer, sort.Value);
            }

            return writer.ToKey();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static void Write(ref KeyWriter writer, AttributeValue value)
    {
        switch (value.Type)
        {
            case AttributeType.String:
                writer.String(value.AsString());
                break;
            case AttributeType.Number:
                writer.Number(value.AsNumber());
                break;
            default:
                writer.Binary(value.AsBinary().Span);
                break;
        }
    }
}
