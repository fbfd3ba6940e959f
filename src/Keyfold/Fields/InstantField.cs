using System.ComponentModel;
using Keyfold.Codecs;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Fields;

/// <summary>
/// A point in time. As .NET compares them, two are equal if they are the same moment: the kind of a <see cref="DateTime"/> and the offset of a
/// <see cref="DateTimeOffset"/>, which are stored behind the time, do not count.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
public readonly struct InstantField<T> : IField<T>, IOrderedField
{
    private readonly ValueEncoder<T> _encoder;

    /// <summary>Makes a field.</summary>
    /// <param name="path">Where in the item it is.</param>
    /// <param name="encoder">How its values are stored.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public InstantField(DocumentPath path, ValueEncoder<T> encoder)
    {
        Path = path;
        _encoder = encoder;
    }

    /// <inheritdoc/>
    public DocumentPath Path { get; }

    /// <summary>The attribute is there and the same moment.</summary>
    public static Condition operator ==(InstantField<T> field, T value) => new BeginsWith(new PathOperand(field.Path), field.First(value));

    /// <summary>The attribute is missing or another moment.</summary>
    public static Condition operator !=(InstantField<T> field, T value) => !(field == value);

    /// <summary>The attribute is there and earlier.</summary>
    public static Condition operator <(InstantField<T> field, T value) => field.Is(ComparisonOperator.LessThan, field.First(value));

    /// <summary>The attribute is there and later.</summary>
    public static Condition operator >(InstantField<T> field, T value) => field.Is(ComparisonOperator.GreaterThan, field.Last(value));

    /// <summary>The attribute is there and earlier or the same moment.</summary>
    public static Condition operator <=(InstantField<T> field, T value) => field.Is(ComparisonOperator.LessThanOrEqual, field.Last(value));

    /// <summary>The attribute is there and later or the same moment.</summary>
    public static Condition operator >=(InstantField<T> field, T value) => field.Is(ComparisonOperator.GreaterThanOrEqual, field.First(value));

    /// <summary>The attribute is there and between two moments, both included.</summary>
    public Condition Between(T lower, T upper) => new Between(new PathOperand(Path), First(lower), Last(upper));

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AttributeValue Encode(T value) => _encoder.Encode(value);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is InstantField<T> other && Path.Equals(other.Path);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => Path.GetHashCode();

    private Comparison Is(ComparisonOperator comparison, ValueOperand bound) => new(new PathOperand(Path), comparison, bound);

    // all texts of one moment lie between these two
    private ValueOperand First(T value) => new(_encoder.First(value));

    private ValueOperand Last(T value) => new(_encoder.Last(value));
}
