using System.ComponentModel;
using System.Runtime.CompilerServices;
using Keyfold.Codecs;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Fields;

/// <summary>A field that is stored as a string, in the order of its UTF-8 bytes.</summary>
public readonly struct StringField : IField<string>, IOrderedField
{
    /// <summary>Makes a field.</summary>
    /// <param name="path">Where in the item it is.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public StringField(DocumentPath path) => Path = path;

    /// <inheritdoc/>
    public DocumentPath Path { get; }

    /// <summary>The attribute is there and equal to the value.</summary>
    public static Condition operator ==(StringField field, string value) => Compare.Values(field.Path, ComparisonOperator.Equal, field.Encode(value));

    /// <summary>The attribute is missing or not equal to the value.</summary>
    public static Condition operator !=(StringField field, string value) => Compare.Values(field.Path, ComparisonOperator.NotEqual, field.Encode(value));

    /// <summary>Stops the compilation of a comparison with null.</summary>
    [Obsolete(NoValue.Repair, error: true)]
    [OverloadResolutionPriority(1)]
    public static Condition operator ==(StringField field, NoValue value) => throw new NotSupportedException(NoValue.Repair);

    /// <summary>Stops the compilation of a comparison with null.</summary>
    [Obsolete(NoValue.Repair, error: true)]
    [OverloadResolutionPriority(1)]
    public static Condition operator !=(StringField field, NoValue value) => throw new NotSupportedException(NoValue.Repair);

    /// <summary>The attribute is there and less than the value.</summary>
    public static Condition operator <(StringField field, string value) => Compare.Values(field.Path, ComparisonOperator.LessThan, field.Encode(value));

    /// <summary>The attribute is there and greater than the value.</summary>
    public static Condition operator >(StringField field, string value) => Compare.Values(field.Path, ComparisonOperator.GreaterThan, field.Encode(value));

    /// <summary>The attribute is there and less than or equal to the value.</summary>
    public static Condition operator <=(StringField field, string value) => Compare.Values(field.Path, ComparisonOperator.LessThanOrEqual, field.Encode(value));

    /// <summary>The attribute is there and greater than or equal to the value.</summary>
    public static Condition operator >=(StringField field, string value) =>
        Compare.Values(field.Path, ComparisonOperator.GreaterThanOrEqual, field.Encode(value));

    /// <summary>The attribute is there and between two values, both included.</summary>
    public Condition Between(string lower, string upper) => Compare.Between(Path, Encode(lower), Encode(upper));

    /// <summary>The attribute is there and equal to one of the values, at most 100.</summary>
    public Condition In(params ReadOnlySpan<string> values) => Compare.In(Path, ValueEncoder<string, StringCodec>.Instance, values);

    /// <summary>The attribute is there and begins with a text.</summary>
    public Condition BeginsWith(string prefix) => new BeginsWith(new PathOperand(Path), new ValueOperand(Encode(prefix)));

    /// <summary>The attribute is there and contains a text.</summary>
    public Condition Contains(string text) => new Contains(new PathOperand(Path), new ValueOperand(Encode(text)));

    /// <summary>The size, to be compared with: bytes of UTF-8.</summary>
    public SizeField Size() => new(Path);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AttributeValue Encode(string value) => ValueEncoder<string, StringCodec>.Instance.Encode(value);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is StringField other && Path.Equals(other.Path);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => Path.GetHashCode();
}
