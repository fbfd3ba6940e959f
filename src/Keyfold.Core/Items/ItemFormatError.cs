namespace Keyfold.Items;

/// <summary>What is wrong with an item that is being written or read.</summary>
public enum ItemFormatError
{
    /// <summary>A set has no members.</summary>
    EmptySet,

    /// <summary>A set has a member twice; <see cref="ItemFormatException.Detail"/> lists the members as they were given, as in <c>[a, a]</c>.</summary>
    DuplicateSetMember,

    /// <summary>An attribute name is empty.</summary>
    EmptyName,

    /// <summary>An attribute name is longer than 65,535 bytes.</summary>
    NameTooLong,

    /// <summary>A map has a name twice.</summary>
    DuplicateName,

    /// <summary>The item has more than 32 levels, counting itself as the first.</summary>
    NestingTooDeep,

    /// <summary>A text is not a decimal literal, or a floating-point value is NaN or infinite.</summary>
    NotANumber,

    /// <summary>A number's magnitude is 1E+126 or more.</summary>
    NumberOverflow,

    /// <summary>A number's magnitude is below 1E-130.</summary>
    NumberUnderflow,

    /// <summary>A number has more than 38 significant digits.</summary>
    NumberTooManyDigits,

    /// <summary>A text has a surrogate without its pair, or is not UTF-8.</summary>
    InvalidText,

    /// <summary>A value has another type than the caller asked for.</summary>
    WrongType,

    /// <summary>The binary encoding is damaged.</summary>
    Corrupt,

    /// <summary>The bytes are not JSON; <see cref="ItemFormatException.Detail"/> says where.</summary>
    InvalidJson,

    /// <summary>
    /// A JSON value has the wrong JSON type; <see cref="ItemFormatException.Found"/> is its first token and <see cref="ItemFormatException.Type"/> the
    /// attribute type it stands for.
    /// </summary>
    UnexpectedJson,

    /// <summary>A JSON attribute value has none of the ten tags.</summary>
    NoType,

    /// <summary>A JSON attribute value has more than one of the ten tags.</summary>
    SeveralTypes,

    /// <summary>A JSON <c>NULL</c> is not <c>true</c>.</summary>
    NullNotTrue,

    /// <summary>A JSON set has <c>null</c> as a member.</summary>
    NullSetMember,

    /// <summary>A base64 text has a length that is no multiple of four; <see cref="ItemFormatException.Detail"/> is the length.</summary>
    Base64Length,

    /// <summary>A base64 text has bits set after its last byte.</summary>
    Base64StrayBits,

    /// <summary>A base64 text has a character outside the standard alphabet, or padding where none belongs.</summary>
    Base64Character,
}
