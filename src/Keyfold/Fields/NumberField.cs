using System.ComponentModel;
using System.Runtime.CompilerServices;
using Keyfold.Codecs;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Fields;

/// <summary>A field that is stored as a number, in the order of the values.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public readonly struct NumberField<T> : INumberField<T>, IOrderedField
{
    private readonly ValueEncoder<T> _encoder;

    /// <summary>Makes a field.</summary>
    /// <param name="path">Where in the item it is.</param>
    /// <param name="encoder">How its values are stored.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NumberField(DocumentPath path, ValueEncoder<T> encoder)
    {
        Path = path;
        _encoder = encoder;
    }

    /// <inheritdoc/>
    public DocumentPath Path { get; }

    /// <summary>The attribute is there and equal to the value.</summary>
    public static Condition operator ==(NumberField<T> field, T value) => Compare.Values(field.Path, ComparisonOperator.Equal, field.Encode(value));

    /// <summary>The attribute is missing or not equal to the value.</summary>
    public static Condition operator !=(NumberField<T> field, T value) => Compare.Values(field.Path, ComparisonOperator.NotEqual, field.Encode(value));

    /// <summary>Stops the compilation of a comparison with null.</summary>
    [Obsolete(NoValue.Repair, error: true)]
    [OverloadResolutionPriority(1)]
    public static Condition operator ==(NumberField<T> field, NoValue value) => throw new NotSupportedException(NoValue.Repair);

    /// <summary>Stops the compilation of a comparison with null.</summary>
    [Obsolete(NoValue.Repair, error: true)]
    [OverloadResolutionPriority(1)]
    public static Condition operator !=(NumberField<T> field, NoValue value) => throw new NotSupportedException(NoValue.Repair);

    /// <summary>The attribute is there and less than the value.</summary>
    public static Condition operator <(NumberField<T> field, T value) => Compare.Values(field.Path, ComparisonOperator.LessThan, field.Encode(value));

    /// <summary>The attribute is there and greater than the value.</summary>
    public static Condition operator >(NumberField<T> field, T value) => Compare.Values(field.Path, ComparisonOperator.GreaterThan, field.Encode(value));

    /// <summary>The attribute is there and less than or equal to the value.</summary>
    public static Condition operator <=(NumberField<T> field, T value) => Compare.Values(field.Path, ComparisonOperator.LessThanOrEqual, field.Encode(value));

    /// <summary>The attribute is there and greater than or equal to the value.</summary>
    public static Condition operator >=(NumberField<T> field, T value) =>
        Compare.Values(field.Path, ComparisonOperator.GreaterThanOrEqual, field.Encode(value));

    /// <summary>The attribute is there and between two values, both included.</summary>
    public Condition Between(T lower, T upper) => Compare.Between(Path, Encode(lower), Encode(upper));

    /// <summary>The attribute is there and equal to one of the values, at most 100.</summary>
    public Condition In(params ReadOnlySpan<T> values) => Compare.In(Path, _encoder, values);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AttributeValue Encode(T value) => _encoder.Encode(value);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is NumberField<T> other && Path.Equals(other.Path);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => Path.GetHashCode();
}
