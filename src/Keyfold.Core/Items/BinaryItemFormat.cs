namespace Keyfold.Items;

/// <summary>
/// The binary encoding of items, byte by byte. It is canonical: equal items have equal bytes, at every depth.
/// </summary>
/// <remarks>
/// <code>
/// item    header, then attributes to the end of the bytes
/// header  offset 0  1 byte    format version, 1
///                1  1 byte    depth: levels of nesting, 1 for an item without lists and maps
///                2  u16       number of attributes; 65,535 stands for that many and more
///                4  u32       DynamoDB's size of the item in bytes: names and values
/// attribute         name, then value; names ascend by their bytes, none twice
/// name              varint    length in bytes, 1 … 65,535
///                   UTF-8
/// value             1 byte    tag
///                   payload   by tag:
///   1 string        varint    length in bytes, then UTF-8
///   2 integer       varint    zigzag of a 64-bit integer; exactly the numbers that are such integers
///   3 decimal       1 byte    power of ten of the first digit + 130
///                   1 byte    sign (bit 7: negative) and number of coefficient bytes, 1 … 16
///                   bytes     coefficient, an integer without trailing decimal zeros, little-endian, the last byte not 0
///   4 binary        varint    length in bytes, then the bytes
///   5 false, 6 true, 7 null   nothing
///   8 list          u32       length in bytes of what follows the count
///                   u32       number of elements
///                   values
///   9 map           u32, u32  as a list
///                   attributes
///  10 SS, 11 NS, 12 BS
///                   u32, u32  as a list, count 1 or more
///                   values    of the member type, ascending (strings and binary by their bytes, numbers by value), none twice
/// </code>
/// Fixed-width integers are little-endian. A varint has seven bits a byte, the low ones first, bit 7 set on all bytes but the last, and no needless bytes.
/// The members of a set keep their tags, so that a member is encoded as any other value is; numbers need one anyway.
/// </remarks>
public static class BinaryItemFormat
{
    /// <summary>The version in the first byte of every item: 1.</summary>
    public const byte Version = 1;

    /// <summary>The length of an item's header in bytes: 8.</summary>
    public const int HeaderLength = 8;

    internal const int DepthOffset = 1;
    internal const int CountOffset = 2;
    internal const int SizeOffset = 4;

    /// <summary>The byte length and the count before the content of a list, map or set.</summary>
    internal const int ContainerHeaderLength = 8;

    /// <summary>Longest varint of a length.</summary>
    internal const int LengthMax = 5;

    /// <summary>Longest tag and payload of a number: the varint of a long has 10 bytes, a decimal 2 and 16.</summary>
    internal const int NumberMax = 19;

    internal const int MagnitudeBias = -Limits.NumberExponentMin;
}
