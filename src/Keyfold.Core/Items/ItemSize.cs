using System.Text;

namespace Keyfold.Items;

/// <summary>DynamoDB's size of items in bytes: what counts against the limit of 400 KB and what capacity is charged for.</summary>
public static class ItemSize
{
    /// <summary>The size of an item: each attribute's name in UTF-8 and its value.</summary>
    public static int Of(Item item)
    {
        int size = 0;
        foreach (var (name, value) in item)
        {
            size += Encoding.UTF8.GetByteCount(name) + Of(value);
        }

        return size;
    }

    /// <summary>The size of a value, without a name.</summary>
    public static int Of(in AttributeValue value) => value.Type switch
    {
        AttributeType.String => Encoding.UTF8.GetByteCount(value.AsString()),
        AttributeType.Number => value.AsNumber().SizeInBytes,
        AttributeType.Binary => value.AsBinary().Length,
        AttributeType.Boolean or AttributeType.Null => 1,
        AttributeType.List => 3 + value.AsList().Sum(static element => 1 + Of(element)),
        AttributeType.Map => 3 + value.AsMap().Count + Of(value.AsMap()),
        AttributeType.StringSet => value.AsStringSet().Sum(Encoding.UTF8.GetByteCount),
        AttributeType.NumberSet => value.AsNumberSet().Sum(static member => member.SizeInBytes),
        _ => value.AsBinarySet().Sum(static member => member.Length),
    };
}
