using System.Text;
using Keyfold.Items;

namespace Keyfold.Oracle;

/// <summary>How many bytes DynamoDB counts for a value; see "DynamoDB item sizes and formats" of the developer guide.</summary>
internal static class Sizes
{
    public static int Of(Item item)
    {
        int size = 0;
        foreach ((string name, AttributeValue value) in item)
        {
            size += Encoding.UTF8.GetByteCount(name) + Of(value);
        }

        return size;
    }

    public static int Levels(Item item) => 1 + item.Select(attribute => Levels(attribute.Value)).DefaultIfEmpty().Max();

    private static int Levels(AttributeValue value) => value.Type switch
    {
        AttributeType.List => 1 + value.AsList().Select(Levels).DefaultIfEmpty().Max(),
        AttributeType.Map => Levels(value.AsMap()),
        _ => 0,
    };

    private static int Of(AttributeValue value) => value.Type switch
    {
        AttributeType.String => Encoding.UTF8.GetByteCount(value.AsString()),
        AttributeType.Number => Of(value.AsNumber()),
        AttributeType.Binary => value.AsBinary().Length,
        AttributeType.Boolean or AttributeType.Null => 1,
        AttributeType.List => 3 + value.AsList().Sum(element => 1 + Of(element)),
        AttributeType.Map => 3 + value.AsMap().Count + Of(value.AsMap()),
        AttributeType.StringSet => value.AsStringSet().Sum(Encoding.UTF8.GetByteCount),
        AttributeType.NumberSet => value.AsNumberSet().Sum(Of),
        AttributeType.BinarySet => value.AsBinarySet().Sum(member => member.Length),
        _ => throw new ArgumentException("A value has one of ten types.", nameof(value)),
    };

    // 1 for zero; else 1, and 1 for each pair of significant digits, where pairs are aligned at the decimal point, and 1 for a sign
    private static int Of(Number number)
    {
        if (number.IsZero)
        {
            return 1;
        }

        (Int128 coefficient, int exponent) = number;
        int digits = Int128.Abs(coefficient).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        int leading = exponent + digits - 1;
        int aligned = leading % 2 == 0 ? digits + 1 : digits;
        return 1 + ((aligned + 1) / 2) + (number.IsNegative ? 1 : 0);
    }
}
