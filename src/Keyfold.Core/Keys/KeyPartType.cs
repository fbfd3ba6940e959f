namespace Keyfold.Keys;

/// <summary>How the bytes of a partition key or a sort key are to be read. The values are stored.</summary>
public enum KeyPartType : byte
{
    /// <summary>There is no such part.</summary>
    None = 0,

    /// <summary>A string: its UTF-8 bytes.</summary>
    String = 1,

    /// <summary>A number: the order-preserving bytes of <see cref="KeyNumber"/>.</summary>
    Number = 2,

    /// <summary>A binary value: its bytes.</summary>
    Binary = 3,

    /// <summary>Several attributes: the order-preserving bytes of <see cref="KeyTuple"/>.</summary>
    Tuple = 4,
}
