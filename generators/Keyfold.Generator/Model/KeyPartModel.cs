namespace Keyfold.Generator.Model;

/// <summary>A property's place in a key.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Value">Its type.</param>
/// <param name="Encoding">How its value becomes text.</param>
/// <param name="Format">Of a time or a Guid: the format.</param>
/// <param name="IntegerDigits">Of a padded number: the digits before the point.</param>
/// <param name="FractionDigits">Of a padded number: the digits after the point.</param>
/// <param name="Escapes">Whether <paramref name="Separator"/> is escaped in the value; otherwise a value with it is refused.</param>
/// <param name="Separator">The first character of the text that follows the part; null at the end of the template and in a plain key.</param>
/// <param name="Order">What can be asked of the part in a sort key.</param>
internal sealed record KeyPartModel(
    string Property,
    ValueModel Value,
    KeyPartEncoding Encoding,
    string? Format,
    int IntegerDigits,
    int FractionDigits,
    bool Escapes,
    char? Separator,
    KeyPartOrder Order);

/// <summary>How a value becomes text in a key.</summary>
internal enum KeyPartEncoding
{
    /// <summary>As it is stored: a plain key, which is no text at all.</summary>
    Stored,

    /// <summary>A string, a char or the original string of a Uri.</summary>
    Text,

    /// <summary>A number in DynamoDB's canonical form.</summary>
    Number,

    /// <summary>A number that is not negative, with a fixed number of digits.</summary>
    PaddedNumber,

    /// <summary>A date or a time in a format, in UTC.</summary>
    Time,

    /// <summary>A Guid in a format.</summary>
    Guid,

    /// <summary>An enum's name.</summary>
    EnumName,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}

/// <summary>Which range of a sort key part is a range of its text.</summary>
internal enum KeyPartOrder
{
    /// <summary>None: equality alone.</summary>
    Equality,

    /// <summary>That of values which begin with something.</summary>
    Prefix,

    /// <summary>Those between two values, but not prefixes: numbers and times.</summary>
    Range,

    /// <summary>Both.</summary>
    PrefixAndRange,
}
