using System.Text;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;
using Sdk = Amazon.DynamoDBv2.Model;

namespace Keyfold.Differential.Aws;

/// <summary>Items as the AWS SDK has them.</summary>
internal static class AwsItems
{
    public static Dictionary<string, Sdk.AttributeValue> ToAws(ReadOnlyMemory<byte> item) => ToAws(ItemCodec.Decode(item.Span, ItemEncoding.Binary));

    public static Dictionary<string, Sdk.AttributeValue> ToAws(Item item) =>
        item.ToDictionary(attribute => attribute.Name, attribute => ToAws(attribute.Value), StringComparer.Ordinal);

    /// <summary>A key with the names of a table's schema; a part too many gets a name that no schema has.</summary>
    public static Dictionary<string, Sdk.AttributeValue> ToAws(ItemKey key, KeySchema schema)
    {
        Dictionary<string, Sdk.AttributeValue> named = new(StringComparer.Ordinal)
        {
            [schema.Partition[0].Name] = ToAws(ValueOf(key.PartitionType, key.PartitionBytes)),
        };
        if (key.HasSort)
        {
            named[schema.HasSort ? schema.Sort[0].Name : "Unknown"] = ToAws(ValueOf(key.SortType, key.SortBytes));
        }

        return named;
    }

    public static Sdk.AttributeValue ToAws(AttributeValue value) => value.Type switch
    {
        AttributeType.String => new Sdk.AttributeValue { S = value.AsString() },
        AttributeType.Number => new Sdk.AttributeValue { N = value.AsNumber().ToString() },
        AttributeType.Binary => new Sdk.AttributeValue { B = new MemoryStream(value.AsBinary().ToArray()) },
        AttributeType.Boolean => new Sdk.AttributeValue { BOOL = value.AsBoolean() },
        AttributeType.Null => new Sdk.AttributeValue { NULL = true },
        AttributeType.List => new Sdk.AttributeValue { L = [.. value.AsList().Select(ToAws)] },
        AttributeType.Map => new Sdk.AttributeValue { M = ToAws(value.AsMap()) },
        AttributeType.StringSet => new Sdk.AttributeValue { SS = [.. value.AsStringSet()] },
        AttributeType.NumberSet => new Sdk.AttributeValue { NS = [.. value.AsNumberSet().Select(member => member.ToString())] },
        _ => new Sdk.AttributeValue { BS = [.. value.AsBinarySet().Select(member => new MemoryStream(member.ToArray()))] },
    };

    /// <summary>An encoded item of a response; empty for none.</summary>
    public static ReadOnlyMemory<byte> Encode(Dictionary<string, Sdk.AttributeValue>? item) =>
        item is null ? default : ItemCodec.Encode(FromAws(item), ItemEncoding.Binary);

    public static Item FromAws(Dictionary<string, Sdk.AttributeValue> item) =>
        Item.Create([.. item.Select(attribute => (attribute.Key, FromAws(attribute.Value)))]);

    private static AttributeValue FromAws(Sdk.AttributeValue value) => value switch
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
