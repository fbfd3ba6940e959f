namespace Keyfold.Items;

/// <summary>DynamoDB's ten attribute types. The numeric values are not part of any stored format.</summary>
public enum AttributeType : byte
{
    /// <summary>Text, <c>S</c>: any Unicode code points, kept as UTF-8.</summary>
    String,

    /// <summary>A decimal number, <c>N</c>: see <see cref="Items.Number"/>.</summary>
    Number,

    /// <summary>Bytes, <c>B</c>.</summary>
    Binary,

    /// <summary>True or false, <c>BOOL</c>.</summary>
    Boolean,

    /// <summary>The null value, <c>NULL</c>, which is a value and not the absence of one.</summary>
    Null,

    /// <summary>An ordered list of values of any types, <c>L</c>.</summary>
    List,

    /// <summary>Named values of any types, <c>M</c>.</summary>
    Map,

    /// <summary>A non-empty set of strings, <c>SS</c>.</summary>
    StringSet,

    /// <summary>A non-empty set of numbers, <c>NS</c>.</summary>
    NumberSet,

    /// <summary>A non-empty set of binary values, <c>BS</c>.</summary>
    BinarySet,
}
