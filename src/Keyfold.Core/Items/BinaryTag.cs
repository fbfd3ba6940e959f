namespace Keyfold.Items;

/// <summary>The first byte of an encoded value; see <see cref="BinaryItemFormat"/>.</summary>
internal static class BinaryTag
{
    public const byte String = 1;
    public const byte Integer = 2;
    public const byte Decimal = 3;
    public const byte Binary = 4;
    public const byte False = 5;
    public const byte True = 6;
    public const byte Null = 7;
    public const byte List = 8;
    public const byte Map = 9;
    public const byte StringSet = 10;
    public const byte NumberSet = 11;
    public const byte BinarySet = 12;

    private const byte None = byte.MaxValue;

    private static ReadOnlySpan<byte> Types =>
    [
        None,
        (byte)AttributeType.String,
        (byte)AttributeType.Number,
        (byte)AttributeType.Number,
        (byte)AttributeType.Binary,
        (byte)AttributeType.Boolean,
        (byte)AttributeType.Boolean,
        (byte)AttributeType.Null,
        (byte)AttributeType.List,
        (byte)AttributeType.Map,
        (byte)AttributeType.StringSet,
        (byte)AttributeType.NumberSet,
        (byte)AttributeType.BinarySet,
        None,
        None,
        None,
    ];

    /// <summary>The type of a tag.</summary>
    /// <exception cref="ItemFormatException">There is no such tag.</exception>
    public static AttributeType TypeOf(byte tag)
    {
        byte type = Types[tag & 15];
        if (type == None || tag > 15)
        {
            ItemFormatException.ThrowCorrupt();
        }

        return (AttributeType)type;
    }

    /// <summary>The tag of a container.</summary>
    public static byte Of(AttributeType container) => container switch
    {
        AttributeType.List => List,
        AttributeType.Map => Map,
        AttributeType.StringSet => StringSet,
        AttributeType.NumberSet => NumberSet,
        AttributeType.BinarySet => BinarySet,
        _ => throw new ArgumentOutOfRangeException(nameof(container), container, "Not a container."),
    };
}
