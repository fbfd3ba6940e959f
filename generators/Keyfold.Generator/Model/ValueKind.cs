namespace Keyfold.Generator.Model;

/// <summary>The kinds of value a property can have, each with its own way into an attribute and back.</summary>
internal enum ValueKind
{
    String,
    Char,
    Uri,
    Guid,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Int128,
    UInt128,
    Half,
    Single,
    Double,
    Decimal,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,

    /// <summary>An array of bytes.</summary>
    Bytes,

    /// <summary>A <c>ReadOnlyMemory&lt;byte&gt;</c>.</summary>
    Memory,

    /// <summary>Keyfold's own <c>AttributeValue</c>: any type of attribute.</summary>
    AttributeValue,

    /// <summary>An enum that is stored as its name.</summary>
    EnumName,

    /// <summary>An enum that is stored as its number.</summary>
    EnumNumber,

    /// <summary>A type with <c>[Document]</c>, which writes and reads itself.</summary>
    Document,
    List,
    Map,
    Set,

    /// <summary>A value that a converter turns into another.</summary>
    Converted,
}
