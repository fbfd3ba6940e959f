namespace Keyfold.Generator.Model;

/// <summary>A property that is stored.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Attribute">The name of its attribute.</param>
/// <param name="Value">Its type.</param>
/// <param name="Setter">How it gets its value when an item is read.</param>
/// <param name="IsRequired">Whether an item without the attribute does not fit the type.</param>
/// <param name="DeclaringType">The type that declares it, which may be a base class.</param>
/// <param name="ConstructorDefault">Of an optional constructor parameter: the default, as C#.</param>
/// <param name="Role">What the property does beside being stored.</param>
/// <param name="RoundsUp">Of a time to live: whether fractions of a second are rounded up.</param>
/// <param name="IsPublic">Whether the property is public.</param>
/// <param name="IsInitOnly">Whether its setter is an <c>init</c> accessor.</param>
internal sealed record PropertyModel(
    string Name,
    string Attribute,
    ValueModel Value,
    PropertySetter Setter,
    bool IsRequired,
    string DeclaringType,
    string? ConstructorDefault,
    PropertyRole Role,
    bool RoundsUp,
    bool IsPublic,
    bool IsInitOnly);

/// <summary>How a property gets its value.</summary>
internal enum PropertySetter
{
    /// <summary>As an argument of the constructor.</summary>
    Constructor,

    /// <summary>In the object initializer, always.</summary>
    Initializer,

    /// <summary>As an argument of the constructor and again in the object initializer: a <c>required</c> property that the constructor also takes.</summary>
    ConstructorAndInitializer,

    /// <summary>By assignment if the item has the attribute, so that the property's own initial value stays otherwise.</summary>
    Assignment,

    /// <summary>As <see cref="Assignment"/>, for an <c>init</c> accessor, which is reached by <c>[UnsafeAccessor]</c>.</summary>
    InitAccessor,
}

/// <summary>What a property does beside being stored.</summary>
internal enum PropertyRole
{
    None,
    Version,
    TimeToLive,
}
