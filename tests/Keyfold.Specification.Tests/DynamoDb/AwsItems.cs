using System.Text;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;
using Aws = Amazon.DynamoDBv2.Model;

namespace Keyfold.Specification.Tests.DynamoDb;

/// <summary>Items as the AWS SDK has them.</summary>
internal static class AwsItems
{
    public static Dictionary<string, Aws.AttributeValue> ToAws(ReadOnlyMemory<byte> item) => ToAws(ItemCodec.Decode(item.Span, ItemEncoding.Binary));

    public static Dictionary<string, Aws.AttributeValue> ToAws(Item item) =>
        item.ToDictionary(attribute => attribute.Name, attribute => ToAws(attribute.Value), StringComparer.Ordinal);

    /// <summary>A key with the names of a table's schema; a part too many gets a name that no schema has.</summary>
    public static Dictionary<string, Aws.AttributeValue> ToAws(ItemKey key, KeySchema schema)
    {
        Dictionary<string, Aws.AttributeValue> named = new(StringComparer.Ordinal)
        {
            [schema.Partition[0].Name] = ToAws(ValueOf(key.PartitionType, key.PartitionBytes)),
        };
        if (key.HasSort)
        {
            named[schema.HasSort ? schema.Sort[0].Name : "Unknown"] = ToAws(ValueOf(key.SortType, key.SortBytes));
        }

        return named;
    }

    public static Aws.AttributeValue ToAws(AttributeValue value) => value.Type switch
    {
        AttributeType.String => new Aws.AttributeValue { S = value.AsString() },
        AttributeType.Number => new Aws.AttributeValue { N = value.AsNumber().ToString() },
        AttributeType.Binary => new Aws.AttributeValue { B = new MemoryStream(value.AsBinary().ToArray()) },
        AttributeType.Boolean => new Aws.AttributeValue { BOOL = value.AsBoolean() },
        AttributeType.Null => new Aws.AttributeValue { NULL = true },
        AttributeType.List => new Aws.AttributeValue { L = [.. value.AsList().Select(ToAws)] },
        AttributeType.Map => new Aws.AttributeValue { M = ToAws(value.AsMap()) },
        AttributeType.StringSet => new Aws.AttributeValue { SS = [.. value.AsStringSet()] },
        AttributeType.NumberSet => new Aws.AttributeValue { NS = [.. value.AsNumberSet().Select(member => member.ToString())] },
        _ => new Aws.AttributeValue { BS = [.. value.AsBinarySet().Select(member => new MemoryStream(member.ToArray()))] },
    };

    /// <summary>An encoded item of a response; empty for none.</summary>
    public static ReadOnlyMemory<byte> Encode(Dictionary<string, Aws.AttributeValue>? item) =>
        item is null ? default : ItemCodec.Encode(FromAws(item), ItemEncoding.Binary);

    public static Item FromAws(Dictionary<string, Aws.AttributeValue> item) => Item.Create([.. item.Select(attribute => (attribute.Key, FromAws(attribute.Value)))]);

    private static AttributeValue FromAws(Aws.AttributeValue value) => value switch
    {
        { S: { } text } => text,
        { N: { } number } => ParseNumber(number),
        { B: { } bytes } => AttributeValue.Binary(bytes.ToArray()),
        { BOOL: { } flag } => flag,
        { NULL: true } => AttributeValue.Null,
        { L: { } list } => AttributeValue.List([.. list.Select(FromAws)]),
        { M: { } map } => FromAws(map),
        { SS: { } strings } => AttributeValue.StringSet([.. strings]),
        { NS: { } numbers } => AttributeValue.NumberSet([.. numbers.Select(ParseNumber)]),
        _ => AttributeValue.BinarySet([.. value.BS.Select(member => (ReadOnlyMemory<byte>)member.ToArray())]),
    };

    private static AttributeValue ValueOf(KeyPartType type, ReadOnlySpan<byte> bytes)
    {
        switch (type)
        {
            case KeyPartType.String:
                return Encoding.UTF8.GetString(bytes);
            case KeyPartType.Number:
                Assert.True(KeyNumber.TryDecode(bytes, out Number number, out _));
                return number;
            default:
                return AttributeValue.Binary(bytes.ToArray());
        }
    }

    private static Number ParseNumber(string text)
    {
        Assert.Equal(NumberError.None, Number.TryParse(text, out Number number));
        return number;
    }
}
