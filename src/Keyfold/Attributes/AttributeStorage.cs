namespace Keyfold;

/// <summary>How a value that could be stored in two ways is stored.</summary>
public enum AttributeStorage
{
    /// <summary>As its type is usually stored: an enum as a string.</summary>
    Default,

    /// <summary>As a string: an enum's name. A value without a name is refused.</summary>
    String,

    /// <summary>As a number: an enum's underlying value.</summary>
    Number,
}
