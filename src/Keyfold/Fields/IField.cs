using System.ComponentModel;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Fields;

/// <summary>
/// A stored property, or a place inside of one, in the lambdas of <c>Where</c>, <c>When</c> and <c>Set</c>. A field says how its values are stored and which
/// comparisons they have; its operators make a <see cref="Condition"/>.
/// </summary>
public interface IField
{
    /// <summary>Where in the item it is.</summary>
    DocumentPath Path { get; }
}

/// <summary>A field that can be set to values of a type.</summary>
/// <typeparam name="T">The property's type, without its nullability.</typeparam>
public interface IField<T> : IField
{
    /// <summary>What is stored for a value.</summary>
    /// <exception cref="ArgumentException">The value cannot be stored.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    AttributeValue Encode(T value);
}

/// <summary>A field that can be added to.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
public interface INumberField<T> : IField<T>;

/// <summary>A field that members can be added to and deleted from.</summary>
/// <typeparam name="T">The type of the members.</typeparam>
public interface ISetField<T> : IField
{
    /// <summary>A set of the members.</summary>
    /// <exception cref="ArgumentException">A member cannot be stored, or there is none, or one is there twice.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    AttributeValue EncodeMembers(IEnumerable<T> members);
}

/// <summary>A field that elements can be appended to.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public interface IListField<T> : IField
{
    /// <summary>A list of the elements.</summary>
    /// <exception cref="ArgumentException">An element cannot be stored.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    AttributeValue EncodeElements(IEnumerable<T> elements);
}

/// <summary>A field whose stored values have the order of the property's values.</summary>
public interface IOrderedField : IField;
