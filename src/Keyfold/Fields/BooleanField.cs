using System.ComponentModel;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Fields;

/// <summary>A field that is true or false. Alone in a condition it means that it is true.</summary>
public readonly struct BooleanField : IField<bool>
{
    /// <summary>Makes a field.</summary>
    /// <param name="path">Where in the item it is.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public BooleanField(DocumentPath path) => Path = path;

    /// <inheritdoc/>
    public DocumentPath Path { get; }

    /// <summary>The attribute is there and true.</summary>
    public static implicit operator Condition(BooleanField field) => field == true;

    /// <summary>The attribute is missing or not true.</summary>
    public static Condition operator !(BooleanField field) => !(field == true);

    /// <summary>Both are true.</summary>
    public static Condition operator &(BooleanField left, BooleanField right) => (Condition)left & right;

    /// <summary>One of them is true.</summary>
    public static Condition operator |(BooleanField left, BooleanField right) => (Condition)left | right;

    /// <summary>The attribute is there and has the value.</summary>
    public static Condition operator ==(BooleanField field, bool value) => Compare.Values(field.Path, ComparisonOperator.Equal, value);

    /// <summary>The attribute is missing or has another value.</summary>
    public static Condition operator !=(BooleanField field, bool value) => Compare.Values(field.Path, ComparisonOperator.NotEqual, value);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AttributeValue Encode(bool value) => value;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is BooleanField other && Path.Equals(other.Path);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => Path.GetHashCode();
}
