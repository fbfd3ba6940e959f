using System.ComponentModel;
using System.Runtime.CompilerServices;
using Keyfold.Codecs;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Fields;

/// <summary>A field whose values can be compared for equality alone: an enum kept as text has no order that means anything.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public readonly struct ValueField<T> : IField<T>
{
    private readonly ValueEncoder<T> _encoder;

    /// <summary>Makes a field.</summary>
    /// <param name="path">Where in the item it is.</param>
    /// <param name="encoder">How its values are stored.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ValueField(DocumentPath path, ValueEncoder<T> encoder)
    {
        Path = path;
        _encoder = encoder;
    }

    /// <inheritdoc/>
    public DocumentPath Path { get; }

    /// <summary>The attribute is there and equal to the value.</summary>
    public static Condition operator ==(ValueField<T> field, T value) => Compare.Values(field.Path, ComparisonOperator.Equal, field.Encode(value));

    /// <summary>The attribute is missing or not equal to the value.</summary>
    public static Condition operator !=(ValueField<T> field, T value) => Compare.Values(field.Path, ComparisonOperator.NotEqual, field.Encode(value));

    /// <summary>Stops the compilation of a comparison with null.</summary>
    [Obsolete(NoValue.Repair, error: true)]
    [OverloadResolutionPriority(1)]
    public static Condition operator ==(ValueField<T> field, NoValue value) => throw new NotSupportedException(NoValue.Repair);

    /// <summary>Stops the compilation of a comparison with null.</summary>
    [Obsolete(NoValue.Repair, error: true)]
    [OverloadResolutionPriority(1)]
    public static Condition operator !=(ValueField<T> field, NoValue value) => throw new NotSupportedException(NoValue.Repair);

    /// <summary>The attribute is there and equal to one of the values, at most 100.</summary>
    public Condition In(params ReadOnlySpan<T> values) => Compare.In(Path, _encoder, values);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AttributeValue Encode(T value) => _encoder.Encode(value);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is ValueField<T> other && Path.Equals(other.Path);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => Path.GetHashCode();
}
