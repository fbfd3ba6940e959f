namespace Keyfold.Generator.Model;

/// <summary>DynamoDB's types of attribute.</summary>
internal enum StoredType
{
    String,
    Number,
    Binary,
    Boolean,
    List,
    Map,
    StringSet,
    NumberSet,
    BinarySet,

    /// <summary>Known only at run time.</summary>
    Any,
}
