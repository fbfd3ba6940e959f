using System.Diagnostics;

namespace Keyfold.Items;

/// <summary>DynamoDB's tags for the attribute types, and questions one asks of a type.</summary>
public static class AttributeTypes
{
    /// <summary>DynamoDB's tag: <c>S</c>, <c>N</c>, <c>B</c>, <c>BOOL</c>, <c>NULL</c>, <c>L</c>, <c>M</c>, <c>SS</c>, <c>NS</c> or <c>BS</c>.</summary>
    public static string Tag(this AttributeType type) => type switch
    {
        AttributeType.String => "S",
        AttributeType.Number => "N",
        AttributeType.Binary => "B",
        AttributeType.Boolean => "BOOL",
        AttributeType.Null => "NULL",
        AttributeType.List => "L",
        AttributeType.Map => "M",
        AttributeType.StringSet => "SS",
        AttributeType.NumberSet => "NS",
        AttributeType.BinarySet => "BS",
        _ => throw new UnreachableException(),
    };

    /// <summary>DynamoDB's tag as UTF-8, for writing JSON.</summary>
    public static ReadOnlySpan<byte> Utf8Tag(this AttributeType type) => type switch
    {
        AttributeType.String => "S"u8,
        AttributeType.Number => "N"u8,
        AttributeType.Binary => "B"u8,
        AttributeType.Boolean => "BOOL"u8,
        AttributeType.Null => "NULL"u8,
        AttributeType.List => "L"u8,
        AttributeType.Map => "M"u8,
        AttributeType.StringSet => "SS"u8,
        AttributeType.NumberSet => "NS"u8,
        AttributeType.BinarySet => "BS"u8,
        _ => throw new UnreachableException(),
    };

    /// <summary>Finds the type of a tag; false for a text that is no tag. Tags are case-sensitive.</summary>
    public static bool TryParseTag(ReadOnlySpan<byte> utf8Tag, out AttributeType type)
    {
        AttributeType? found = utf8Tag switch
        {
            [(byte)'S'] => AttributeType.String,
            [(byte)'N'] => AttributeType.Number,
            [(byte)'B'] => AttributeType.Binary,
            [(byte)'L'] => AttributeType.List,
            [(byte)'M'] => AttributeType.Map,
            [(byte)'S', (byte)'S'] => AttributeType.StringSet,
            [(byte)'N', (byte)'S'] => AttributeType.NumberSet,
            [(byte)'B', (byte)'S'] => AttributeType.BinarySet,
            [(byte)'B', (byte)'O', (byte)'O', (byte)'L'] => AttributeType.Boolean,
            [(byte)'N', (byte)'U', (byte)'L', (byte)'L'] => AttributeType.Null,
            _ => null,
        };
        type = found.GetValueOrDefault();
        return found.HasValue;
    }

    /// <summary>Finds the type of a tag; false for a text that is no tag. Tags are case-sensitive.</summary>
    public static bool TryParseTag(string tag, out AttributeType type)
    {
        Span<byte> utf8 = stackalloc byte[4];
        type = default;
        return System.Text.Encoding.UTF8.TryGetBytes(tag, utf8, out int length) && TryParseTag(utf8[..length], out type);
    }

    /// <summary>Whether the type is one of the three sets.</summary>
    public static bool IsSet(this AttributeType type) => type is AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet;

    /// <summary>Whether values of the type have an order and can be keys: string, number and binary.</summary>
    public static bool IsOrdered(this AttributeType type) => type is AttributeType.String or AttributeType.Number or AttributeType.Binary;

    /// <summary>The type of a set's members.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="setType"/> is no set.</exception>
    public static AttributeType MemberType(this AttributeType setType) => setType switch
    {
        AttributeType.StringSet => AttributeType.String,
        AttributeType.NumberSet => AttributeType.Number,
        AttributeType.BinarySet => AttributeType.Binary,
        _ => throw new ArgumentOutOfRangeException(nameof(setType), setType, "Only SS, NS and BS have members."),
    };
}
