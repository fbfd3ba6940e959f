using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold.Oracle;

/// <summary>DynamoDB's order of values and keys.</summary>
internal static class Ordering
{
    /// <summary>Compares two values of one type that has an order: strings and binaries by bytes, numbers by value.</summary>
    public static int Compare(AttributeValue left, AttributeValue right) => left.Type switch
    {
        AttributeType.String => Bytes(left).SequenceCompareTo(Bytes(right)),
        AttributeType.Binary => Bytes(left).SequenceCompareTo(Bytes(right)),
        AttributeType.Number => left.AsNumber().CompareTo(right.AsNumber()),
        _ => throw new ArgumentException($"Values of type {left.Type} have no order.", nameof(left)),
    };

    /// <summary>Whether two values can be compared at all.</summary>
    public static bool AreComparable(AttributeValue left, AttributeValue right) => left.Type == right.Type && left.Type.IsOrdered();

    /// <summary>The bytes of a string or binary.</summary>
    public static ReadOnlySpan<byte> Bytes(AttributeValue value) =>
        value.Type == AttributeType.String ? System.Text.Encoding.UTF8.GetBytes(value.AsString()) : value.AsBinary().Span;

    /// <summary>Where a partition key value is in a Scan: FNV-1a, since any hash will do, and a multiplication so that the high bits differ too.</summary>
    public static uint Hash(KeySchema schema, Item item)
    {
        uint hash = 2166136261;
        foreach (KeyAttribute attribute in schema.Partition)
        {
            foreach (char character in item[attribute.Name].ToString())
            {
                hash = (hash ^ character) * 16777619;
            }
        }

        return (hash ^ (hash >> 15)) * 0x85EBCA6B;
    }

    /// <summary>
    /// The order of a table (<paramref name="index"/> is null) or an index: hash, partition key, sort key, then the table's key for ties of an index.
    /// </summary>
    public static Comparer<Item> Of(KeySchema table, KeySchema? index) => Comparer<Item>.Create((left, right) =>
    {
        KeySchema schema = index ?? table;
        int order = Hash(schema, left).CompareTo(Hash(schema, right));
        order = order != 0 ? order : Compare(schema, left, right);
        return order == 0 && index is not null ? Compare(table, left, right) : order;
    });

    private static int Compare(KeySchema schema, Item left, Item right)
    {
        foreach (KeyAttribute attribute in schema.Partition.Concat(schema.Sort))
        {
            int order = Compare(left[attribute.Name], right[attribute.Name]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
