namespace Keyfold;

/// <summary>
/// Says in which attribute a property is stored, and how. A property that is not public is stored only if it has this.
/// </summary>
/// <param name="name">The attribute's name: 1 to 65,535 bytes of UTF-8, and at most 255 for a key; null means the property's own name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AttributeAttribute(string? name = null) : Attribute
{
    /// <summary>The attribute's name; null means the property's own.</summary>
    public string? Name { get; } = name;

    /// <summary>Whether an enum is stored as its name or as its number.</summary>
    public AttributeStorage Storage { get; set; }
}
